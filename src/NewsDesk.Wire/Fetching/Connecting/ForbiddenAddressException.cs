namespace NewsDesk.Wire.Fetching.Connecting;

/// <summary>Carries the reason out of a connection that is not made; never leaves this room.</summary>
internal sealed class ForbiddenAddressException(string reason) : IOException(reason);
