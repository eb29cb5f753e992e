using System.Buffers;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>The characters at which the parts of a tag end.</summary>
internal static class Breaks
{
    public static readonly SearchValues<char> TagName = SearchValues.Create(" \t\r\n\f/><");
    public static readonly SearchValues<char> AttributeName = SearchValues.Create(" \t\r\n\f=/>");
    public static readonly SearchValues<char> BareValue = SearchValues.Create(" \t\r\n\f<>");
    public static readonly SearchValues<char> XmlName = SearchValues.Create(" \t\r\n/<>=\"'");
    public static readonly SearchValues<char> Label = SearchValues.Create(" \t\r\n;,?\"'");
}
