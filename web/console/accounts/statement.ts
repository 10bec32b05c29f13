import { graphql } from "../../shared/generated/gql.ts";
import type { ConsoleStatementQuery, LedgerAccountKind, Mode } from "../../shared/generated/graphql.ts";

export const STATEMENT = graphql(`
  query ConsoleStatement(
    $id: ID!
    $mode: Mode!
    $kind: LedgerAccountKind!
    $month: Month!
    $first: Int!
    $after: String
  ) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        accounts(mode: $mode, kind: $kind) {
          id
          balance
          statement(month: $month, first: $first, after: $after) {
            edges {
              node {
                id
                bookedAt
                amount
                reason
                cause
                reverses
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

type Partner = Extract<NonNullable<ConsoleStatementQuery["node"]>, { __typename: "Partner" }>;
export type Statement = NonNullable<NonNullable<Partner["accounts"]>[number]["statement"]>;
export type StatementLine = Statement["edges"][number]["node"];

/** The statement of an account in a month, without the page of it. */
export type StatementOf = {
  readonly id: string;
  readonly mode: Mode;
  readonly kind: LedgerAccountKind;
  readonly month: string;
};
