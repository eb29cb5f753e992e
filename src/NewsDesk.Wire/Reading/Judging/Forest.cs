using System.Globalization;
using System.Runtime.InteropServices;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>
/// Judges how likely a block belongs to the article, by small decision trees that were learned from pages read by people. Their
/// table, <c>Forest.txt</c>, holds a tree a line: a question <c>trait&lt;=number</c>, the branch for yes, the branch for no; a branch is
/// another question or a number. The numbers that a block ends at are added up; above nought speaks for it.
/// </summary>
internal sealed class Forest
{
    private readonly Node[] _nodes;
    private readonly int[] _roots;
    private readonly Func<Scene, Block, float>[] _traits;
    private readonly double _start;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(int Trait, float Cut, int Yes, int No, float Value);

    private Forest(string table)
    {
        var (nodes, roots, traits) = (new List<Node>(), new List<int>(), new List<Trait>());
        var known = Traits.All.ToDictionary(trait => trait.Name, StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = 0;
            if (words.Length == 1) _start += Number(words[0]);
            else roots.Add(Grow(words, ref at, known, nodes, traits));
        }

        (_nodes, _roots, _traits) = ([.. nodes], [.. roots], [.. traits.Select(trait => trait.Of)]);
    }

    public static readonly Forest Learned = new(ReadTable());

    /// <summary>For each block of the page, from 0 (furniture) to 1 (article).</summary>
    public double[] Judge(Scene scene)
    {
        var judged = new double[scene.Count];
        var values = new float[_traits.Length];
        foreach (var block in scene.Page.Blocks)
        {
            Array.Fill(values, float.NaN);
            judged[block.Index] = 1 / (1 + Math.Exp(-Sum(scene, block, values)));
        }

        return judged;
    }

    /// <summary>A trait is looked at when a tree asks for it, once a block (not a number is not asked yet): most blocks are asked for half of them.</summary>
    private double Sum(Scene scene, Block block, float[] values)
    {
        var sum = _start;
        var nodes = _nodes;
        foreach (var root in _roots)
        {
            ref readonly var node = ref nodes[root];
            while (node.Trait >= 0)
            {
                ref var value = ref values[node.Trait];
                if (float.IsNaN(value)) value = _traits[node.Trait](scene, block);
                node = ref nodes[value <= node.Cut ? node.Yes : node.No];
            }

            sum += node.Value;
        }

        return sum;
    }

    // Recursion over our own table, a handful of levels deep.
    private static int Grow(string[] words, ref int at, Dictionary<string, Trait> known, List<Node> nodes, List<Trait> traits)
    {
        var word = words[at++];
        var index = nodes.Count;
        nodes.Add(new(-1, 0, 0, 0, 0));
        var cut = word.IndexOf("<=", StringComparison.Ordinal);
        if (cut < 0)
        {
            nodes[index] = new(-1, 0, 0, 0, Number(word));
            return index;
        }

        var trait = known[word[..cut]];
        if (!traits.Contains(trait)) traits.Add(trait);
        var yes = Grow(words, ref at, known, nodes, traits);
        var no = Grow(words, ref at, known, nodes, traits);
        nodes[index] = new(traits.IndexOf(trait), Number(word[(cut + 2)..]), yes, no, 0);
        return index;
    }

    private static float Number(string word) => float.Parse(word, CultureInfo.InvariantCulture);

    private static string ReadTable()
    {
        using var stream = typeof(Forest).Assembly.GetManifestResourceStream("Forest.txt")
                           ?? throw new InvalidOperationException("Forest.txt is not built into the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
