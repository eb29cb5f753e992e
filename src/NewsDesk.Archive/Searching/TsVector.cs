using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsDesk.Archive.Searching;

/// <summary>
/// Writes entries as PostgreSQL reads rows of an id and a tsvector in its binary COPY format: the server has nothing to parse, sort or
/// make unique.
/// </summary>
internal sealed class TsVector
{
    /// <summary>The server's own limits: a word has at most so many places, and the last place there is.</summary>
    private const int MostPlacesOfAWord = 255;

    private const int LastPlace = 16_382;

    private static readonly byte[] Gap = Encoding.UTF8.GetBytes(Mark.Gap);

    private readonly ArrayBufferWriter<byte> _written = new(1 << 20);

    private readonly List<Word> _words = [];

    public TsVector()
    {
        _written.Write("PGCOPY\n"u8);
        _written.Write<byte>([0xFF, (byte)'\r', (byte)'\n', 0]);
        Int32(0); // no flags
        Int32(0); // no extension
    }

    /// <summary>A word, where it stands in the entry's bytes, and its place; marks have none.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(ulong Beginning, int Start, int Length, int Place);

    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    /// <summary>Adds a row; <paramref name="blocks"/> are marks of its own.</summary>
    public void Add(long id, Entry entry, IEnumerable<string> blocks)
    {
        var bytes = entry.Words;
        foreach (var block in blocks) bytes = [.. bytes, (byte)' ', .. Encoding.UTF8.GetBytes(block)];
        Split(bytes);
        _words.Sort((one, other) => Compare(bytes, one, other));

        Int16(2);
        Int32(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_written.GetSpan(sizeof(long)), id);
        _written.Advance(sizeof(long));
        var lengthAt = _written.WrittenCount;
        Int32(0);
        Int32(0);
        var count = 0;
        for (var first = 0; first < _words.Count; count++)
        {
            var end = first + 1;
            while (end < _words.Count && Bytes(bytes, _words[end]).SequenceEqual(Bytes(bytes, _words[first]))) end++;
            Lexeme(bytes, first, end);
            first = end;
        }

        // The length and the number of words are known only now.
        var written = MemoryMarshal.AsMemory(_written.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32BigEndian(written[lengthAt..], _written.WrittenCount - lengthAt - sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(written[(lengthAt + sizeof(int))..], count);
    }

    /// <summary>Says that no more rows follow.</summary>
    public void End() => Int16(-1);

    private void Lexeme(byte[] bytes, int first, int end)
    {
        _written.Write(Bytes(bytes, _words[first]));
        _written.Write<byte>([0]);
        while (first < end && _words[first].Place == 0) first++;
        end = Math.Min(end, first + MostPlacesOfAWord);
        Int16((short)(end - first));
        for (; first < end; first++) Int16((short)_words[first].Place);
    }

    private void Split(ReadOnlySpan<byte> bytes)
    {
        _words.Clear();
        var (place, gaps) = (0, 0);
        foreach (var range in bytes.Split((byte)' '))
        {
            var (start, length) = range.GetOffsetAndLength(bytes.Length);
            if (length == 0) continue;
            place++;
            var word = bytes.Slice(start, length);
            if (word.SequenceEqual(Gap)) gaps++;
            else if (gaps >= 2) _words.Add(new Word(Beginning(word), start, length, 0));
            else if (place <= LastPlace) _words.Add(new Word(Beginning(word), start, length, place));
        }
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    private static ulong Beginning(ReadOnlySpan<byte> word)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        word[..Math.Min(8, word.Length)].CopyTo(eight);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }

    private static int Compare(byte[] bytes, Word one, Word other)
    {
        var order = one.Beginning.CompareTo(other.Beginning);
        if (order == 0 && (one.Length > 8 || other.Length > 8)) order = Bytes(bytes, one).SequenceCompareTo(Bytes(bytes, other));
        return order != 0 ? order : one.Place.CompareTo(other.Place);
    }

    private static ReadOnlySpan<byte> Bytes(byte[] bytes, Word word) => bytes.AsSpan(word.Start, word.Length);

    private void Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_written.GetSpan(sizeof(short)), value);
        _written.Advance(sizeof(short));
    }

    private void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_written.GetSpan(sizeof(int)), value);
        _written.Advance(sizeof(int));
    }
}
