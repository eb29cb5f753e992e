using System.Reflection;
using System.Runtime.InteropServices;

namespace NewsDesk.Hosting;

/// <summary>
/// A site runs for days, and a tool for seconds. A site gains by having its hot code compiled once more by what it was seen to do, where a tool would spend
/// nearly half of its time on being watched; a site's memory is tidied beside its work, where a tool would rather stop and tidy as closely as can be. The runtime is told which
/// of the two when a process begins and never after: so the program is built for the tool, and a site begins anew with other words, in the same process
/// and before it has done more than find its folders.
/// </summary>
internal static class LongRun
{
    /// <summary>
    /// Requests are short and there are many; texts to be printed, stories to be told and pages to be made take long and are few. With as many threads as
    /// processors the first wait for the second, with more the system lets them in between.
    /// </summary>
    private const int Threads = 16;

    /// <summary>Switches of the runtime, and of the system's own memory, which would give each thread a store of its own. Who has set one, to whatever, is obeyed.</summary>
    private static readonly (string Name, string Value)[] Switches =
        [("DOTNET_TieredPGO", "1"), ("DOTNET_gcConcurrent", "1"), ("DOTNET_GCConserveMemory", "7"), ("MALLOC_ARENA_MAX", "2")];

    /// <summary>
    /// Threads that hear of what came in on a connection go on with it themselves, instead of handing it over. They must never wait for what another connection
    /// brings: the driver of a database server does, when it ends a reading early.
    /// </summary>
    private static readonly (string Name, string Value) AnswerAtOnce = ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    public static void Begin(bool usesServer)
    {
        BeginAnew(usesServer ? Switches : [.. Switches, AnswerAtOnce]);
        ThreadPool.GetMinThreads(out var threads, out var others);
        ThreadPool.SetMinThreads(Math.Max(Threads, threads), others);
    }

    /// <summary>Does not come back when the process begins anew; comes back when it need not, or cannot, and then the site is only a little slower.</summary>
    private static void BeginAnew(IEnumerable<(string Name, string Value)> switches)
    {
        var missing = string.Concat(switches.Where(one => Environment.GetEnvironmentVariable(one.Name) is null).Select(one => $"{one.Name}={one.Value}\0"));
        // In a test the process is not ours.
        if (!OperatingSystem.IsLinux() || missing.Length == 0 || Assembly.GetEntryAssembly() != typeof(LongRun).Assembly) return;
        using var arguments = new Words(File.ReadAllBytes("/proc/self/cmdline"));
        using var environment = new Words([.. File.ReadAllBytes("/proc/self/environ"), .. System.Text.Encoding.ASCII.GetBytes(missing)]);
        _ = Execute("/proc/self/exe\0"u8.ToArray(), arguments.Pointers, environment.Pointers);
    }

    [DllImport("libc", EntryPoint = "execve")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(byte[] program, nint[] arguments, nint[] environment);

    /// <summary>Words as the system keeps them, byte for byte: each ended by a NUL, and their addresses by a null.</summary>
    private sealed class Words : IDisposable
    {
        private readonly nint _memory;

        public Words(byte[] bytes)
        {
            _memory = Marshal.AllocHGlobal(bytes.Length);
            Marshal.Copy(bytes, 0, _memory, bytes.Length);
            var pointers = new List<nint>();
            for (var at = 0; at < bytes.Length; at = Array.IndexOf(bytes, (byte)0, at) + 1) pointers.Add(_memory + at);
            Pointers = [.. pointers, 0];
        }

        public nint[] Pointers { get; }

        public void Dispose() => Marshal.FreeHGlobal(_memory);
    }
}
