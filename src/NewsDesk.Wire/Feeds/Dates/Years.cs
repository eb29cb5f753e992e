namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>Years of two digits.</summary>
internal static class Years
{
    /// <summary>Feeds began in 1999, and what they tell is seldom older: 70 to 99 lie in the last century.</summary>
    public static int Full(int year) => year switch
    {
        < 0 => -1,
        < 70 => 2000 + year,
        < 100 => 1900 + year,
        _ => year,
    };
}
