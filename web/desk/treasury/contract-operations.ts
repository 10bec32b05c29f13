import { graphql } from "../../shared/generated/gql.ts";

export const CONTRACTS = graphql(`
  query DeskContracts($after: String) {
    proposedSettlementContracts(first: 20) {
      edges {
        node {
          id
          partner
          partnerName
          kind
          effectiveFrom
          proposedAt
          isOwn
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    settlementBooks(first: 20, after: $after) {
      edges {
        node {
          kind
          partner {
            id
            name
          }
          through
          carried
          negativeSince
          contract {
            id
            effectiveFrom
            feePerMille
            feeFixed
            feeLeast
            feeMost
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

export const PARTNER_CONTRACTS = graphql(`
  query DeskPartnerContracts($partner: ID!, $kind: SettledKind!) {
    settlementBook(partner: $partner, kind: $kind) {
      partner {
        id
        name
      }
      through
      carried
      negativeSince
      contract {
        id
      }
    }
    settlementContracts(partner: $partner, kind: $kind) {
      ...DeskContract
    }
  }
`);

export const CONTRACT = graphql(`
  fragment DeskContract on SettlementContract {
    id
    partnerName
    effectiveFrom
    status
    feePerMille
    feeFixed
    feeLeast
    feeMost
    feeAccount
    minimum
    payDays
    payDayKind
    maskedAccount
    bank
    accountProvenAt
    proposedAt
    decidedAt
    isOwn
    availableActions
  }
`);

export const PROPOSE_CONTRACT = graphql(`
  mutation DeskProposeContract($key: ID!, $input: ProposeSettlementContractInput!) {
    done: proposeSettlementContract(idempotencyKey: $key, input: $input) {
      __typename
      ... on SettlementContract {
        id
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

export const AGREE = graphql(`
  mutation DeskAgreeToContract($contract: ID!) {
    done: agreeToSettlementContract(contract: $contract) {
      __typename
      ... on SettlementContract {
        ...DeskContract
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const DISMISS = graphql(`
  mutation DeskDismissContract($contract: ID!) {
    done: dismissSettlementContract(contract: $contract) {
      __typename
      ... on SettlementContract {
        ...DeskContract
      }
      ... on Refusal {
        message
      }
    }
  }
`);
