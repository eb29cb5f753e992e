using System.Data;

namespace NewsDesk.Archive;

/// <summary>A column of rows that are inserted many at once, and what it holds of each; times and words travel as elsewhere.</summary>
internal sealed record Column<T>(string Name, DbType Type, Func<T, object?> Value);
