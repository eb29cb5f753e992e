using System.Text.RegularExpressions;
using NewsDesk.Wire.Stories.Disagreements;

namespace NewsDesk.Tests.Wire.Stories.Disagreements;

public class PatternsTests
{
    [Fact]
    public void A_sentence_that_takes_too_long_says_nothing()
    {
        var slow = new Regex("(a+)+b", RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(5));
        var text = new string('a', 5000);
        Assert.Null(Patterns.Find(slow, text));
        Assert.Empty(Patterns.All(slow, text));
        Assert.NotNull(Patterns.Find(slow, "aab"));
    }
}
