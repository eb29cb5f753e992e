using System.Security.Cryptography;
using System.Text;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Newsroom;

/// <summary>Reads the masthead from the content folder.</summary>
public static class MastheadFiles
{
    private const string SiteName = "site.yml";
    private const int MaxFileBytes = 1_000_000;
    private const string WordsName = "language.yml";

    /// <summary>The files that the masthead is made of.</summary>
    public static IReadOnlyList<ContentFile> List(string content) =>
    [
        .. new[] { ContentFolder.Find(content, SiteName), ContentFolder.Find(content, WordsName) }.OfType<ContentFile>(),
        .. ContentFolder.List(content, "personas", IsMarkdown),
        .. ContentFolder.List(content, "pages", IsMarkdown),
    ];

    public static Task<(Masthead Masthead, IReadOnlyList<Warning> Warnings)> ReadAsync(IReadOnlyList<ContentFile> files, ILogger log, CancellationToken cancel) =>
        ReadAgainAsync(files, Masthead.Empty, log, cancel);

    /// <summary>What was last read well of a file that is broken now stays: perhaps somebody is typing in it.</summary>
    public static async Task<(Masthead Masthead, IReadOnlyList<Warning> Warnings)> ReadAgainAsync(
        IReadOnlyList<ContentFile> files, Masthead before, ILogger log, CancellationToken cancel)
    {
        var masthead = Masthead.Empty;
        var wasRead = before.Fingerprint.Length > 0;
        var personas = new Dictionary<string, Persona>(StringComparer.OrdinalIgnoreCase);
        var pages = new Dictionary<string, StaticPage>(StringComparer.OrdinalIgnoreCase);
        var warnings = new List<Warning>();
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            if (await file.ReadTextAsync(MaxFileBytes, log, cancel) is not { } text) continue;
            fingerprint.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{text}\n"));
            // Editors that write a file anew empty it first.
            var isEmptied = wasRead && file.Path is (SiteName or WordsName) && string.IsNullOrWhiteSpace(text);
            if (isEmptied) warnings.Add(new(file.Path, 1, "the file is empty: what stood in it holds until something else does; delete the file if nothing should"));
            switch (file.Path)
            {
                case SiteName:
                    var site = SiteFile.Parse(text, file.Path);
                    warnings.AddRange(site.Warnings);
                    masthead = masthead with { Site = isEmptied || (site.IsBroken && wasRead) ? before.Site : site.Site };
                    break;
                case WordsName:
                    var words = WordListFile.Parse(text, file.Path);
                    warnings.AddRange(words.Warnings);
                    masthead = masthead with { Words = isEmptied || (words.IsBroken && wasRead) ? before.Words : words.Words };
                    break;
                case var path when path.StartsWith("personas/", StringComparison.Ordinal):
                    var persona = PersonaFile.Parse(text, file.Path);
                    warnings.AddRange(persona.Warnings);
                    if (LastGood(persona.Persona, persona.IsBroken, before.Personas.Values, one => one.Path == file.Path) is { } voice) personas[voice.Id] = voice.Set(QuoteMarks.Of(masthead.Site.Language));
                    break;
                default:
                    var page = StaticPageFile.Parse(text, file.Path);
                    warnings.AddRange(page.Warnings);
                    if (LastGood(page.Page, page.IsBroken, before.Pages.Values, one => one.Path == file.Path) is { } plain) pages[plain.Slug] = plain.Set(QuoteMarks.Of(masthead.Site.Language));
                    break;
            }
        }

        return (masthead with { Personas = personas, Pages = pages, Fingerprint = Convert.ToHexStringLower(fingerprint.GetHashAndReset()) }, warnings);
    }

    /// <summary>What is read now; of an empty or broken file, what was read of it before, if anything was.</summary>
    private static T? LastGood<T>(T? now, bool isBroken, IEnumerable<T> before, Func<T, bool> isOfThisFile)
        where T : class =>
        now is null || isBroken ? before.FirstOrDefault(isOfThisFile) ?? now : now;

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
}
