import { graphql } from "../../shared/generated/gql.ts";

export const PARTNER = graphql(`
  query DeskPartner($id: ID!) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        creditCode
        status
        purpose
        requestedScopes
        scopes
        appliedAt
        capacity
        lapseReason
        availableActions
        approvedBy {
          id
          name
        }
        review {
          decision
          reason
          at
        }
        contact {
          name
          phone
          email
        }
        statement {
          name
          standing
          legalRepresentative
          recordedAt
        }
        registeredNow {
          name
          standing
          legalRepresentative
          recordedAt
        }
        apiKeys {
          id
          name
          mode
          status
          scopes
          createdAt
          expiresAt
          lastUsedAt
        }
      }
    }
    scopes {
      scope
      isPersonal
      name {
        zh
        en
      }
      description {
        zh
        en
      }
    }
  }
`);

export const APPROVE = graphql(`
  mutation DeskApprovePartner($id: ID!, $reason: String!, $scopes: [Scope!]!) {
    done: approvePartner(id: $id, reason: $reason, scopes: $scopes) {
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

/** All other decisions take a reason alone. */
export const DECISIONS = {
  rejectPartner: graphql(`
    mutation DeskRejectPartner($id: ID!, $reason: String!) {
      done: rejectPartner(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
  grantLiveAccess: graphql(`
    mutation DeskGrantLiveAccess($id: ID!, $reason: String!) {
      done: grantLiveAccess(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
  confirmRenewal: graphql(`
    mutation DeskConfirmRenewal($id: ID!, $reason: String!) {
      done: confirmRenewal(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
  refuseRenewal: graphql(`
    mutation DeskRefuseRenewal($id: ID!, $reason: String!) {
      done: refuseRenewal(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
  suspendPartner: graphql(`
    mutation DeskSuspendPartner($id: ID!, $reason: String!) {
      done: suspendPartner(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
  reinstatePartner: graphql(`
    mutation DeskReinstatePartner($id: ID!, $reason: String!) {
      done: reinstatePartner(id: $id, reason: $reason) {
        __typename
        ... on Refusal {
          message
        }
        ... on InvalidInput {
          path
        }
      }
    }
  `),
};

export type Decision = keyof typeof DECISIONS | "approvePartner";

const isPlain = (action: string): action is keyof typeof DECISIONS => action in DECISIONS;

/** The decisions among the actions that the platform offers; one that this page does not know yet is left out. */
export const decisionsIn = (actions: readonly string[]): readonly Decision[] =>
  actions.filter((action): action is Decision => action === "approvePartner" || isPlain(action));
