using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Tests.Wire.Fetching;

namespace NewsDesk.Tests.Pages.Keeping;

/// <summary>Right after a change a page is shown as it was, so that nobody waits for the new one who did not ask to.</summary>
public sealed class FormerPagesTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly Desk _desk;

    public FormerPagesTests() => _desk = new Desk
    {
        Change = services => services.AddSingleton(parts => new PageShelf(parts.GetRequiredService<CurrentMasthead>(), parts.GetRequiredService<PageMemory>(), _clock)),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task While_one_is_made_who_passes_sees_the_former_one_and_who_reloads_waits()
    {
        var before = await _desk.ReadAsync("/wire");
        var (made, gate) = (0, new TaskCompletionSource());
        _desk.WhenTheWireIsAskedFor(() =>
        {
            Interlocked.Increment(ref made);
            gate.Task.Wait(Cancel);
        });
        ChangeAnArticle();

        for (var i = 0; i < 10; i++)
        {
            using var former = await _desk.Passer.GetAsync("/wire", Cancel);
            Assert.Equal(before, await former.Content.ReadAsStringAsync(Cancel));
            Assert.True(former.Headers.CacheControl is { Private: true, NoCache: true });
        }

        var reload = _desk.GetAsync("/wire");
        await Task.Delay(100, Cancel);
        Assert.False(reload.IsCompleted);
        gate.SetResult();

        using var fresh = await reload;
        Assert.True(fresh.Headers.CacheControl!.Public);
        using var next = await _desk.Passer.GetAsync("/wire", Cancel);
        Assert.True(next.Headers.CacheControl!.Public);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Half_a_second_later_everyone_waits_for_the_new_one()
    {
        await _desk.ReadAsync("/wire");
        ChangeAnArticle();
        _clock.Advance(TimeSpan.FromMilliseconds(500));

        using var fresh = await _desk.Passer.GetAsync("/wire", Cancel);

        Assert.True(fresh.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task The_one_that_is_made_meanwhile_is_in_the_language_of_who_passed()
    {
        const string Clean = "/wire?language=clean";
        await _desk.ReadAsync("/wire");
        var before = await _desk.ReadAsync(Clean);
        ChangeAnArticle();

        using var former = await _desk.Passer.GetAsync(Clean, Cancel);
        Assert.True(former.Headers.CacheControl!.Private);

        Assert.Equal(before, await _desk.ReadAsync(Clean));
        Assert.NotEqual(before, await _desk.ReadAsync("/wire"));
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_shown_no_longer_than_any_other_and_then_says_so()
    {
        await _desk.ReadAsync("/wire");
        _desk.WhenTheWireIsAskedFor(() => throw new InvalidOperationException("The wire is cut."));
        ChangeAnArticle();

        using var former = await _desk.Passer.GetAsync("/wire", Cancel);
        Assert.Equal(HttpStatusCode.OK, former.StatusCode);
        _clock.Advance(TimeSpan.FromMilliseconds(500));

        using var broken = await _desk.Passer.GetAsync("/wire", Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
    }

    private void ChangeAnArticle() => _desk.Part<PageShelf>().Drop(new HashSet<string>(StringComparer.Ordinal) { Subject.Articles });
}
