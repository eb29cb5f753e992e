using NewsDesk.Press.Posts;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering;

/// <summary>The picture that a post names in its front matter, with what is known of it.</summary>
internal static class LeadPicture
{
    public static PrintedImage? Of(Post post, Printing printing)
    {
        if (post.Image is not { } image) return null;
        printing.WarnOfMissing(image.Url, image.Line);
        var address = printing.OnOwnSite(image.Url) ?? image.Url;
        if (printing.Context.Pictures.FindTrouble(address) is not null) return null;
        var (words, size) = (printing.Context.Words, printing.Context.Pictures.SizeOf(address));
        var alt = SetLine.Of(image.Alt ?? "", printing.Marks);
        var caption = SetLine.OfAny(image.Caption, printing.Marks);
        return new(address, size?.Width, size?.Height, alt, words.Mask(alt), caption, caption is null ? null : words.Mask(caption)) { Bytes = size?.Bytes };
    }
}
