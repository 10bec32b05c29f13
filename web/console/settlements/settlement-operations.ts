import { graphql } from "../../shared/generated/gql.ts";
import type { ConsoleSettlementsQuery } from "../../shared/generated/graphql.ts";

export const SETTLEMENTS = graphql(`
  query ConsoleSettlements($id: ID!, $kind: SettledKind!, $mode: Mode!, $after: String) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        settlementBook(kind: $kind, mode: $mode) {
          through
          carried
          contract {
            effectiveFrom
            feePerMille
            feeFixed
            feeLeast
            feeMost
            minimum
            payDays
            payDayKind
            maskedAccount
            bank
          }
        }
        settlements(kind: $kind, mode: $mode, first: 20, after: $after) {
          edges {
            node {
              id
              day
              status
              lineCount
              gross
              fee
              carriedIn
              paid
              carriedOut
              payOn
              refusal
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
`);

export const STATEMENT_PART = graphql(`
  query ConsoleSettlementStatement($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on Settlement {
        statement(after: $after) {
          name
          csv
          next
        }
      }
    }
  }
`);

type Shown = Extract<NonNullable<ConsoleSettlementsQuery["node"]>, { __typename: "Partner" }>;
export type Book = NonNullable<Shown["settlementBook"]>;
export type Settlements = NonNullable<Shown["settlements"]>;
export type Settlement = Settlements["edges"][number]["node"];
