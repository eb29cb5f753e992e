using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace NewsDesk.Archive.Dialects;

/// <summary>Chooses the SQLite to run on: the operating system's when it is newer than the bundled one and can search.</summary>
internal static class SqliteLibrary
{
    private const string Bundled = "e_sqlite3";
    private const string System = "libsqlite3.so.0";

    private static readonly Lazy<string> Chosen = new(Choose);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CompiledWith(byte[] option);

    /// <summary>Loads it once for the process; for the log, as <c>SQLite 3.40.1 (the system's)</c>.</summary>
    public static string Load() => Chosen.Value;

    private static string Choose()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var ours = NativeLibrary.TryLoad(Bundled, provider, null, out var bundled) ? VersionOf(bundled) : 0;
        var theirs = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(System, out var system) && CanSearch(system) ? VersionOf(system) : 0;
        if (theirs > ours)
        {
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) =>
                name == Bundled ? NativeLibrary.Load(System) : 0);
        }

        Batteries_V2.Init();
        // Nobody asks how much memory is in use, and counting takes a lock for every allocation. Refused when somebody in this process was faster: then it is counted.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(theirs > ours ? "the system's" : "bundled")})";
    }

    private static int VersionOf(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)()
            : 0;

    private static bool CanSearch(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var export)
        && Marshal.GetDelegateForFunctionPointer<CompiledWith>(export)(Encoding.ASCII.GetBytes("ENABLE_FTS5\0")) != 0;
}
