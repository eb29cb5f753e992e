using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NewsDesk.BrowserTests.Markup;

/// <summary>
/// Puts a piece of HTML into a page that has no Content-Security-Policy to save it, pokes every element of it, and tells what
/// happened that must not: the piece is judged by what it does, not by how it is written.
/// </summary>
internal sealed class Judge
{
    private const string Address = "https://paper.example/judge";

    /// <summary>How the piece gets into the page: with it, from a script, or by way of another parser and back.</summary>
    private static readonly (string Way, string Put)[] Ways =
    [
        ("written", ""),
        ("by a script", "piece.innerHTML = html;"),
        ("read twice", "piece.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;"),
    ];

    private const string Watch = """
        for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => console.error('called ' + name);
        // A reader may follow a link; whatever else a click does is the piece's own doing.
        addEventListener('click', event => {
          if (/^(https?|mailto|tel):/.test(event.composedPath().find(e => e.localName === 'a')?.protocol ?? '')) event.preventDefault();
        }, true);
        """;

    private const string Look = """
        (() => {
          const found = [], piece = document.querySelector('[data-judge=piece]'), end = document.querySelector('[data-judge=end]');
          if (!end || piece.nextElementSibling !== end || end.parentNode !== document.body) found.push('the page around it is changed');
          if (document.body.children.length !== 2 || document.head.children.length !== 1) found.push('something is out of its place');
          const form = document.createElement('form');
          for (const e of piece.querySelectorAll('*')) {
            if (/^(script|style|iframe|object|embed|applet|form|input|button|base|meta|link|svg|math|template|frame|noscript)$/.test(e.localName))
              found.push('element ' + e.localName);
            for (const { name, value } of e.attributes) {
              if (/^on|^(style|name|srcdoc|ping|background|formaction|action|target|xlink:href)$/.test(name)) found.push(`${e.localName}[${name}]`);
              if (name === 'id' && (value in document || value in form)) found.push('stands in the place of ' + value);
              if (/^(href|src|cite|poster)$/.test(name) && !/^(https?|mailto|tel):$/.test(new URL(value, location).protocol)
                && !(name === 'src' && /^data:image\/(?!svg)/.test(value))) found.push(`${e.localName}[${name}=${value}]`);
            }
          }
          const once = piece.innerHTML;
          piece.innerHTML = once;
          if (piece.innerHTML !== once) found.push('another tree when it is parsed again');
          return found;
        })()
        """;

    private const string Poke = """
        (async () => {
          for (const e of document.querySelectorAll('[data-judge=piece] *')) {
            e.focus?.();
            for (const type of ['load', 'error', 'focusin', 'mouseover', 'mouseenter', 'pointerover', 'keydown', 'input', 'change', 'toggle', 'animationstart', 'click'])
              e.dispatchEvent(new MouseEvent(type, { bubbles: type === 'click', cancelable: true }));
            if (e.localName === 'details') e.open = true;
          }
          await new Promise(done => setTimeout(done, 30));
        })()
        """;

    private readonly ConcurrentQueue<string> _found = new();
    private readonly IPage _page;
    private string _document = "";

    private Judge(IPage page) => _page = page;

    public static async Task<Judge> OpenAsync(IPage page)
    {
        var judge = new Judge(page);
        await judge.ListenAsync();
        return judge;
    }

    /// <summary>What the piece did, in the first way in which it did anything.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(string html)
    {
        foreach (var (way, put) in Ways)
        {
            _found.Clear();
            await TryAsync(html, put);
            if (!_found.IsEmpty) return [.. _found.Select(one => $"{way}: {one}").Distinct(StringComparer.Ordinal)];
        }

        return [];
    }

    private async Task ListenAsync()
    {
        _page.Console += (_, message) => _found.Enqueue($"console: {message.Text}");
        _page.PageError += (_, error) => _found.Enqueue($"error: {error}");
        _page.Popup += (_, _) => _found.Enqueue("a window opened");
        _page.FrameAttached += (_, _) => _found.Enqueue("a frame was made");
        _page.Dialog += (_, dialog) =>
        {
            _found.Enqueue($"dialog: {dialog.Type}");
            _ = dialog.DismissAsync();
        };
        await _page.AddInitScriptAsync(Watch);
        await _page.RouteAsync("**/*", AnswerAsync);
    }

    private Task AnswerAsync(IRoute route)
    {
        var request = route.Request;
        if (request.IsNavigationRequest && request.Url == Address) return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = _document });
        if (request.ResourceType is "image" or "media") return route.FulfillAsync(new() { ContentType = "image/gif", BodyBytes = Convert.FromBase64String(Dot) });
        _found.Enqueue($"asked for {request.ResourceType} {request.Url}");
        return route.AbortAsync();
    }

    private const string Dot = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private async Task TryAsync(string html, string put)
    {
        var piece = put.Length == 0 ? html : "";
        _document = $"<!DOCTYPE html><html><head><title>Judge</title></head><body><div data-judge=piece>{piece}</div><p data-judge=end>end</p></body></html>";
        await _page.GotoAsync(Address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        if (put.Length > 0) await _page.EvaluateAsync($"html => {{ const piece = document.querySelector('[data-judge=piece]'); {put} }}", html);
        foreach (var fault in await _page.EvaluateAsync<string[]>(Look)) _found.Enqueue(fault);
        await _page.EvaluateAsync(Poke);
        if (_page.Url != Address && !_page.Url.StartsWith(Address + "#", StringComparison.Ordinal)) _found.Enqueue($"went to {_page.Url}");
    }
}
