using System.Security.Authentication;

namespace NewsDesk.Wire.Fetching.Connecting;

/// <summary>Carries the reason out of a TLS handshake; never leaves this room.</summary>
internal sealed class UntrustedCertificateException(string reason) : AuthenticationException(reason);
