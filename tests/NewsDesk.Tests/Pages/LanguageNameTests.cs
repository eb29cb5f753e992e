using NewsDesk.Pages;

namespace NewsDesk.Tests.Pages;

public sealed class LanguageNameTests
{
    [Theory]
    [InlineData("en", "English")]
    [InlineData("fil", "Filipino")]
    [InlineData("zz", "zz")]
    [InlineData("", "")]
    [InlineData("not a tag", "not a tag")]
    // The runtime would keep each of these for ever, and anybody may make up more.
    [InlineData("en-x-whatever", "en-x-whatever")]
    public void What_has_no_name_is_called_as_it_was_written(string tag, string name) => Assert.Equal(name, LanguageName.Of(tag));
}
