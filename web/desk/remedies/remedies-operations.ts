import { graphql } from "../../shared/generated/gql.ts";

export const REMEDIES = graphql(`
  query DeskRemedies($region: RegionCode!, $top: RegionCode!, $department: ID, $decider: ID!) {
    remedyStatement(region: $region, department: $department) {
      rows {
        effectiveFrom
        body
        level
        authority {
          ...StatedPlace
        }
        court {
          ...StatedPlace
        }
      }
    }
    remedyNotice(region: $region, department: $decider) {
      isNamed
      article {
        zh
        en
      }
      authority {
        online
        ...PlaceFacts
      }
      court {
        ...PlaceFacts
      }
    }
    regions(under: $top) {
      code
      name
    }
  }
`);

export const STATED_PLACE = graphql(`
  fragment StatedPlace on RemedyPlace {
    name {
      zh
      en
    }
    address {
      zh
      en
    }
    telephone
    online
  }
`);

export const STATE = graphql(`
  mutation DeskStateRemedies($input: RemedyStatementInput!, $reason: String!) {
    stateRemedies(input: $input, reason: $reason) {
      __typename
      ... on RemedyStatement {
        region
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
