namespace NewsDesk.Wire.Stories.Terms;

/// <summary>What the way in which an article writes a word tells of its being a name.</summary>
internal enum Writing : byte
{
    /// <summary>Nothing: it stands in the address alone, or is a figure.</summary>
    Silent,

    /// <summary>With a small letter: it is no name, or also a word.</summary>
    Small,

    /// <summary>With a capital where anything has one: at the beginning of a sentence, in a headline that writes every word so.</summary>
    Large,

    /// <summary>With a capital where only names have one.</summary>
    Name,
}
