import { graphql } from "../../shared/generated/gql.ts";

export const CLEARING = graphql(`
  query DeskClearing($region: RegionCode!) {
    transitRegions {
      code
      name
    }
    clearingRules(region: $region) {
      effectiveFrom
      kind
      entryPerMille
      isAgreed
      isOwn
      availableActions
      lines {
        line
        lineName
        operator
        operatorName
      }
    }
    transitLines(region: $region) {
      code
      name
      airportLine
    }
    settlementBooks(first: 50) {
      ...DeskSettledPartners
    }
  }
`);

export const SETTLED_PARTNERS = graphql(`
  fragment DeskSettledPartners on SettlementBookConnection {
    edges {
      node {
        kind
        partner {
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
`);

export const MORE_SETTLED_PARTNERS = graphql(`
  query DeskMoreSettledPartners($after: String!) {
    settlementBooks(first: 50, after: $after) {
      ...DeskSettledPartners
    }
  }
`);

export const PROPOSE_CLEARING = graphql(`
  mutation DeskProposeClearing($input: ClearingRuleInput!) {
    done: proposeClearingRule(input: $input) {
      __typename
      ... on ClearingChanged {
        rules {
          effectiveFrom
        }
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

export const AGREE_TO_CLEARING = graphql(`
  mutation DeskAgreeToClearing($region: RegionCode!, $effectiveFrom: Date!) {
    done: agreeToClearingRule(region: $region, effectiveFrom: $effectiveFrom) {
      __typename
      ... on ClearingChanged {
        rules {
          effectiveFrom
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
