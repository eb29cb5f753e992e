using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching.Connecting;

/// <summary>Whom we believe that they are who they say, and why not in words.</summary>
internal static class Certificates
{
    private const int NamesShown = 3;

    public static SslClientAuthenticationOptions Options(TimeProvider clock, X509Certificate2Collection? trusted) => new()
    {
        RemoteCertificateValidationCallback = (sender, shown, chain, errors) => errors == SslPolicyErrors.None
            ? true
            : throw new UntrustedCertificateException(Reason(shown as X509Certificate2, chain, errors, (sender as SslStream)?.TargetHostName ?? "", clock)),
        CertificateChainPolicy = Policy(trusted),
    };

    /// <summary>
    /// A certificate may name addresses from which its issuer's certificate, or the list of revoked ones, could be downloaded.
    /// They would be asked past all our checks, so they are not.
    /// </summary>
    private static X509ChainPolicy Policy(X509Certificate2Collection? trusted)
    {
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        if (trusted is null) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }

    private static string Reason(X509Certificate2? shown, X509Chain? chain, SslPolicyErrors errors, string host, TimeProvider clock)
    {
        if (shown is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return "the server shows no certificate";
        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid)) return OutOfTime(shown, chain!, clock);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return $"the certificate is for {Names(shown)}, not for {Shown.Of(host)}";
        if (shown.SubjectName.RawData.AsSpan().SequenceEqual(shown.IssuerName.RawData))
            return "the certificate is signed by the server itself, and by nobody whom this machine trusts";
        var issuer = Shown.Of(shown.GetNameInfo(X509NameType.SimpleName, forIssuer: true));
        if (status.HasFlag(X509ChainStatusFlags.UntrustedRoot)) return $"the certificate was issued by “{issuer}”, whom this machine does not trust";
        if (status.HasFlag(X509ChainStatusFlags.PartialChain))
            return $"the certificate was issued by “{issuer}”, whom this machine does not know, and the server does not send who vouches for it";
        return "the certificate is not sound";
    }

    private static string OutOfTime(X509Certificate2 shown, X509Chain chain, TimeProvider clock)
    {
        foreach (var element in chain.ChainElements)
        {
            if (!element.ChainElementStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid)) continue;
            var certificate = element.Certificate;
            var whose = certificate.RawDataMemory.Span.SequenceEqual(shown.RawDataMemory.Span) ? "the certificate" : "the certificate of its issuer";
            return certificate.NotAfter.ToUniversalTime() < clock.GetUtcNow().UtcDateTime
                ? $"{whose} expired on {Day(certificate.NotAfter)}"
                : $"{whose} is not valid before {Day(certificate.NotBefore)}";
        }

        return "the certificate is out of date";
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames())
            .Take(NamesShown + 1).Select(name => Shown.Of(name)).ToList();
        if (names.Count == 0) return Shown.Of(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)) is { Length: > 0 } name ? name : "nobody";
        return names.Count > NamesShown ? $"{string.Join(", ", names.Take(NamesShown))} and others" : string.Join(", ", names);
    }
}
