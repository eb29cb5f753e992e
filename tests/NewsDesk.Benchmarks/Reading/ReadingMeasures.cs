using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NewsDesk.Markup;
using NewsDesk.Tests.Wire.Reading;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Benchmarks.Reading;

/// <summary>How much processor time reading and cleaning a page takes: of real pages, and of pages built to be slow.</summary>
internal static class ReadingMeasures
{
    private sealed record Page(string Id, string? Url, string? Type);

    /// <summary>Reads each page of a set in this one process; the first round is the cold one.</summary>
    public static void Pages(string set, string type)
    {
        var pages = File.ReadLines(Path.Combine(set, "truth.jsonl")).Select(line => JsonSerializer.Deserialize<Page>(line, JsonSerializerOptions.Web)!)
            .Where(page => type == "all" || page.Type == type)
            .Select(page => (Bytes: Unpacked(Path.Combine(set, "html", page.Id + ".html.gz")), Url: page.Url is null ? null : new Uri(page.Url))).ToList();
        foreach (var round in new[] { "cold", "warm", "warm" })
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var times = pages.Select(page => Measure(() => ArticleReader.Read(page.Bytes, page.Url))).ToList();
            var megabytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6 / pages.Count;
            var mean = times.Average();
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{round}: {pages.Count} pages, {mean:F1} ms of processor a page, median {times[times.Count / 2]:F1}, p99 {times[(int)(times.Count * 0.99)]:F1}, most {times[^1]:F1}; {megabytes:F1} MB allocated a page"));
        }
    }

    /// <summary>Each shape in a process of its own, so that the program's start and the compiling of its code are counted as whoever reads one page pays them.</summary>
    public static void Hostile()
    {
        foreach (var shape in HostileShapes.All)
        {
            using var cold = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["reading", "hostile", shape.Name]) { UseShellExecute = false })!;
            cold.WaitForExit();
        }
    }

    public static void Hostile(string name)
    {
        var html = HostileShapes.All.Single(shape => shape.Name == name).Html();
        var start = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        var reading = Measure(() => ArticleReader.Read(html, new Uri("https://quay.example/"))) / 1000;
        var cleaning = Measure(() => HtmlCleaner.Clean(html, new Uri("https://quay.example/"))) / 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start {start:F2} s, read {reading:F2} s, cleaned {cleaning:F2} s  {html.Length / 1e6,5:F1} MB  {name}"));
    }

    /// <summary>In milliseconds of processor time, of all threads.</summary>
    private static double Measure(Action work)
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static byte[] Unpacked(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
