using NewsDesk.Archive.Dialects;

namespace NewsDesk.Archive.Schema;

/// <summary>Applies the steps that a database has not seen, and refuses one that has seen others.</summary>
internal static class Upgrade
{
    private sealed record Applied
    {
        public int Number { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";
    }

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
        var seen = await session.ListAsync<Applied>("SELECT number, name, checksum FROM schema_steps ORDER BY number");
        var known = Script.ListFor(dialect);
        Refuse(seen, known.ToDictionary(script => script.Number), dialect);
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

    private static void Refuse(IReadOnlyList<Applied> seen, Dictionary<int, Script> known, Dialect dialect)
    {
        foreach (var step in seen)
        {
            if (!known.TryGetValue(step.Number, out var script))
                throw new ArchiveException($"{dialect.Place}: a newer NewsDesk has changed this archive (its step {step.Number:000}-{step.Name} is unknown here); run that version, or restore an older copy.");
            if (script.Checksum != step.Checksum)
                throw new ArchiveException($"{dialect.Place}: the schema step {step.Number:000}-{step.Name} is not the one that this archive was made with; run the version that made it, or restore a copy into a new archive.");
        }
    }
}
