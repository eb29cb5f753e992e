using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Newsroom.Checking;

/// <summary>All that is to be told of one post, line by line: how its file reads, how it prints, and how it stands to the desk.</summary>
internal static class PostCheck
{
    /// <param name="text">The whole file.</param>
    public static IReadOnlyList<Warning> Find(PostRead read, Post post, string text, RenderedPost printed, Masthead masthead) =>
    [
        .. read.Warnings.Concat(PersonaCheck.Find(post, text, masthead) is { } stranger ? [stranger] : [])
            .Concat(AliasCheck.Find(post, text, masthead)).Concat(printed.Warnings).OrderBy(warning => warning.Line),
    ];
}
