using System.Globalization;
using System.Text;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages;

/// <summary><c>/personas.css</c>: each persona's accent, as a style sheet because no style may stand in a page.</summary>
public static class PersonaColours
{
    public static IResult Get(Masthead masthead)
    {
        var css = new StringBuilder();
        foreach (var persona in masthead.Personas.Values)
        {
            // The press has checked that a colour is #rrggbb and that an id is a slug: nothing can break out of this rule.
            if (persona.Accent is { } light)
                css.Append(CultureInfo.InvariantCulture, $$"""[data-persona="{{persona.Id}}"] { --accent: light-dark({{light}}, {{persona.AccentDark ?? light}}); }""").Append('\n');
        }

        return Results.Text(css.ToString(), "text/css; charset=utf-8");
    }
}
