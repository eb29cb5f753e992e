using NewsDesk.Archive.Dialects;

namespace NewsDesk.Archive.Schema;

/// <summary>A step that an archive has seen.</summary>
internal sealed record AppliedStep
{
    public int Number { get; init; }

    public string Name { get; init; } = "";

    public string Checksum { get; init; } = "";
}

/// <summary>Applies the steps that a database has not seen, and refuses one that has seen others.</summary>
internal static class Upgrade
{
    /// <summary>How many steps were applied. Runs within a transaction: all of them, or none.</summary>
    public static async Task<int> ApplyAsync(Session session, Dialect dialect, DateTimeOffset now)
    {
        await dialect.LockSchemaAsync(session);
        await session.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS schema_steps (
                number INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied BIGINT NOT NULL
            )
            """);
        var seen = await session.ListAsync<AppliedStep>("SELECT number, name, checksum FROM schema_steps ORDER BY number");
        var known = Script.ListFor(dialect);
        Refuse(seen, dialect, dialect.Place);
        var missing = known.ExceptBy(seen.Select(step => step.Number), script => script.Number).ToList();
        foreach (var script in missing)
        {
            await session.ExecuteAsync(script.Sql);
            await session.ExecuteAsync(
                "INSERT INTO schema_steps (number, name, checksum, applied) VALUES (@Number, @Name, @Checksum, @now)",
                new { script.Number, script.Name, script.Checksum, now });
        }

        return missing.Count;
    }

    /// <summary>Refuses what a newer program has made, or another one; <paramref name="place"/> is the archive, or a copy of one.</summary>
    public static void Refuse(IReadOnlyList<AppliedStep> seen, Dialect dialect, string place)
    {
        var known = Script.ListFor(dialect).ToDictionary(script => script.Number);
        foreach (var step in seen)
        {
            if (!known.TryGetValue(step.Number, out var script))
                throw new ArchiveException($"{place}: a newer NewsDesk has changed this archive (its step {step.Number:000}-{step.Name} is unknown here); run that version, or restore an older copy.");
            if (script.Checksum != step.Checksum)
                throw new ArchiveException($"{place}: the schema step {step.Number:000}-{step.Name} is not the one that this archive was made with; run the version that made it, or restore a copy into a new archive.");
        }
    }
}
