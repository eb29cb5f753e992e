using System.Text;
using Microsoft.AspNetCore.Http;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>What we say to other programs, and what comes of it.</summary>
public sealed class CallTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private Task<Called> CallAsync(string address, Letter? letter = null) => fixture.Client.CallAsync(new(new(address), letter), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        (string, string?, string?, string?, string) got = default;
        string? body = null;
        var host = fixture.Internet.Tame("letters.example", async context =>
        {
            var asked = context.Request;
            got = (asked.Method, asked.Path.Value, asked.QueryString.Value, asked.ContentType, asked.Headers.Link.ToString());
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 204;
        });

        var called = await CallAsync($"{host}/box?for=me", new(Encoding.UTF8.GetBytes("<rss/>"), "application/rss+xml; charset=utf-8") { Headers = [("Link", "<a>; rel=\"hub\"")] });

        Assert.Null(called.Failure);
        Assert.Equal("<rss/>", body);
        Assert.Equal(("POST", "/box", "?for=me", "application/rss+xml; charset=utf-8", "<a>; rel=\"hub\""), got);
    }

    [Fact]
    public async Task A_question_gets_the_beginning_of_the_answer()
    {
        var host = fixture.Internet.Tame("talker.example", context => context.Response.WriteAsync(new string('a', 100_000)));

        var called = await CallAsync(host);

        Assert.Null(called.Failure);
        Assert.InRange(called.Said.Length, 4096, 5000);
    }

    [Theory]
    [InlineData(301, FailureKind.Redirect)]
    [InlineData(307, FailureKind.Redirect)]
    [InlineData(410, FailureKind.Status)]
    [InlineData(500, FailureKind.Status)]
    public async Task What_is_not_taken_says_why_and_no_redirect_is_followed(int status, FailureKind kind)
    {
        var other = fixture.Internet.Tame($"target-{status}.example", Answers.Status(200));
        var host = fixture.Internet.Tame($"refuses-{status}.example", Answers.Redirect(other, status));

        var called = await CallAsync(host, new(new byte[] { 1 }, "text/plain"));

        Assert.Equal((kind, status), (called.Failure, called.Attempt.Status));
        Assert.NotEmpty(called.Reason!);
        Assert.DoesNotContain(fixture.Internet.Visits, visit => visit.Host == $"target-{status}.example");
    }

    [Theory]
    [InlineData("http://10.0.0.1/callback")]
    [InlineData("http://[::1]/callback")]
    [InlineData("http://reader.example:25/callback")]
    public async Task A_private_network_is_not_called(string address)
    {
        var called = await CallAsync(address, new(new byte[] { 1 }, "text/plain"));

        Assert.Equal(FailureKind.Address, called.Failure);
    }
}
