using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace NewsDesk.Tests.Archive;

/// <summary>The databases that the archive runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a test of the contract on either database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), new TheoryDataRow<Database>(Database.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
