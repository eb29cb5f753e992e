using System.Buffers;
using System.Collections.Frozen;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Names that scripts look up on a document or a form: an element with such an id can stand in their place.</summary>
internal static class BrowserNames
{
    private static readonly SearchValues<char> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> InNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_$");

    private static readonly FrozenSet<string> OneWord = """
        action after all anchors animate append applets attributes autocapitalize autocomplete autocorrect autofocus before blur body charset
        children clear click close closest constructor contains cookie dataset dir doctype domain draggable elements embeds encoding enctype
        evaluate focus fonts forms fullscreen head hidden id images implementation inert lang length links location matches method name nonce
        normalize open part plugins popover prefix prepend prerendering pseudo referrer rel remove reset role scripts scroll slot spellcheck
        style submit target timeline title translate when write writeln
        """.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Browsers name in one of three ways: one small word, small words each with a capital, or on and an event. New names come each
    // year, so whatever is made in the latter ways counts. No name has a hyphen, a dot or a letter beyond ASCII.
    public static bool Contains(string id) =>
        OneWord.Contains(id)
        || (!id.AsSpan().ContainsAnyExcept(InNames)
            && (id.AsSpan().ContainsAnyExcept(Lower) || id.StartsWith("on", StringComparison.Ordinal)));
}
