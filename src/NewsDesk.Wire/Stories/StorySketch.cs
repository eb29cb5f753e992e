using System.Buffers.Binary;
using System.Text;
using NewsDesk.Wire.Stories.Terms;
using NewsDesk.Wire.Stories.Window;

namespace NewsDesk.Wire.Stories;

/// <summary>
/// All that later articles are compared with of one article, in a few hundred bytes and without its words: read once when it arrives, kept beside it, and
/// given back when the window is filled again.
/// </summary>
public sealed class StorySketch
{
    /// <summary>Of how articles are read and of how this is written. A sketch of another edition is not understood: the article is read anew.</summary>
    private const byte Edition = 2;

    /// <summary>Weights are kept in steps of a fortieth, the two top bits say how the term was written.</summary>
    private const float Steps = 40;

    internal const byte WeightBits = 0x3f;

    private const int WritingShift = 6;

    private const int HeadSize = 1 + 1 + 4 + 4 + 8 + 1 + 2, TermSize = 5, MostTerms = 2000;

    private StorySketch(int[] terms, byte[] weights) => (Terms, Weights) = (terms, weights);

    internal string? Language { get; private init; }

    /// <summary>From 0 for what is no longer than a lead to 1 for a long piece.</summary>
    internal float Long { get; private init; }

    internal int TitleHash { get; private init; }

    internal long AddressHash { get; private init; }

    internal ushort[]? Signature { get; private init; }

    internal int[] Terms { get; }

    internal byte[] Weights { get; }

    public static StorySketch Of(StoryArticle article, StorySettings settings) => Of(article, settings, out _);

    /// <param name="words">The words that the terms stand for, in the terms' order: what a decision is explained with.</param>
    internal static StorySketch Of(StoryArticle article, StorySettings settings, out string[] words)
    {
        var title = ArticleTerms.TitleWords(article.Title);
        var text = article.Text is { } body ? TextLines.Read(body) : null;
        var language = LanguageGuess.Of(article.Language, article.Text is { Length: > 0 } told ? told : article.Title, text?.Words);
        var read = ArticleTerms.Read(title, article.Url, text, language, settings, out var length);
        var (terms, weights, at) = (new int[read.Count], new byte[read.Count], 0);
        words = new string[read.Count];
        foreach (var term in read)
        {
            (terms[at], words[at]) = (term.Id, term.Word);
            weights[at++] = (byte)((byte)Math.Min(MathF.Round(term.Weight * Steps), WeightBits) | ((byte)term.Writing << WritingShift));
        }

        return new StorySketch(terms, weights)
        {
            Language = language,
            Long = (float)length,
            TitleHash = NearCopies.TitleHash(title),
            Signature = text is null ? null : NearCopies.Signature(text.Words),
            AddressHash = Address.Hash(article.Url),
        };
    }

    internal static float WeightOf(byte step) => (step & WeightBits) / Steps;

    internal static Writing WritingOf(byte step) => (Writing)(step >> WritingShift);

    /// <summary>As text, for archives know no better kind in common.</summary>
    public override string ToString()
    {
        var language = Encoding.ASCII.GetBytes(Language is { } tag && Ascii.IsValid(tag) ? tag : "");
        var signature = Signature ?? [];
        var bytes = new byte[HeadSize + language.Length + (2 * signature.Length) + (TermSize * Terms.Length)];
        var to = bytes.AsSpan();
        (to[0], to[1]) = (Edition, (byte)language.Length);
        BinaryPrimitives.WriteSingleLittleEndian(to[2..], Long);
        BinaryPrimitives.WriteInt32LittleEndian(to[6..], TitleHash);
        BinaryPrimitives.WriteInt64LittleEndian(to[10..], AddressHash);
        to[18] = (byte)signature.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(to[19..], (ushort)Terms.Length);
        to = to[HeadSize..];
        language.CopyTo(to);
        to = to[language.Length..];
        foreach (var part in signature)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to, part);
            to = to[2..];
        }

        for (var i = 0; i < Terms.Length; i++, to = to[TermSize..])
        {
            BinaryPrimitives.WriteInt32LittleEndian(to, Terms[i]);
            to[4] = Weights[i];
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Null for what another edition of this program wrote.</summary>
    public static StorySketch? Read(string written)
    {
        var bytes = new byte[(written.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(written, bytes, out var length)) return null;
        var from = bytes.AsSpan(0, length);
        if (length < HeadSize || from[0] != Edition) return null;
        var (language, signature, terms) = ((int)from[1], (int)from[18], (int)BinaryPrimitives.ReadUInt16LittleEndian(from[19..]));
        if (signature is not (0 or NearCopies.SketchSize) || terms > MostTerms || length != HeadSize + language + (2 * signature) + (TermSize * terms)) return null;
        var rest = from[(HeadSize + language)..];
        var parts = new ushort[signature];
        for (var i = 0; i < signature; i++) parts[i] = BinaryPrimitives.ReadUInt16LittleEndian(rest[(2 * i)..]);
        rest = rest[(2 * signature)..];
        var (ids, weights) = (new int[terms], new byte[terms]);
        for (var i = 0; i < terms; i++) (ids[i], weights[i]) = (BinaryPrimitives.ReadInt32LittleEndian(rest[(TermSize * i)..]), rest[(TermSize * i) + 4]);
        return new StorySketch(ids, weights)
        {
            Language = language == 0 ? null : Encoding.ASCII.GetString(from.Slice(HeadSize, language)),
            Long = BinaryPrimitives.ReadSingleLittleEndian(from[2..]),
            TitleHash = BinaryPrimitives.ReadInt32LittleEndian(from[6..]),
            AddressHash = BinaryPrimitives.ReadInt64LittleEndian(from[10..]),
            Signature = signature == 0 ? null : parts,
        };
    }
}
