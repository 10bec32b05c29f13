import { graphql } from "../../shared/generated/gql.ts";

export const SAVE = graphql(`
  mutation DeskSaveItem($input: ServiceItemInput!) {
    done: saveServiceItemDraft(input: $input) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export const PUBLISH = graphql(`
  mutation DeskPublishItem($code: ID!, $reason: String!) {
    done: publishServiceItem(code: $code, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export const ROLL_OUT = graphql(`
  mutation DeskRollOutItem(
    $code: ID!
    $region: RegionCode!
    $stage: RollOutStage!
    $pilot: PilotInput
    $reason: String!
  ) {
    done: rollOutServiceItem(code: $code, region: $region, stage: $stage, pilot: $pilot, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);
