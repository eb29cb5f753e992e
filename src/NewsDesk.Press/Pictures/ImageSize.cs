namespace NewsDesk.Press.Pictures;

/// <summary>Width and height in pixels.</summary>
public sealed record ImageSize(int Width, int Height);
