import { graphql } from "../../shared/generated/gql.ts";
import type { DeskIssuerKeysQuery } from "../../shared/generated/graphql.ts";

export const ISSUERS = graphql(`
  query DeskIssuers($after: String) {
    editedLicenceTypes(first: 50, after: $after) {
      edges {
        node {
          published {
            ...IssuersOfType
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

export const ISSUERS_OF_TYPE = graphql(`
  fragment IssuersOfType on LicenceType {
    code
    name {
      zh
      en
    }
    issuers {
      creditCode
      department {
        name {
          zh
          en
        }
      }
    }
  }
`);

export const ISSUER_KEYS = graphql(`
  query DeskIssuerKeys($issuer: String!, $mode: Mode!) {
    editedIssuerKeys(issuer: $issuer, mode: $mode) {
      key {
        keyId
        standing
        from
        until
        compromisedSince
      }
      kmsKey
      proposedBy {
        id
        name
      }
      agreedBy {
        id
        name
      }
      isOwn
      availableActions
    }
    editedLicenceTypes(first: 50) {
      edges {
        node {
          published {
            ...IssuersOfType
          }
        }
      }
    }
  }
`);

export type EditedKey = NonNullable<DeskIssuerKeysQuery["editedIssuerKeys"]>[number];

export const PROPOSE = graphql(`
  mutation DeskProposeIssuerKey($input: IssuerKeyInput!, $reason: String!) {
    done: proposeIssuerKey(input: $input, reason: $reason) {
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
  mutation DeskAgreeToIssuerKey($issuer: String!, $mode: Mode!, $keyId: String!, $reason: String!) {
    done: agreeToIssuerKey(issuer: $issuer, mode: $mode, keyId: $keyId, reason: $reason) {
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

export const END = graphql(`
  mutation DeskEndIssuerKey(
    $issuer: String!
    $mode: Mode!
    $keyId: String!
    $until: DateTime!
    $reason: String!
  ) {
    done: endIssuerKey(issuer: $issuer, mode: $mode, keyId: $keyId, until: $until, reason: $reason) {
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

export const REPORT = graphql(`
  mutation DeskReportIssuerKey(
    $issuer: String!
    $mode: Mode!
    $keyId: String!
    $since: DateTime!
    $reason: String!
  ) {
    done: reportIssuerKeyCompromised(
      issuer: $issuer
      mode: $mode
      keyId: $keyId
      since: $since
      reason: $reason
    ) {
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
