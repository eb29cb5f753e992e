namespace NewsDesk.Newsroom.Originals;

/// <summary>Names of sites that never are: set aside for examples and tests (RFC 2606, RFC 6761). Nobody is asked for them.</summary>
public static class ReservedNames
{
    private static readonly string[] Endings = [".example", ".invalid", ".test", ".localhost", ".example.com", ".example.net", ".example.org"];

    public static bool Contain(Uri address) => Endings.Any(ending => $".{address.Host}".EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
