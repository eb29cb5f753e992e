using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class CleanCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task Shows_a_person_what_is_kept_of_each_file_and_names_the_one_that_cannot_be_read()
    {
        await File.WriteAllTextAsync(_file, "<p onclick=x>kept <a href=/y>link</a></p>", TestContext.Current.CancellationToken);
        var (output, errors) = (new StringWriter(), new StringWriter());

        var exit = await CleanCommand.Create().Parse(["/nowhere/page.html", _file, "--url", "https://paper.example/"])
            .InvokeAsync(new() { Output = output, Error = errors }, TestContext.Current.CancellationToken);

        Assert.Equal(1, exit);
        Assert.Equal("<p>kept <a href=\"https://paper.example/y\" rel=\"nofollow ugc noopener\">link</a></p>", output.ToString().TrimEnd());
        Assert.Contains("/nowhere/page.html", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        var error = await Assert.ThrowsAsync<BadInputException>(() => CleanCommand.Create().Parse([_file, "--url", "paper"])
            .InvokeAsync(new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));

        Assert.Contains("paper", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
