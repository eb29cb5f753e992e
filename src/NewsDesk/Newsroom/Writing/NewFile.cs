using System.Text;

namespace NewsDesk.Newsroom.Writing;

/// <summary>Puts a new file into the content folder: whole, or not at all, and never in the place of another.</summary>
public static class NewFile
{
    /// <summary>False when there is a file of that name already, which stays as it is.</summary>
    public static async Task<bool> TryWriteAsync(string path, string text, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Hidden, so that whoever follows the folder does not read half of it.
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
