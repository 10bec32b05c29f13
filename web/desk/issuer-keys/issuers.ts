import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskIssuersQuery } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import { ISSUERS_OF_TYPE } from "./issuer-key-operations.ts";

type Edges = Pick<NonNullable<DeskIssuersQuery["editedLicenceTypes"]>, "edges">["edges"];

/** An authority, and the licence types in force that name it. */
export type NamedIssuer = {
  readonly creditCode: string;
  readonly name: Text;
  readonly types: readonly { readonly code: string; readonly name: Text }[];
};

/** The authorities that some types name, each once, in the order in which they come. */
export function issuersIn(edges: Edges): readonly NamedIssuer[] {
  const named = edges.flatMap(({ node: { published } }) => {
    if (!published) return [];
    const { code, name, issuers } = readFragment(ISSUERS_OF_TYPE, published);
    return issuers.map((issuer) => ({ ...issuer, type: { code, name } }));
  });
  return [...Map.groupBy(named, ({ creditCode }) => creditCode)].flatMap(([creditCode, all]) => {
    const [first] = all;
    if (!first) return [];
    const types = new Map(all.map(({ type }) => [type.code, type]));
    return [{ creditCode, name: first.department.name, types: [...types.values()] }];
  });
}
