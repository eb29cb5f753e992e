using System.Text;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Changes of a text that do not overlap, collected and then made at once; and where its lines and their indents are.</summary>
internal sealed class OpmlEdits(string text, string newLine)
{
    private readonly List<(int Start, int End, string With)> _edits = [];

    public string NewLine => newLine;

    public void Put(int at, string with) => _edits.Add((at, at, with));

    public void Replace(int start, int end, string with) => _edits.Add((start, end, with));

    /// <summary>Takes a piece out: with its line where nothing else stands on it, else with the white space before it.</summary>
    public void Cut(int start, int end)
    {
        var (line, next) = (LineOf(start), end);
        while (next < text.Length && text[next] is ' ' or '\t') next++;
        var endsLine = next == text.Length || text[next] is '\r' or '\n';
        var beginsLine = IndentBefore(start) is not null;
        if (endsLine && beginsLine)
        {
            if (next < text.Length) next += text.AsSpan(next).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
            Replace(line, next, "");
            return;
        }

        if (!beginsLine)
        {
            while (start > 0 && text[start - 1] is ' ' or '\t') start--;
        }

        Replace(start, end, "");
    }

    /// <summary>The white space between the beginning of a line and this place; null when something else stands there.</summary>
    public string? IndentBefore(int at)
    {
        var before = text[LineOf(at)..at];
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    public int LineOf(int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r')) at--;
        return at;
    }

    public string Make()
    {
        var made = new StringBuilder(text.Length + 1_000);
        var at = 0;
        foreach (var (start, end, with) in _edits.OrderBy(edit => edit.Start))
        {
            made.Append(text, at, start - at).Append(with);
            at = end;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }
}
