using System.Text;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Tests.Wire.Reading.Source;

public sealed class TwiceEncodedTests
{
    [Theory]
    [InlineData("It’s a crane – “the” crane, 5\u00A0m, café, 😀")]
    [InlineData("Кран и гавань — это ‘одно’")]
    public void What_was_made_UTF_8_twice_is_as_it_was(string text)
    {
        var twice = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, TwiceEncoded.Mend(twice));
        Assert.Contains(text, PageEncoding.Decode(Encoding.UTF8.GetBytes("<p>" + twice), null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It’s a café, Ã© and Â° are no words")]
    [InlineData("a next\u0085line, ô \u0085")]
    [InlineData("\u00e2")]
    [InlineData("\u0080")]
    [InlineData("")]
    public void Other_text_stays(string text) => Assert.Equal(text, TwiceEncoded.Mend(text));
}
