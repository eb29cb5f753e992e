using System.Data;
using System.Globalization;
using Dapper;

namespace NewsDesk.Archive;

/// <summary>How values travel between records and rows; set up once, before the first archive is opened.</summary>
internal static class Mapping
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        // A handler is asked only for a type that the mapper does not know already.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new UnixMilliseconds());
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new StorableText());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        return true;
    });

    public static void SetUp() => _ = Once.Value;

    private sealed class UnixMilliseconds : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class StorableText : SqlMapper.TypeHandler<string>
    {
        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : Storable.Text(value);
        }

        public override string? Parse(object value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture);
    }
}
