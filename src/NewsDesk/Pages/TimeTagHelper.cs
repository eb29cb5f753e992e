using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages;

/// <summary><c>&lt;time at="…"&gt;</c>: a moment for people to read, with the exact one for machines beside it.</summary>
[HtmlTargetElement("time", Attributes = "at")]
public sealed class TimeTagHelper : TagHelper
{
    private const string Hour = ", HH:mm";

    public required DateTimeOffset At { get; set; }

    /// <summary>How people get to read it; a day unless told.</summary>
    public string As { get; set; } = "d MMMM yyyy";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Moment.Iso(At));
        output.Content.SetContent(Said(At, As));
    }

    /// <summary>Midnight to the second is nearly always a day of which no hour was told, so none is shown.</summary>
    public static string Said(DateTimeOffset at, string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var isDay = at.UtcDateTime.TimeOfDay == TimeSpan.Zero && form.EndsWith(Hour, StringComparison.Ordinal);
        return at.UtcDateTime.ToString(isDay ? form[..^Hour.Length] : form, CultureInfo.InvariantCulture);
    }
}
