using System.IO.Compression;
using System.Text.Json;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Benchmarks.Reading;

/// <summary>
/// Writes what the reader sees of each block of a set of pages, for <c>learn.py</c> beside this file: OUT.names holds the traits' names,
/// OUT.f32 a row of numbers a block, OUT.jsonl a page a line with its blocks' texts.
/// </summary>
internal static class TraitTable
{
    private sealed record Page(string Id, string? Url);

    public static void Write(string set, string to)
    {
        File.WriteAllText(to + ".names", string.Join('\n', Traits.All.Select(trait => trait.Name)));
        using var numbers = new BinaryWriter(File.Create(to + ".f32"));
        using var pages = new StreamWriter(to + ".jsonl");
        foreach (var line in File.ReadLines(Path.Combine(set, "truth.jsonl")))
        {
            var truth = JsonSerializer.Deserialize<Page>(line, JsonSerializerOptions.Web)!;
            var scene = SceneOf(Path.Combine(set, "html", truth.Id + ".html.gz"), truth.Url);
            foreach (var block in scene.Page.Blocks)
            {
                foreach (var trait in Traits.All) numbers.Write(trait.Of(scene, block));
            }

            pages.WriteLine(JsonSerializer.Serialize(new { id = truth.Id, blocks = scene.Page.Blocks.Select(block => block.Text), words = scene.Page.Blocks.Select(block => block.Words) }));
        }
    }

    private static Scene SceneOf(string file, string? url)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        var page = NewsDesk.Wire.Reading.Source.Page.Parse(PageEncoding.Decode(bytes.ToArray(), null), url is null ? null : new Uri(url), keepAllAttributes: false);
        return new(BlockList.Of(page.Document.Body!), Facts.Of(page));
    }
}
