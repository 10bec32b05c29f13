import { Kind, parse, print, type SelectionSetNode, visit } from "graphql";

/** As Apollo Client and urql send it: with `__typename` in every selection set but an operation's own. */
export function withTypenames(text: string): string {
  const isTypename = (node: SelectionSetNode["selections"][number]): boolean =>
    node.kind === Kind.FIELD && node.name.value === "__typename" && !node.alias;
  return print(
    visit(parse(text), {
      SelectionSet: {
        leave: (set, _, parent) => {
          const isOperation = parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
          if (isOperation || set.selections.some(isTypename)) return undefined;
          const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
          return { ...set, selections: [...set.selections, typename] };
        },
      },
    }),
  );
}
