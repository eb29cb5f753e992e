namespace NewsDesk.Wire.Feeds;

/// <summary>
/// Keeps the value of the best rank that was offered, and of that rank the first: the order of elements in a feed does not
/// matter. Rank 0 is the best; a missing value is no offer.
/// </summary>
internal sealed class FirstBest<T>
{
    public T? Value { get; private set; }

    public int Rank { get; private set; } = int.MaxValue;

    public void Offer(int rank, T? value)
    {
        if (value is null || rank >= Rank) return;
        (Value, Rank) = (value, rank);
    }
}
