using System.Globalization;
using System.Reflection;
using NewsDesk.Archive.Dialects;

namespace NewsDesk.Archive.Schema;

/// <summary>One numbered step of the schema, as it stands in this program.</summary>
internal sealed record Script(int Number, string Name, string Sql)
{
    /// <summary>Tells whether the step that was applied is the step that is known here.</summary>
    public string Checksum => Storable.Fingerprint(Sql);

    /// <summary>The steps for a database: <c>NNN-name.sql</c> is for both, <c>NNN-name.sqlite.sql</c> for one.</summary>
    public static IReadOnlyList<Script> ListFor(Dialect dialect)
    {
        var assembly = typeof(Script).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(file => file.EndsWith(".sql", StringComparison.Ordinal))
            .Select(file => (file, parts: file.Split('.')))
            .Where(named => named.parts.Length == 2 || named.parts[1] == dialect.Name)
            .Select(named => Read(assembly, named.file, named.parts[0], dialect))
            .OrderBy(script => script.Number)];
    }

    private static Script Read(Assembly assembly, string file, string name, Dialect dialect)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var (word, meaning) in dialect.Words) sql = sql.Replace($"{{{word}}}", meaning, StringComparison.Ordinal);
        return new Script(int.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture), name[4..], sql);
    }
}
