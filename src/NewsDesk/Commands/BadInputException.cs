namespace NewsDesk.Commands;

/// <summary>What a person asked for cannot be done: the message names the thing, the place and the remedy.</summary>
public sealed class BadInputException : Exception
{
    public BadInputException(string message) : base(message) { }

    public BadInputException(string message, Exception cause) : base(message, cause) { }

    public BadInputException() { }
}
