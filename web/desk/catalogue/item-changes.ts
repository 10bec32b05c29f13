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
  mutation DeskPublishItem($code: ID!, $draftRevision: Int!, $reason: String!) {
    done: publishServiceItem(code: $code, draftRevision: $draftRevision, reason: $reason) {
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
