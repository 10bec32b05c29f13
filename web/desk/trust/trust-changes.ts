import { graphql } from "../../shared/generated/gql.ts";

export const SAVE_ISSUER = graphql(`
  mutation DeskSaveTrustedIssuer($input: TrustedIssuerInput!) {
    done: saveTrustedIssuerDraft(input: $input) {
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

export const SAVE_MAPPING = graphql(`
  mutation DeskSaveLicenceMapping($input: LicenceMappingInput!) {
    done: saveLicenceMappingDraft(input: $input) {
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

export const AGREE = graphql(`
  mutation DeskAgreeToTrust($kind: TrustKind!, $code: ID!, $draftRevision: Int!, $reason: String!) {
    done: agreeToTrust(kind: $kind, code: $code, draftRevision: $draftRevision, reason: $reason) {
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

export const RECORD_COMPROMISE = graphql(`
  mutation DeskRecordKeyCompromise($issuer: ID!, $keyId: ID!, $since: DateTime!, $reason: String!) {
    done: recordKeyCompromise(issuer: $issuer, keyId: $keyId, since: $since, reason: $reason) {
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
