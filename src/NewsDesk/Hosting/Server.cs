using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using NewsDesk.Archive;
using NewsDesk.Commands;
using NewsDesk.Settings;

namespace NewsDesk.Hosting;

/// <summary>Runs the site until it is told to stop.</summary>
public static class Server
{
    public static async Task<int> RunAsync(DeskSettings settings, House house, CancellationToken cancel)
    {
        await using var log = DeskLog.Open(house.Logs, settings.LogLevel);
        var connection = settings.Connection.Length > 0 ? settings.Connection : house.DatabasePath;
        await using var archive = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, cancel);
        log.Information(archive.IsNew ? "A new archive was begun: {Archive}" : "The archive is {Archive}", archive.Description);

        await using var app = DeskApp.Build(settings, house, archive, log);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            log.Information("NewsDesk is closed before it was open");
            return 0;
        }
        catch (SocketException error)
        {
            throw new BadInputException(
                $"{settings.Urls}: this address cannot be listened on ({error.Message}). Choose one of this machine's with --urls http://localhost:5080", error);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new BadInputException(
                $"{settings.Urls}: the port is taken by another program. Stop that one, or choose another port with --urls http://localhost:5081", error);
        }

        log.Information("NewsDesk is open at {Urls:l}. Ctrl-C closes it", string.Join(", ", app.Urls));
        await app.WaitForShutdownAsync(cancel);
        log.Information("NewsDesk is closed");
        return 0;
    }
}
