using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class TerminalLookTests
{
    private static readonly TerminalLook Narrow = new(20, IsStyled: false);

    [Theory]
    [InlineData("The crane stands where it always stood", "The crane stands|where it always|stood")]
    [InlineData("港に立つ古い起重機は、動かないことになった。", "港に立つ古い起重機|は、動かないことにな|った。")]
    [InlineData("كرسي في الساحة: حكاية قصيرة", "كرسي في الساحة:|حكاية قصيرة")]
    [InlineData("https://quay.example/a-very-long-address", "https://quay.example/a-very-long-address")]
    [InlineData("    indented = code(which, stays, as, it, was);", "    indented = code(which, stays, as, it, was);")]
    [InlineData("one\ttwo", "one    two")]
    [InlineData("a\nb", "a|b")]
    public void Lines_are_as_wide_as_the_terminal(string text, string lines) => Assert.Equal(lines.Split('|'), Narrow.Lines(text));

    [Fact]
    public void Nothing_commands_the_terminal() => Assert.Equal("a [31mb", TerminalLook.Plain("a\e[31mb\u202E"));

    [Theory]
    [InlineData("The crane", "The crane ")]
    [InlineData("The crane stands", "The crane…")]
    [InlineData("港に立つ古い", "港に立つ… ")]
    public void A_cut_text_has_so_many_columns(string text, string cut) => Assert.Equal(cut, TerminalLook.Cut(text, 10));

    [Fact]
    public void Only_a_terminal_is_told_what_stands_out()
    {
        Assert.Equal("a", Narrow.Strong("a"));
        Assert.Equal("\e[1ma\e[22m", (Narrow with { IsStyled = true }).Strong("a"));
    }
}
