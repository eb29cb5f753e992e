namespace NewsDesk.Markup.Cleaning;

/// <summary>Names that scripts look up on the document or on a form: an element with such an id would stand in their place.</summary>
internal static class BrowserNames
{
    // A name with a hyphen, a dot or a letter beyond ASCII is nobody's property; whatever else has a capital or no vowel to it may be.
    public static bool Contains(string id) => id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
}
