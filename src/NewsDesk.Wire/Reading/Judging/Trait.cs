using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>One thing that can be said of a block by a number.</summary>
internal sealed record Trait(string Name, Func<Scene, Block, float> Of);
