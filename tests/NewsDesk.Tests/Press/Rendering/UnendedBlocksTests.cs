namespace NewsDesk.Tests.Press.Rendering;

/// <summary>What is begun and never ended takes the rest of a text along: writers are told where it begins and how to end it.</summary>
public sealed class UnendedBlocksTests
{
    [Theory]
    [InlineData("^^^\n![a](/media/moon.jpg)\n\nThe rest.", "^^^ is never ended and holds the rest of the text: write a line of ^^^ after its last line, perhaps with a caption")]
    [InlineData("^^^^\nA\n\nThe rest.", "^^^^ is never ended and holds the rest of the text: write a line of ^^^^ after its last line, perhaps with a caption")]
    [InlineData("^^^ A caption at the beginning", "^^^ is never ended and holds the rest of the text: write a line of ^^^ after its last line, perhaps with a caption")]
    [InlineData("```json\n{}\n\nThe rest.", "``` is never ended, so what follows is shown as code: write a line of ``` after its last line")]
    [InlineData("~~~~\nA\n~~~\nThe rest.", "~~~~ is never ended, so what follows is shown as code: write a line of ~~~~ after its last line")]
    [InlineData("<!-- to do\n\nThe rest.", "<!-- is never ended in its paragraph, so it is shown as text: write it in backticks, or end it with -->")]
    [InlineData("<script>\n\nThe rest.", "<script> is never ended in its paragraph, so it is shown as text: write it in backticks, or end it with </script>")]
    [InlineData("<pre>\nA\n\nThe rest.", "<pre> is never ended, so what follows is shown as it was typed: write </pre> where it is over")]
    [InlineData("::: aside\nA\n\nThe rest.", "::: aside is never ended and holds the rest of the text: write a line of ::: after its last line")]
    [InlineData("::: typo\nA\n\nThe rest.", "::: typo is never ended and holds the rest of the text: write a line of ::: after its last line")]
    public void It_is_told_with_line_and_remedy(string markdown, string warning)
    {
        var printed = Prints.PrintText("A first line.\n\n" + markdown);

        var told = Assert.Single(printed.Warnings, one => one.Message.Contains("never ended", StringComparison.Ordinal));
        Assert.Equal((7, warning), (told.Line, told.Message));
    }

    [Theory]
    [InlineData("^^^\nA\n^^^ A caption")]
    [InlineData("> ^^^\n> A\n> ^^^\n\nB")]
    [InlineData("- ```\n  A\n  ```\n\nB")]
    [InlineData("```\nA\n```")]
    [InlineData("    ```\n    A")]
    [InlineData("<!-- one line -->")]
    [InlineData("<pre>\nA\n\nB</pre>")]
    [InlineData("::: aside\n```\n:::\n```\n:::")]
    [InlineData("<div>\nA\n\nB")]
    public void What_is_ended_is_no_trouble(string markdown) => Assert.Empty(Prints.PrintText(markdown).Warnings);
}
