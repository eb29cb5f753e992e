namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>What an element's tag, class, id, role or name says that it is, in the words of the people who build pages.</summary>
[Flags]
internal enum Hint
{
    None = 0,
    Navigation = 1 << 0,
    Header = 1 << 1,
    Footer = 1 << 2,
    Side = 1 << 3,
    Comments = 1 << 4,
    Related = 1 << 5,
    Share = 1 << 6,
    Promotion = 1 << 7,
    Advert = 1 << 8,
    Consent = 1 << 9,
    Author = 1 << 10,
    About = 1 << 11,
    Dialog = 1 << 12,
    Form = 1 << 13,
    Caption = 1 << 14,
    Content = 1 << 15,
    Body = 1 << 16,
    Main = 1 << 17,
    Article = 1 << 18,
    Hidden = 1 << 19,
    Contents = 1 << 20,
    List = 1 << 21,
    Card = 1 << 22,
    Tags = 1 << 23,
    Widget = 1 << 24,
    Title = 1 << 25,
    Forum = 1 << 26,
    Product = 1 << 27,
    Media = 1 << 28,
    Button = 1 << 29,
}
