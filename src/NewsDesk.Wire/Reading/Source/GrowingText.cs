using System.Buffers;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>Text that is written piece by piece into a borrowed buffer: that of a page is so large that a new one each time would cost more than the writing.</summary>
internal sealed class GrowingText(int expected) : IDisposable
{
    private char[] _letters = ArrayPool<char>.Shared.Rent(expected);

    public int Length { get; private set; }

    public GrowingText Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _letters.Length - Length) Grow(text.Length);
        text.CopyTo(_letters.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    public GrowingText Append(char letter)
    {
        if (Length == _letters.Length) Grow(1);
        _letters[Length++] = letter;
        return this;
    }

    public override string ToString() => new(_letters, 0, Length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        _letters = [];
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_letters.Length * 2, Length + by));
        _letters.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_letters);
        _letters = larger;
    }
}
