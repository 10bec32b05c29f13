import { graphql } from "../../shared/generated/gql.ts";
import type { DeskHallReadersQuery } from "../../shared/generated/graphql.ts";

export const MANAGED_HALLS = graphql(`
  query DeskManagedHalls($region: RegionCode!, $after: String) {
    halls(region: $region, first: 20, after: $after) {
      edges {
        node {
          code
          name {
            zh
            en
          }
          address {
            zh
            en
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const HALL_READERS = graphql(`
  query DeskHallReaders($hall: ID!) {
    hall(code: $hall) {
      code
      name {
        zh
        en
      }
      cardReaders {
        code
        addedBy {
          id
          name
        }
        addedAt
        retiredAt
      }
    }
  }
`);

export type Reader = NonNullable<NonNullable<DeskHallReadersQuery["hall"]>["cardReaders"]>[number];

export const ADD_READER = graphql(`
  mutation DeskAddCardReader($input: CardReaderInput!, $reason: String!) {
    done: addCardReader(input: $input, reason: $reason) {
      __typename
      ... on Hall {
        code
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export const RETIRE_READER = graphql(`
  mutation DeskRetireCardReader($hall: ID!, $code: ID!, $reason: String!) {
    done: retireCardReader(hall: $hall, code: $code, reason: $reason) {
      __typename
      ... on Hall {
        code
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);
