namespace NewsDesk.Wire.Fetching.Reasons;

/// <summary>Why nothing came, before it is known how the whole attempt went.</summary>
internal sealed record Failure(FailureKind Kind, string Reason, TimeSpan? RetryAfter = null);
