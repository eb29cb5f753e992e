using Markdig.Syntax;

namespace NewsDesk.Press.Rendering;

/// <summary>What a parser notes of single lines while it reads a document, for whoever prints it.</summary>
internal sealed class LineNotes<T>
{
    private readonly object _key = new();

    public IReadOnlyList<(int Line, T Note)> In(MarkdownDocument document) => document.GetData(_key) as List<(int, T)> ?? [];

    public void Add(MarkdownDocument document, int line, T note)
    {
        if (document.GetData(_key) is not List<(int, T)> all) document.SetData(_key, all = []);
        all.Add((line, note));
    }
}
