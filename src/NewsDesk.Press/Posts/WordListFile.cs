using NewsDesk.Press.Posts.Yaml;

namespace NewsDesk.Press.Posts;

/// <summary>Reads <c>content/language.yml</c>: lists of strong and mild words, and of exceptions.</summary>
public static class WordListFile
{
    public static WordListRead Parse(string yaml, string path)
    {
        var (map, warnings, isBroken) = YamlFile.Read(yaml, path);
        var keys = new KeyReader(map, path, warnings);
        var words = new List<StrongWord>();
        ReadWords(keys, "strong", LanguageLevel.Strong, words);
        ReadWords(keys, "mild", LanguageLevel.Mild, words);
        var exceptions = keys.List("exceptions");
        keys.WarnOfTheRest();
        return new(new WordList(words, exceptions), warnings) { IsBroken = isBroken };
    }

    private static void ReadWords(KeyReader keys, string key, LanguageLevel level, List<StrongWord> words)
    {
        foreach (var item in keys.Items(key))
        {
            switch (item)
            {
                case YamlValue.Text { IsNothing: false } text:
                    Add(text.Value, null, text.Line);
                    break;
                case YamlValue.Map map:
                    foreach (var entry in map.Entries)
                        Add(entry.Key, (entry.Value as YamlValue.Text)?.Value, entry.Line);
                    break;
            }
        }

        void Add(string written, string? instead, int line)
        {
            var isStem = written.EndsWith('*');
            var word = (isStem ? written[..^1] : written).Trim();
            if (word.Length > 0 && word.All(char.IsLetterOrDigit))
                words.Add(new StrongWord(word, isStem, level, string.IsNullOrWhiteSpace(instead) ? null : instead.Trim()));
            else
                keys.Warn(line, $"{key}: \"{written}\" is not one word: write the word, or its beginning and a *, as in - bother*");
        }
    }
}
