namespace NewsDesk.Wire.Stories.Window;

/// <summary>A story as the sum of its articles: each term's weight and the number of articles that have it.</summary>
internal sealed class StoryProfile(long id, int place)
{
    /// <summary>A story that everybody tells gathers thousands of words; beyond this the rarest within it are let go.</summary>
    private const int MostTerms = 1000;
    private const int TermsAfterPruning = 700;

    private int[] _terms = [];
    private float[]? _sums;
    private int[]? _counts;
    private double[]? _shares;

    public long Id { get; } = id;

    /// <summary>Where the grouper keeps it; the term table speaks of stories by this number.</summary>
    public int Place { get; } = place;

    public int Articles { get; private set; }

    public WindowArticle? Newest { get; set; }

    public double FirstHour { get; set; } = double.NaN;

    public double LastHour { get; set; } = double.NaN;

    public string? Language { get; set; }

    public double Norm { get; private set; } = 1;

    /// <summary>Terms of all its articles together.</summary>
    public int Length { get; private set; }

    /// <summary>How long its articles are, together: each from 0 to 1.</summary>
    public double Long { get; private set; }

    /// <summary>How many articles would as well have joined each other story.</summary>
    public Dictionary<long, int>? Claims { get; set; }

    // Scratch of the running search: cheaper here than in a table of candidates.
    public long SearchStamp { get; set; }

    public int TermStamp { get; set; }

    public double Dot { get; set; }

    public ReadOnlySpan<int> Terms => _terms;

    public int Find(int term) => _terms.AsSpan().BinarySearch(term);

    public int CountAt(int index) => _counts is null ? 1 : _counts[index];

    public float SumAt(int index) => _sums is null ? Newest!.WeightAt(index) : _sums[index];

    /// <summary>The mean weight of a term over the story's articles, bent by the share exponent.</summary>
    public double Share(int index, TermTable table) => _shares is null ? table.ShareOf(Newest!.StepAt(index)) : _shares[index];

    public void Add(WindowArticle article, TermTable table, StorySettings settings)
    {
        article.Story = this;
        if (Articles == 0)
        {
            // The only article's own terms serve as the story's: most stories never grow.
            _terms = article.Terms;
            foreach (var term in _terms) table.EnterStory(term, Place);
        }
        else
        {
            Spread();
            Combine(article, table);
        }

        article.Older = Newest;
        if (Newest is not null) Newest.Newer = article;
        Newest = article;
        Articles++;
        Length += article.Terms.Length;
        Long += article.Long;
        Note(article.Hour);
        if (_terms.Length > MostTerms) Prune(table);
        Measure(table, settings);
    }

    public void Remove(WindowArticle article, TermTable table, StorySettings settings)
    {
        Spread();
        Unchain(article);
        Articles--;
        Length -= article.Terms.Length;
        Long -= article.Long;
        var kept = 0;
        for (int i = 0, a = 0; i < _terms.Length; i++)
        {
            while (a < article.Terms.Length && article.Terms[a] < _terms[i]) a++;
            if (a < article.Terms.Length && article.Terms[a] == _terms[i])
            {
                _sums![i] -= article.WeightAt(a);
                if (--_counts![i] == 0)
                {
                    table.LeaveStory(_terms[i]);
                    continue;
                }
            }

            (_terms[kept], _sums![kept], _counts![kept]) = (_terms[i], _sums[i], _counts[i]);
            kept++;
        }

        Shorten(kept);
        if (Articles > 0) Measure(table, settings);
    }

    /// <summary>The terms' length in space, at the weights they have now.</summary>
    public void Measure(TermTable table, StorySettings settings)
    {
        double sum = 0;
        if (_sums is not null && _shares?.Length != _terms.Length) _shares = new double[_terms.Length];
        for (var i = 0; i < _terms.Length; i++)
        {
            if (_sums is not null) _shares![i] = Math.Pow(_sums[i] / Articles, settings.ShareExponent);
            var weight = Share(i, table) * table.Weight(_terms[i]);
            sum += weight * weight;
        }

        Norm = Math.Sqrt(sum) + 1e-9;
    }

    private void Note(double hour)
    {
        if (double.IsNaN(hour)) return;
        FirstHour = double.IsNaN(FirstHour) ? hour : Math.Min(FirstHour, hour);
        LastHour = double.IsNaN(LastHour) ? hour : Math.Max(LastHour, hour);
    }

    private void Spread()
    {
        if (_sums is not null) return;
        var only = Newest!;
        _terms = [.. _terms];
        _sums = new float[_terms.Length];
        _counts = new int[_terms.Length];
        for (var i = 0; i < _terms.Length; i++) (_sums[i], _counts[i]) = (only.WeightAt(i), 1);
    }

    private void Combine(WindowArticle article, TermTable table)
    {
        var fresh = 0;
        foreach (var term in article.Terms)
        {
            if (Find(term) < 0) fresh++;
        }

        var terms = new int[_terms.Length + fresh];
        var sums = new float[terms.Length];
        var counts = new int[terms.Length];
        for (int own = 0, other = 0, to = 0; to < terms.Length; to++)
        {
            var takeOwn = own < _terms.Length && (other == article.Terms.Length || _terms[own] <= article.Terms[other]);
            var takeOther = other < article.Terms.Length && (own == _terms.Length || article.Terms[other] <= _terms[own]);
            if (takeOwn) (terms[to], sums[to], counts[to]) = (_terms[own], _sums![own], _counts![own++]);
            else table.EnterStory(article.Terms[other], Place);
            if (takeOther)
            {
                terms[to] = article.Terms[other];
                sums[to] += article.WeightAt(other++);
                counts[to]++;
            }
        }

        (_terms, _sums, _counts) = (terms, sums, counts);
    }

    private void Prune(TermTable table)
    {
        var order = Enumerable.Range(0, _terms.Length).ToArray();
        var rank = order.Select(i => -((double)_counts![i] + (_sums![i] * 1e-4))).ToArray();
        Array.Sort(rank, order);
        var keep = new bool[_terms.Length];
        foreach (var i in order.AsSpan(0, TermsAfterPruning)) keep[i] = true;
        var kept = 0;
        for (var i = 0; i < _terms.Length; i++)
        {
            if (!keep[i])
            {
                table.LeaveStory(_terms[i]);
                continue;
            }

            (_terms[kept], _sums![kept], _counts![kept]) = (_terms[i], _sums[i], _counts[i]);
            kept++;
        }

        Shorten(kept);
    }

    private void Shorten(int length)
    {
        Array.Resize(ref _terms, length);
        Array.Resize(ref _sums, length);
        Array.Resize(ref _counts, length);
    }

    private void Unchain(WindowArticle article)
    {
        if (article.Newer is null) Newest = article.Older;
        else article.Newer.Older = article.Older;
        if (article.Older is not null) article.Older.Newer = article.Newer;
        (article.Older, article.Newer) = (null, null);
    }
}
