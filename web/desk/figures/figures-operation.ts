import { graphql } from "../../shared/generated/gql.ts";

/** Of a line of a table and a bar of a picture. */
export const LINE = graphql(`
  fragment FiguresLine on Figures {
    received
    decided
    decidedInPromisedTime
    shareDecidedByRule
    medianWorkingDays
    becameOverdue
  }
`);

export const TOTAL = graphql(`
  fragment FiguresTotal on Figures {
    received
    accepted
    deemedAccepted
    decided
    approved
    decidedInPromisedTime
    decidedInStatutoryTime
    decidedByRule
    shareDecidedByRule
    medianWorkingDays
    becameOverdue
    withdrawn
    complaints
    visitsAbovePromise
    evaluations {
      verySatisfied
      satisfied
      basicallySatisfied
      dissatisfied
      veryDissatisfied
      putRightLate
    }
  }
`);

export const FIGURES_OF = graphql(`
  query DeskFigures($region: RegionCode!, $department: String, $item: ID, $from: Month!, $to: Month!) {
    caseFigures(region: $region, department: $department, item: $item, from: $from, to: $to) {
      __typename
      ... on Refusal {
        message
      }
      ... on CaseFigures {
        total {
          ...FiguresTotal
        }
        byMonth {
          month
          figures {
            ...FiguresLine
          }
        }
        byRegion {
          region {
            code
            name
          }
          figures {
            ...FiguresLine
          }
        }
        byItem {
          code
          item {
            name {
              zh
              en
            }
          }
          figures {
            ...FiguresLine
          }
        }
      }
    }
  }
`);
