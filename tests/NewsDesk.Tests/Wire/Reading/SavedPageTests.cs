using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

public sealed class SavedPageTests
{
    [Theory]
    [InlineData("<!doctype html>\n<!-- saved from url=(0031)https://paper.example/moon-sold -->\n<html>", "https://paper.example/moon-sold")]
    [InlineData("<html><!-- saved from url: https://paper.example/moon-sold --><body>", "https://paper.example/moon-sold")]
    [InlineData("<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://paper.example/a?b=c&d=e \n saved date: Sat Nov 21 2026\n--><head>", "https://paper.example/a?b=c&d=e")]
    public void Says_where_it_was_saved_from(string html, string url) => Assert.Equal(url, SavedPage.FindUrl(html)?.AbsoluteUri);

    [Theory]
    [InlineData("<html><body>saved from url=(0031)https://paper.example/</body>")]
    [InlineData("<!-- saved from url=(0014)about:internet -->")]
    [InlineData("<!-- saved from url=(0021)file:///home/a/b.html -->")]
    [InlineData("")]
    public void Is_silent_when_the_page_does_not_say(string html) => Assert.Null(SavedPage.FindUrl(html));
}
