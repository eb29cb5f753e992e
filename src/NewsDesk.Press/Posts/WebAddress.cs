namespace NewsDesk.Press.Posts;

/// <summary>Which addresses a writer may link to.</summary>
internal static class WebAddress
{
    /// <summary>What browsers and servers still carry.</summary>
    private const int MaxLength = 2048;

    /// <summary>An address elsewhere, by http or https and without a name and password in it; anything else is null.</summary>
    public static Uri? Find(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0 && address.Host[0] != '.' && address.Host.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_')
        && !address.GetLeftPart(UriPartial.Authority).Contains('@', StringComparison.Ordinal) ? address : null;

    /// <summary>The name of the place, as readers know it.</summary>
    public static string Domain(Uri address) =>
        address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
}
