using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>Issues certificates for the hosts of a test internet, right ones and wrong ones.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddYears(-3);
    private readonly X509Certificate2 _root = Root("The Test Authority");

    public X509Certificate2Collection Trusted => [new X509Certificate2(_root)];

    public void Dispose() => _root.Dispose();

    public X509Certificate2 For(string host, DateTimeOffset? from = null, DateTimeOffset? until = null) => Issue(_root, host, from, until);

    public static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(host, key).CreateSelfSigned(From.AddYears(1), From.AddYears(50));
    }

    /// <param name="issuerAt">Where the certificate says that its issuer's is found.</param>
    public static X509Certificate2 OfUnknownIssuer(string host, string? issuerAt = null)
    {
        using var stranger = Root("A Stranger");
        return Issue(stranger, host, null, null, issuerAt);
    }

    private static X509Certificate2 Root(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(From, From.AddYears(60));
    }

    private static X509Certificate2 Issue(X509Certificate2 issuer, string host, DateTimeOffset? from, DateTimeOffset? until, string? issuerAt = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(host, key);
        if (issuerAt is not null) request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([issuerAt], [issuerAt]));
        using var bare = request.Create(issuer, from ?? From.AddYears(1), until ?? From.AddYears(50), RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string host, ECDsa key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
