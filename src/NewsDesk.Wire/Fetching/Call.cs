namespace NewsDesk.Wire.Fetching;

/// <summary>A word with another program at an address that somebody gave us for it, and nowhere else: redirects are not followed.</summary>
/// <param name="Letter">What is sent there; without one the address is only asked.</param>
public sealed record Call(Uri Address, Letter? Letter = null);

/// <summary>What is sent to another program.</summary>
public sealed record Letter(ReadOnlyMemory<byte> Body, string ContentType)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

/// <summary>What came of a call.</summary>
/// <param name="Said">The beginning of what was answered to a question; nothing to a letter.</param>
/// <param name="Failure">Why it was not taken; null when it was.</param>
/// <param name="Reason">The same as a sentence for a person, without capital and full stop.</param>
public sealed record Called(Attempt Attempt, ReadOnlyMemory<byte> Said, FailureKind? Failure = null, string? Reason = null, TimeSpan? RetryAfter = null);
