import { useEffect, useReducer, useState } from "react";
import { dateAt } from "../format/dates.ts";
import { graphql } from "../generated/gql.ts";
import type { TrustedRegionsQuery } from "../generated/graphql.ts";
import { ask } from "../graphql/ask.ts";
import type { Trouble } from "../graphql/trouble.ts";

const TRUSTED = graphql(`
  query TrustedRegions($after: String) {
    trustList {
      mappings(first: 100, after: $after) {
        edges {
          node {
            region
            ownType
            equivalence
            from
            until
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Mappings = NonNullable<NonNullable<TrustedRegionsQuery["trustList"]>["mappings"]>;
type Mapping = Mappings["edges"][number]["node"];

type Read =
  | { readonly kind: "reading" }
  | { readonly kind: "trouble"; readonly trouble: Trouble }
  /** By their codes. */
  | { readonly kind: "known"; readonly regions: readonly string[] };

/** The regions of which a licence stands wholly for one of ours today, by the trust list. */
export function useTrustedRegions(ownType: string): { readonly read: Read; readonly again: () => void } {
  const [read, setRead] = useState<Read>({ kind: "reading" });
  const [times, again] = useReducer((before: number) => before + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read once more when the reader asks for it.
  useEffect(() => {
    let isLeft = false;
    void readRegions(ownType).then((came) => {
      if (!isLeft) setRead(came);
    });
    return () => {
      isLeft = true;
    };
  }, [ownType, times]);
  return { read, again };
}

async function readRegions(ownType: string): Promise<Read> {
  const today = dateAt(new Date());
  const stands = ({ ownType: of, equivalence, from, until }: Mapping): boolean =>
    of === ownType && equivalence === "FULL" && from <= today && (until === null || today <= until);
  const found = new Set<string>();
  for (let after: string | undefined; ; ) {
    const answer = await ask(TRUSTED, after === undefined ? {} : { after });
    if (!answer.ok) return { kind: "trouble", trouble: answer.trouble };
    const mappings = answer.data.trustList?.mappings;
    for (const { node } of mappings?.edges ?? []) if (stands(node)) found.add(node.region);
    const { hasNextPage, endCursor } = mappings?.pageInfo ?? { hasNextPage: false, endCursor: null };
    if (!hasNextPage || endCursor === null) return { kind: "known", regions: [...found].sort() };
    after = endCursor;
  }
}
