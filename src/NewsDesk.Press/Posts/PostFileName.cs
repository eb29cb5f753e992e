using System.Globalization;

namespace NewsDesk.Press.Posts;

/// <summary>Names a new post's file as the desk names its files: by year and month, by date, or by the slug alone.</summary>
public static class PostFileName
{
    /// <summary>So many of the newest files show the habit.</summary>
    private const int LookedAt = 20;

    private enum Habit
    {
        YearAndMonth,
        Year,
        Flat,
    }

    /// <param name="files">The posts that there are, by their paths within the folder of posts.</param>
    public static string Of(string slug, DateTimeOffset date, IEnumerable<string> files)
    {
        var newest = files.OrderDescending(StringComparer.Ordinal).Take(LookedAt).ToList();
        var habit = newest.Count == 0 ? Habit.YearAndMonth : newest.GroupBy(HabitOf).MaxBy(group => group.Count())!.Key;
        var isDated = newest.Count(file => Dates.FindInFileName(file) is not null) * 2 > newest.Count;
        var day = date.UtcDateTime;
        var name = isDated ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{slug}.md") : slug + ".md";
        return habit switch
        {
            Habit.YearAndMonth => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}/{day:MM}/{name}"),
            Habit.Year => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}/{name}"),
            _ => name,
        };
    }

    private static Habit HabitOf(string file) => file.Split('/') switch
    {
        [var year, var month, _] when IsNumber(year, 4) && IsNumber(month, 2) => Habit.YearAndMonth,
        [var year, _] when IsNumber(year, 4) => Habit.Year,
        _ => Habit.Flat,
    };

    private static bool IsNumber(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);
}
