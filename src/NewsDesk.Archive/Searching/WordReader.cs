using System.Buffers;
using System.Text;

namespace NewsDesk.Archive.Searching;

/// <summary>Reads a text word by word, without making a string of each: every article that comes in is read so.</summary>
internal sealed class WordReader(string text)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly char[] _letters = new char[Words.MaxLetters];
    private int _count;
    private int _at;

    /// <summary>The word as it is looked for, until the next one is read.</summary>
    public ReadOnlySpan<char> Folded => _letters.AsSpan(0, _count);

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>False when there are no more.</summary>
    public bool Next()
    {
        // Most words are plain letters between plain signs: such a word is found and folded as a whole.
        while (_at < text.Length && char.IsAscii(text[_at]) && !char.IsAsciiLetterOrDigit(text[_at])) _at++;
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAnyExcept(Plain);
        if (length < 0) length = rest.Length;
        if (length == 0 || (length < rest.Length && !char.IsAscii(rest[length]))) return NextOfAnyKind();
        (Start, Length) = (_at, length);
        Ascii.ToLower(rest[..Math.Min(length, _letters.Length)], _letters, out _count);
        _at += length;
        return true;
    }

    private bool NextOfAnyKind()
    {
        _count = 0;
        var end = 0;
        while (_at < text.Length)
        {
            var length = 1;
            var letter = text[_at];
            if (char.IsAsciiLetterOrDigit(letter))
            {
                if (_count == 0) Start = _at;
                if (_count < _letters.Length) _letters[_count++] = (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
            }
            else if (char.IsAscii(letter) || FoldAt(out var rune, out length) is not { } folded)
            {
                if (_count > 0) break;
                _at += length;
                continue;
            }
            else if (Words.StandsAlone(rune.Value))
            {
                // The word before it is given first; this one is read again.
                if (_count > 0) break;
                Put(folded);
                (Start, Length) = (_at, length);
                _at += length;
                return true;
            }
            else if (folded.Length > 0)
            {
                if (_count == 0) Start = _at;
                Put(folded);
            }

            _at += length;
            end = _at;
        }

        Length = end - Start;
        return _count > 0;
    }

    private string? FoldAt(out Rune rune, out int length)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(_at), out rune, out length) != OperationStatus.Done) rune = new Rune(' ');
        return Words.Fold(rune);
    }

    private void Put(string folded)
    {
        if (_count + folded.Length > _letters.Length) return;
        folded.CopyTo(_letters.AsSpan(_count));
        _count += folded.Length;
    }
}
