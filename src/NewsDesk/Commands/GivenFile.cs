namespace NewsDesk.Commands;

/// <summary>A file that somebody named on the command line.</summary>
internal static class GivenFile
{
    /// <summary>
    /// Answers <paramref name="path"/> when a file is there, and else says what to name instead: of a folder the files in it that look like
    /// <paramref name="pattern"/>, of an address the file that it is saved in.
    /// </summary>
    public static string Find(string path, string pattern)
    {
        if (path.Contains("://", StringComparison.Ordinal)) throw new BadInputException($"{path}: addresses are not fetched here; save what is there and name the file");
        if (Directory.Exists(path)) throw new BadInputException($"{path}: is a folder; name the files in it, as {Path.Join(path, pattern)}");
        return File.Exists(path) ? path : throw new BadInputException($"{path}: there is no such file");
    }
}
