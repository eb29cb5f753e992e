using NewsDesk.Wire.Reading.Choosing;

namespace NewsDesk.Tests.Wire.Reading.Choosing;

public sealed class LeakedAttributesTests
{
    [Theory]
    [InlineData("He left.\nreferrerpolicy=\"origin\"\nstyle=\"width:1px;\">\nShe stayed.", "He left.\nShe stayed.")]
    [InlineData("loading=\"eager\" decoding=\"sync\" onerror=\"gone()\">", "")]
    [InlineData("A crane class=\"big\">stands", "A crane stands")]
    public void Go(string text, string left) => Assert.Equal(left, LeakedAttributes.Remove(text));

    [Theory]
    [InlineData("Set width=\"10\" and see.")]
    [InlineData("x = \"y\" and z = 'w'")]
    [InlineData("She said \"class\" was all that mattered.")]
    public void What_a_text_speaks_of_stays(string text) => Assert.Equal(text, LeakedAttributes.Remove(text));
}
