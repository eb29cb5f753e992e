using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>What an element held: text, or HTML when it had elements.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlInner(string? Text, bool HasElements);
