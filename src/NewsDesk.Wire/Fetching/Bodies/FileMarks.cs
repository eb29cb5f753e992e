using System.Text;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>The first bytes of files that are neither feed nor page, with what a person calls them.</summary>
internal static class FileMarks
{
    private static readonly (int At, byte[] Bytes, string Name)[] Marks =
    [
        Mark("%PDF-", "a PDF file"), Mark("\u0089PNG", "a picture"), Mark("\u00ff\u00d8\u00ff", "a picture"), Mark("GIF8", "a picture"),
        Mark("II*\0", "a picture"), Mark("MM\0*", "a picture"), Mark("\0\0\u0001\0", "a picture"),
        Mark("WEBP", "a picture", 8), Mark("WAVE", "a sound recording", 8), Mark("AVI ", "a film", 8), Mark("ftyp", "a film or a sound recording", 4),
        Mark("\u001aE\u00df\u00a3", "a film"), Mark("OggS", "a film or a sound recording"), Mark("ID3", "a sound recording"),
        Mark("\u00ff\u00fb", "a sound recording"), Mark("\u00ff\u00f3", "a sound recording"), Mark("fLaC", "a sound recording"),
        Mark("PK\u0003\u0004", "a ZIP archive or an office document"), Mark("Rar!", "an archive of files"), Mark("7z\u00bc\u00af", "an archive of files"),
        Mark("\u001f\u008b", "a packed file"), Mark("BZh", "a packed file"), Mark("\u00fd7zXZ", "a packed file"), Mark("(\u00b5/\u00fd", "a packed file"),
        Mark("\u00d0\u00cf\u0011\u00e0", "an office document"), Mark("{\\rtf", "an office document"), Mark("%!PS", "a document for printers"),
        Mark("MZ\u0090\0", "a program"), Mark("\u007fELF", "a program"), Mark("\0asm", "a program"), Mark("wOF", "a typeface"),
    ];

    /// <summary>What the body is; null when no mark tells.</summary>
    public static string? NameOf(ReadOnlySpan<byte> body)
    {
        foreach (var (at, bytes, name) in Marks)
        {
            if (body.Length > at && body[at..].StartsWith(bytes)) return name;
        }

        return null;
    }

    private static (int At, byte[] Bytes, string Name) Mark(string bytes, string name, int at = 0) => (at, Encoding.Latin1.GetBytes(bytes), name);
}
