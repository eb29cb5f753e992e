using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Keeping;

public sealed class AcceptedCodingTests
{
    [Theory]
    [InlineData(null, Coding.Identity)]
    [InlineData("", Coding.Identity)]
    [InlineData("identity", Coding.Identity)]
    [InlineData("gzip", Coding.Gzip)]
    [InlineData("gzip, deflate", Coding.Gzip)]
    [InlineData("gzip, deflate, br, zstd", Coding.Brotli)]
    [InlineData("gzip,br", Coding.Brotli)]
    [InlineData("BR", Coding.Brotli)]
    [InlineData("br;q=0, gzip", Coding.Gzip)]
    [InlineData("br;q=0.1, gzip;q=1", Coding.Brotli)]
    [InlineData("*", Coding.Brotli)]
    [InlineData("*;q=0", Coding.Identity)]
    [InlineData("*;q=0, gzip", Coding.Gzip)]
    [InlineData("gzip;q=0, *", Coding.Brotli)]
    [InlineData("brotli, bry, xgzip", Coding.Identity)]
    [InlineData("gzip;q=nonsense", Coding.Identity)]
    public void The_smallest_that_is_taken(string? accepted, Coding coding) => Assert.Equal(coding, AcceptedCoding.Of(accepted));
}
