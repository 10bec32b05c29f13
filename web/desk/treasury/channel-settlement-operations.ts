import { graphql } from "../../shared/generated/gql.ts";

export const CHANNEL_SETTLEMENTS = graphql(`
  query DeskChannelSettlements($channel: SettlingChannel!, $after: String) {
    channelSettlements(channel: $channel, first: 20, after: $after) {
      edges {
        node {
          id
          from
          through
          gross
          fee
          amount
          bankReference
          booked
          difference
          recordedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RECORD_CHANNEL_SETTLEMENT = graphql(`
  mutation DeskRecordChannelSettlement($key: ID!, $input: RecordChannelSettlementInput!) {
    done: recordChannelSettlement(idempotencyKey: $key, input: $input) {
      __typename
      ... on ChannelSettlement {
        id
        difference
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
