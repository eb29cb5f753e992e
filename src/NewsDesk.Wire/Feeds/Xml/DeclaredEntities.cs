namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>
/// The entities that a document declares for itself, as far as they are harmless: plain short text with no reference to
/// another entity, and no more than a fixed amount of it in all, so that no bomb goes off.
/// </summary>
internal sealed class DeclaredEntities
{
    private const int MaxEntities = 300;
    private const int MaxValue = 200;

    /// <summary>Characters that one document may grow by.</summary>
    private const int MaxGrowth = 100_000;

    private Dictionary<string, string>? _values;
    private int _grown;

    public void Declare(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.Length > MaxValue || value.Contains('<') || _values?.Count >= MaxEntities) return;
        if (value.Contains('&') && !IsOneCharacter(value)) return;
        _values ??= new(StringComparer.Ordinal);
        _values.TryAdd(name.ToString(), CharacterReferences.Decode(value));
    }

    public string? Find(ReadOnlySpan<char> name)
    {
        if (_values is null || _grown > MaxGrowth) return null;
        if (!_values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value)) return null;
        _grown += value.Length;
        return value;
    }

    private static bool IsOneCharacter(ReadOnlySpan<char> value) =>
        value.StartsWith("&#") && value[1..].IndexOf('&') < 0 && value.IndexOf(';') == value.Length - 1;
}
