import { graphql } from "../../shared/generated/gql.ts";

export const DIFFERENCES = graphql(`
  query DeskDifferences($after: String) {
    channelDifferences(first: 20, after: $after) {
      edges {
        node {
          id
          kind
          status
          amount
          channel
          paymentId
          foundAt
          availableActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DIFFERENCE = graphql(`
  query DeskDifference($id: ID!) {
    channelDifference(id: $id) {
      ...DeskDifferenceParts
    }
  }
`);

export const DIFFERENCE_PARTS = graphql(`
  fragment DeskDifferenceParts on ChannelDifference {
    id
    kind
    movement
    status
    amount
    foreign
    channel
    paymentId
    refundId
    channelNumber
    movedAt
    foundAt
    source
    known
    knownAmount
    resolvedAt
    confirmedBy
    payment
    refund
    declinedText {
      zh
      en
    }
    availableActions
    proposal {
      outcome
      reason
      to
      by
      at
      isOwn
    }
  }
`);

export const PROPOSE = graphql(`
  mutation DeskResolveDifference($input: ResolveDifferenceInput!) {
    done: resolveDifference(input: $input) {
      __typename
      ... on ChannelDifference {
        ...DeskDifferenceParts
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

export const CONFIRM = graphql(`
  mutation DeskConfirmResolution($difference: ID!) {
    done: confirmResolution(difference: $difference) {
      __typename
      ... on ChannelDifference {
        ...DeskDifferenceParts
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation DeskWithdrawResolution($difference: ID!) {
    done: withdrawResolution(difference: $difference) {
      __typename
      ... on ChannelDifference {
        ...DeskDifferenceParts
      }
      ... on Refusal {
        message
      }
    }
  }
`);
