using System.CommandLine;
using NewsDesk.Commands;

var root = new RootCommand("NewsDesk, a satirical newsroom in a box. Without a command it serves the site.")
{
    ServeCommand.Create(),
    CleanCommand.Create(),
    RenderCommand.Create(),
    NewCommand.Create(),
    CheckCommand.Create(),
    ExtractCommand.Create(),
    FeedCommand.Create(),
    SourcesCommand.Create(),
    GatherCommand.Create(),
    ArchiveCommand.Create(),
    StoriesCommand.Create(),
};
ServeCommand.MakeDefault(root);

return await CommandLine.RunAsync(root, args);

/// <summary>The program's way in, named for the tests that start it.</summary>
public sealed partial class Program;
