namespace NewsDesk.Press.Pictures;

/// <summary>Width and height in pixels.</summary>
public sealed record ImageSize(int Width, int Height)
{
    /// <summary>How long its file is; null where only its shape is known.</summary>
    public long? Bytes { get; init; }
}
