import { graphql } from "../../shared/generated/gql.ts";

export const BOOKS = graphql(`
  query DeskTreasury {
    channelDifferences(first: 1) {
      edges {
        node {
          id
          foundAt
        }
      }
    }
    proposedSettlementContracts(first: 1) {
      edges {
        node {
          id
        }
      }
    }
    trialBalance {
      asOf
      verifiedAt
      debits
      credits
      imbalance
      differenceCount
      brokenTransferCount
      lines {
        kind
        debits
        credits
        balance
      }
      differences {
        account
        partition
        what
        recorded
        recomputed
      }
      brokenTransfers {
        id
        what
      }
    }
  }
`);

export const ACCOUNTS = graphql(`
  query DeskAccounts($kind: LedgerAccountKind!, $after: String) {
    accountsOfKind(kind: $kind, first: 20, after: $after) {
      edges {
        node {
          id
          balance
          held
          holder {
            id
            name
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

export const ACCOUNT = graphql(`
  query DeskAccount($id: ID!, $month: Month!, $after: String) {
    ledgerAccount(id: $id) {
      id
      kind
      balance
      held
      holder {
        id
        name
      }
      statement(month: $month, first: 50, after: $after) {
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
`);

export const PAYOUTS = graphql(`
  query DeskPayouts($after: String) {
    payoutsOwed(first: 20, after: $after) {
      edges {
        node {
          ...DeskPayout
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PAYOUT = graphql(`
  fragment DeskPayout on Payout {
    id
    amount
    status
    createdAt
    orderedAt
    cause
    bankAccount
    availableActions
    dueOn
    refusal
    returnReason
    partner {
      id
      name
    }
    payoutAccount {
      id
      bank
      origin
      isProven
      provenAt
      caution
      addedAt
    }
  }
`);

export const ORDER = graphql(`
  mutation DeskOrderPayout($payout: ID!) {
    done: orderPayout(payout: $payout) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const RECORD = graphql(`
  mutation DeskRecordPayout($payout: ID!, $bankReference: String!) {
    done: recordPayout(input: { payout: $payout, bankReference: $bankReference }) {
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

export const REFUSE = graphql(`
  mutation DeskRefusePayout($payout: ID!, $reason: String!) {
    done: refusePayout(input: { payout: $payout, reason: $reason }) {
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

export const DEPOSIT = graphql(`
  mutation DeskRecordDeposit($key: ID!, $input: RecordDepositInput!) {
    done: recordDeposit(idempotencyKey: $key, input: $input) {
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
