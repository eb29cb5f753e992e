using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace NewsDesk.Tests.House;

/// <summary>Reads from a built assembly which members of other assemblies its code uses, and from which namespace.</summary>
internal static class UsedMembers
{
    public sealed record Use(string FromType, string Type, string Member);

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlyList<Use> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var uses = new List<Use>();
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
        {
            if (method.RelativeVirtualAddress == 0) continue;
            var from = NameOf(metadata, method.GetDeclaringType());
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILContent();
            uses.AddRange(Tokens(code).SelectMany(token => Describe(metadata, token)).Select(used => new Use(from, used.Type, used.Member)));
        }

        return uses.Distinct().ToList();
    }

    private static IEnumerable<EntityHandle> Tokens(ImmutableArray<byte> code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineField)
                yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(code.AsSpan(at, 4)));
            at += SizeOf(operation.OperandType, code, at);
        }
    }

    private static int SizeOf(OperandType operand, ImmutableArray<byte> code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code.AsSpan(at, 4)),
        _ => 4,
    };

    private static IEnumerable<(string Type, string Member)> Describe(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Describe(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return [(NameOf(metadata, member.Parent), metadata.GetString(member.Name))];
            case HandleKind.TypeReference:
                return [(NameOf(metadata, handle), "")];
            default:
                return [];
        }
    }

    private static string NameOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return reference.ResolutionScope.Kind == HandleKind.TypeReference
                    ? $"{NameOf(metadata, reference.ResolutionScope)}+{metadata.GetString(reference.Name)}"
                    : $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}";
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                return definition.GetDeclaringType() is { IsNil: false } outer
                    ? $"{NameOf(metadata, outer)}+{metadata.GetString(definition.Name)}"
                    : $"{metadata.GetString(definition.Namespace)}.{metadata.GetString(definition.Name)}";
            default:
                return "";
        }
    }
}
