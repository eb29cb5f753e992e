using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>What an inline element does to the text within it.</summary>
internal enum InlineStyle
{
    Plain,
    Link,
    Bold,
}

internal static class InlineStyles
{
    extension(InlineStyle)
    {
        public static InlineStyle Of(IElement element) => element.LocalName switch
        {
            "a" when element.HasAttribute("href") => InlineStyle.Link,
            "b" or "strong" => InlineStyle.Bold,
            _ => InlineStyle.Plain,
        };
    }
}
