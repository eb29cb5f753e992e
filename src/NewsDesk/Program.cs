using System.CommandLine;
using NewsDesk.Commands;

var root = new RootCommand("NewsDesk, a satirical newsroom in a box. Without a command it serves the site.")
{
    CleanCommand.Create(),
    StoriesCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
