namespace NewsDesk.Settings;

/// <summary>One thing an operator may set: in a file, by the environment or on the command line.</summary>
/// <param name="Name">As in <c>appsettings.json</c>, with a colon between section and key.</param>
/// <param name="Option">The same on the command line.</param>
/// <param name="Placeholder">What stands for the value in the help.</param>
/// <param name="Allowed">What a right value looks like, for the help and for the error.</param>
/// <param name="IsAllowed">Whether a value is one.</param>
public sealed record Setting(
    string Name, string Option, string Placeholder, string Default, string Allowed, string Meaning, Func<string, bool> IsAllowed)
{
    public string EnvironmentVariable => SettingsReader.EnvironmentPrefix + Name.Replace(":", "__", StringComparison.Ordinal);
}
