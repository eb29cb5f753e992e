namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>
/// Gives every tag one name, whatever prefix, case or namespace address the feed chose: <c>title</c> for the feed's own
/// vocabulary, <c>dc:date</c> or <c>content:encoded</c> for a module, <c>?</c> for what we do not know. All in lower case.
/// </summary>
internal sealed class NameTable
{
    /// <summary>Open declarations at once; a feed has about ten.</summary>
    private const int MaxDeclarations = 200;

    private readonly List<(string Prefix, string Vocabulary)> _declared = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private string _home = Vocabularies.Rss;

    /// <summary>
    /// Makes this the vocabulary whose names carry no prefix: also that of a namespace nobody knows, if the root is in it or it
    /// is the default.
    /// </summary>
    public void MakeHome(string vocabulary, ReadOnlySpan<char> root)
    {
        _home = vocabulary;
        _names.Clear();
        for (var i = 0; i < _declared.Count; i++)
        {
            var (prefix, known) = _declared[i];
            if (known == Vocabularies.Unknown && (prefix.Length == 0 || root.StartsWith(prefix + ':', StringComparison.Ordinal)))
                _declared[i] = (prefix, vocabulary);
        }
    }

    /// <summary>Takes in the declarations of a tag, and answers how many there were, to be handed back to <see cref="Close"/>.</summary>
    public int Open(XmlTokens tag)
    {
        var before = _declared.Count;
        foreach (var attribute in tag.Attributes)
        {
            var name = tag.NameOf(attribute);
            if (!name.StartsWith("xmlns", StringComparison.Ordinal) || _declared.Count >= MaxDeclarations) continue;
            if (name.Length > 5 && name[5] != ':') continue;
            _declared.Add((name.Length > 6 ? name[6..].ToString() : "", Vocabularies.Of(tag.ValueOf(attribute))));
        }

        if (_declared.Count > before) _names.Clear();
        return _declared.Count - before;
    }

    public void Close(int declarations)
    {
        if (declarations == 0) return;
        _declared.RemoveRange(_declared.Count - declarations, declarations);
        _names.Clear();
    }

    public string NameOf(ReadOnlySpan<char> written)
    {
        var known = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var name)) return name;
        name = Resolve(written);
        if (_names.Count < MaxDeclarations) known[written] = name;
        return name;
    }

    public string VocabularyOf(ReadOnlySpan<char> written)
    {
        var colon = written.IndexOf(':');
        var prefix = colon < 0 ? [] : written[..colon];
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (prefix.Equals(_declared[i].Prefix, StringComparison.Ordinal)) return _declared[i].Vocabulary;
        }

        return prefix.IsEmpty ? _home : Vocabularies.OfUndeclared(prefix);
    }

    private string Resolve(ReadOnlySpan<char> written)
    {
        var vocabulary = VocabularyOf(written);
        if (vocabulary == Vocabularies.Unknown) return vocabulary;
        var local = written[(written.IndexOf(':') + 1)..].ToString().ToLowerInvariant();
        return vocabulary == _home ? local : $"{vocabulary}:{local}";
    }
}
