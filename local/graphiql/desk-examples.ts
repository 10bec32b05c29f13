/** Example queries of officers, as GraphiQL shows them. */
export const MY_DESK = `query MyDesk {
  viewer {
    id
    name
    roles
    departments {
      code
      name {
        zh
        en
      }
    }
    regions {
      code
      name
    }
  }
  officers(role: REVIEWER, region: "110105", department: "BJ-GJJ") {
    edges {
      node {
        id
        name
        roles
      }
    }
  }
}`;

export const WORK_QUEUE = `query WorkQueue($region: RegionCode!, $department: String!) {
  workQueueTotals(region: $region, department: $department) {
    total
    due
    overdue
  }
  workQueue(region: $region, department: $department, first: 10) {
    edges {
      node {
        step
        stepName {
          zh
          en
        }
        dueOn
        claimedBy {
          name
        }
        application {
          id
          number
          status
          item {
            name {
              zh
              en
            }
          }
          availableActions
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`;

/** The applications of somebody who calls. */
export const SEARCH = `query Search($name: String!, $region: RegionCode!, $department: String!) {
  searchApplications(name: $name, region: $region, within: true, department: $department) {
    edges {
      node {
        number
        status
        region
        item {
          name {
            zh
            en
          }
        }
      }
    }
  }
}`;

export const CASE_FIGURES = `query CaseFigures($department: String, $from: Month!, $to: Month!) {
  caseFigures(region: "110000", department: $department, from: $from, to: $to) {
    ... on CaseFigures {
      total {
        received
        accepted
        decided
        decidedInPromisedTime
        becameOverdue
        medianWorkingDays
        shareDecidedByRule
        complaints
        visitsAbovePromise
        evaluations {
          verySatisfied
          satisfied
          basicallySatisfied
          dissatisfied
          veryDissatisfied
        }
      }
      byMonth {
        month
        figures {
          received
          decided
        }
      }
      byRegion {
        region {
          name
        }
        figures {
          received
          becameOverdue
        }
      }
      byItem {
        code
        item {
          name {
            en
          }
        }
        figures {
          received
          medianWorkingDays
        }
      }
    }
    ... on Refusal {
      code
      message
    }
  }
}`;

/** Where an item is on in each region, and its history. */
export const ROLL_OUT_HISTORY = `query RollOutHistory($code: ID!) {
  serviceItem(code: $code) {
    code
    rollOut {
      region
      stage
      since
      sharePercent
    }
    rollOutHistory(first: 10) {
      edges {
        node {
          at
          officer {
            name
          }
          reason
          changes {
            region
            from {
              stage
              sharePercent
            }
            to {
              stage
              sharePercent
            }
          }
        }
      }
    }
  }
}`;

export const TRIAL_BALANCE = `query TrialBalance {
  trialBalance {
    asOf
    debits
    credits
    imbalance
    lines {
      kind
      debits
      credits
      balance
    }
    differenceCount
  }
}`;
