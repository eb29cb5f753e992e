using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsDesk.Pages;

/// <summary><c>&lt;time at="…"&gt;</c>: a moment for people to read, with the exact one for machines beside it.</summary>
[HtmlTargetElement("time", Attributes = "at")]
public sealed class TimeTagHelper : TagHelper
{
    public required DateTimeOffset At { get; set; }

    /// <summary>How people get to read it; a day unless told.</summary>
    public string As { get; set; } = "d MMMM yyyy";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Moment.Iso(At));
        output.Content.SetContent(At.UtcDateTime.ToString(As, CultureInfo.InvariantCulture));
    }
}
