using System.Reflection;
using System.Runtime.InteropServices;

namespace NewsDesk.Hosting;

/// <summary>
/// A site runs for days, and gains by having its hot code compiled once more by what it was seen to do. A tool that runs for seconds would
/// spend nearly half of its time on being watched. The runtime is told which of the two when a process begins and never after: so the program is
/// built for the tool, and a site begins anew with the other word, in the same process and before it has done anything.
/// </summary>
internal static class LongRun
{
    /// <summary>The runtime's own switch. Who has set it, to whatever, is obeyed.</summary>
    private const string Switch = "DOTNET_TieredPGO";

    /// <summary>Does not come back when the process begins anew; comes back when it need not, or cannot, and then the site is only a little slower.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Switch) is not null) return;
        // In a test the process is not ours.
        if (Assembly.GetEntryAssembly() != typeof(LongRun).Assembly) return;
        using var arguments = new Words(File.ReadAllBytes("/proc/self/cmdline"));
        using var environment = new Words([.. File.ReadAllBytes("/proc/self/environ"), .. System.Text.Encoding.ASCII.GetBytes($"{Switch}=1\0")]);
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
