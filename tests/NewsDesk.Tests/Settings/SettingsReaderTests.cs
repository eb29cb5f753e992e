using NewsDesk.Commands;
using NewsDesk.Settings;
using Serilog.Events;

namespace NewsDesk.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_setting_has_a_default_that_is_allowed()
    {
        Assert.All(DeskSettings.All, setting => Assert.True(setting.IsAllowed(setting.Default), setting.Name));
        Assert.Equal("http://localhost:5080", Read().Urls);
    }

    [Fact]
    public void The_environment_goes_before_the_file_and_the_command_line_before_both()
    {
        File.WriteAllText(_file, """{ "Site": { "Urls": "http://localhost:1" }, "Content": { "Folder": "of-file" }, "Log": { "Level": "Error" } }""");

        var settings = Read(
            new(StringComparer.Ordinal) { ["NEWSDESK_Site__Urls"] = "http://localhost:2", ["NEWSDESK_Content__Folder"] = "of-environment", ["PATH"] = "/bin" },
            setting => setting.Option == "--urls" ? "http://localhost:3" : null);

        Assert.Equal("http://localhost:3", settings.Urls);
        Assert.Equal("of-environment", settings.Content);
        Assert.Equal(LogEventLevel.Error, settings.LogLevel);
    }

    [Theory]
    [InlineData("Site:Urls", "localhost:5080")]
    [InlineData("Site:Urls", "https://localhost:5080")]
    [InlineData("Site:Urls", "")]
    [InlineData("Site:Urls", "http://localhost")]
    [InlineData("Site:Urls", "http://localhost:99999")]
    [InlineData("Site:Urls", "http://localhost:5080/news")]
    [InlineData("Log:Level", "loud")]
    [InlineData("Content:Folder", " ")]
    [InlineData("Wire:AllowNetworks", "localhost")]
    [InlineData("Wire:AllowNetworks", "10.0.0.0/8 and 10/8")]
    [InlineData("Wire:HostDelay", "soon")]
    [InlineData("Wire:HostDelay", "-1")]
    [InlineData("Wire:HostDelay", "61")]
    public void A_wrong_value_is_told_with_its_place_the_value_and_what_is_allowed(string name, string value)
    {
        var variable = DeskSettings.All.Single(setting => setting.Name == name).EnvironmentVariable;

        var error = Assert.Throws<BadInputException>(() => Read(new(StringComparer.Ordinal) { [variable] = value }));

        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{name} is \"{value}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Allowed:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_setting_has_is_told_with_those_that_there_are()
    {
        var error = Assert.Throws<BadInputException>(() => Read(new(StringComparer.Ordinal) { ["NEWSDESK_Site__Url"] = "http://localhost:5080" }));

        Assert.Contains("Site:Url", error.Message, StringComparison.Ordinal);
        Assert.Contains("Site:Urls", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_told_with_its_line()
    {
        File.WriteAllText(_file, "{\n  \"Site\": {\n    Urls\n");

        Assert.Contains($"{_file}, line 3", Assert.Throws<BadInputException>(() => Read()).Message, StringComparison.Ordinal);
    }

    private DeskSettings Read(Dictionary<string, string>? environment = null, Func<Setting, string?>? commandLine = null) =>
        SettingsReader.Read(new FileInfo(_file).Length > 0 ? _file : null, environment ?? [], commandLine ?? (_ => null));
}
