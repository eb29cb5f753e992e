using NewsDesk.Archive;
using Npgsql;

namespace NewsDesk.Tests.Archive;

public sealed class ArchiveConnectionTests
{
    [Theory]
    [InlineData("", "data/newsdesk.db")]
    [InlineData("  ", "data/newsdesk.db")]
    [InlineData(" my desk/a=b;c.db ", "my desk/a=b;c.db")]
    public void Nothing_is_the_default_and_a_path_is_a_file(string text, string path) =>
        Assert.Equal(new ArchiveConnection.SqliteFile(path), ArchiveConnection.Parse(text, "data/newsdesk.db"));

    [Theory]
    [InlineData("postgres://ann:p%40ss@db.example:6543/desk?sslmode=require")]
    [InlineData("POSTGRESQL://ann:p%40ss@db.example:6543/desk?sslmode=require")]
    [InlineData("Host=db.example;Port=6543;Username=ann;Password=p@ss;Database=desk;SSL Mode=Require")]
    [InlineData("Server=db.example;Port=6543;User Id=ann;Password=p@ss;Database=desk;SslMode=Require")]
    public void An_address_and_settings_are_a_server(string text)
    {
        var server = Assert.IsType<ArchiveConnection.PostgresServer>(ArchiveConnection.Parse(text, "x"));
        var read = new NpgsqlConnectionStringBuilder(server.Settings);
        Assert.Equal(("db.example", 6543, "ann", "p@ss", "desk", SslMode.Require), (read.Host, read.Port, read.Username, read.Password, read.Database, read.SslMode));
        Assert.DoesNotContain("p@ss", server.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://db.example")]
    [InlineData("postgres://ann:secret@db.example/desk?sslmode=perhaps")]
    [InlineData("postgres://ann:secret@db.example/desk?colour=red")]
    [InlineData("Host=db.example;Colour=red;Password=secret")]
    [InlineData("Hsot=db.example;Database=desk;Password=secret")]
    [InlineData("Database=desk;Password=secret")]
    [InlineData("Password=secret")]
    public void What_is_not_understood_is_said_without_the_password(string text)
    {
        var error = Assert.Throws<ArchiveException>(() => ArchiveConnection.Parse(text, "x"));
        Assert.Contains("Archive:Connection", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_may_hold_any_letters_in_name_and_password()
    {
        const string Name = "ann@work";
        const string Password = "p@s/s:w#ö?&;=% '\"\\😀";
        var text = $"postgres://{Uri.EscapeDataString(Name)}:{Uri.EscapeDataString(Password)}@[::1]:6543/{Uri.EscapeDataString("my desk/ö")}";
        var read = new NpgsqlConnectionStringBuilder(Assert.IsType<ArchiveConnection.PostgresServer>(ArchiveConnection.Parse(text, "x")).Settings);
        Assert.Equal((Name, Password, "my desk/ö", 6543), (read.Username, read.Password, read.Database, read.Port));
    }

    [Fact]
    public void Nothing_at_all_is_refused() => Assert.Throws<ArchiveException>(() => ArchiveConnection.Parse("", ""));
}
