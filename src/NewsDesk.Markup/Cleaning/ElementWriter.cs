using AngleSharp.Dom;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Writes start tags with the attributes that pass.</summary>
internal sealed class ElementWriter(CleanContext context, CleanOutput output)
{
    private static readonly ElementRule Link = ElementTable.Rules["a"];
    private static readonly ElementRule Box = ElementTable.Rules["input"];

    /// <summary>Whether an element has what it is there for; an empty one would only be noise.</summary>
    public bool IsOfUse(IElement element) => element.LocalName switch
    {
        "a" => Links.IsSafe(element, context) || AnchorOf(element) is not null,
        "img" => IsSeen(element),
        "source" => Values.Address(element.GetAttribute("src") ?? "", context) is { Length: > 0 }
            || Values.PictureSet(element.GetAttribute("srcset") ?? "", context) is not null,
        _ => true,
    };

    public void Start(IElement element, ElementRule rule, string name)
    {
        output.BeginStartTag(rule, name);
        if (rule.Name == "a")
        {
            Links.Write(element, context, output);
            if (AnchorOf(element) is { } anchor) output.Attribute("id", anchor);
        }

        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            // A link's id was written with its address.
            if (attributes[i] is not { } attribute || (rule.Name == "a" && attribute.Name == "id")) continue;
            if (Value(rule, attribute) is { } value) output.Attribute(attribute.Name, value);
        }

        output.EndStartTag(name, rule.Always);
    }

    /// <summary>A frame that would load another site's player becomes a link to the video there.</summary>
    public void Video(VideoPlayers.Video video, string? title)
    {
        output.BeginStartTag(Link, "a");
        output.Attribute("href", video.Url);
        if (context.Rules.LinkRel.Length > 0) output.Attribute("rel", context.Rules.LinkRel);
        if (context.Rules.AllowsClass("video")) output.Attribute("class", "video");
        output.EndStartTag("a");
        output.Text(title is { Length: <= 300 } && !string.IsNullOrWhiteSpace(title) ? title.Trim() : video.Site);
        output.CloseTo(output.Depth - 1);
    }

    /// <summary>The box of a task list: shows what is done, takes no click.</summary>
    public void TaskBox(IElement input)
    {
        output.BeginStartTag(Box, "input");
        output.EndStartTag("input", input.HasAttribute("checked")
            ? " type=\"checkbox\" disabled=\"\" checked=\"\""
            : " type=\"checkbox\" disabled=\"\"");
    }

    private string? Value(ElementRule rule, IAttr attribute) =>
        rule.Attributes.TryGetValue(attribute.Name, out var clean) ? clean(attribute.Value, context) is { } value ? SafeText.Plain(value) : null
        : context.Rules.AllowsAttribute(attribute.Name) && Values.Text(attribute.Value, context) is { } text ? SafeText.Plain(text)
        : null;

    /// <summary>The place that a link is, by its id or by its name, as it was done before there were ids.</summary>
    private string? AnchorOf(IElement link) =>
        (link.GetAttribute("id") ?? link.GetAttribute("name")) is { } name && Values.Id(name, context) is { } id ? SafeText.Plain(id) : null;

    private bool IsSeen(IElement picture)
    {
        var source = picture.GetAttribute("src") ?? "";
        if (Addresses.IsDataPicture(source.AsSpan().Trim())) return true;
        return !Pixels.IsOne(picture)
            && (Values.Picture(source, context) is { Length: > 0 } || Values.PictureSet(picture.GetAttribute("srcset") ?? "", context) is not null);
    }
}
