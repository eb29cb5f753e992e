using System.Text;

namespace NewsDesk.Wire.Feeds.Encodings;

/// <summary>UTF-8 in which each byte that is none is read as Windows-1252: pages pasted together from both are common.</summary>
internal static class Utf8OrWindows
{
    public static readonly Encoding Instance = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new ByteByByte());

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private sealed class ByteByByte : DecoderFallback
    {
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = Windows1252.GetString(bytesUnknown);
            _next = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
