/** The query that a front-end sends when a citizen signs in: everything at once. */
export const FRONT_PAGE = `query FrontPage {
  me {
    name
    maskedIdNumber
    housingFund {
      balance
      employer {
        name
      }
      contributions(first: 3) {
        edges {
          node {
            month
            total
          }
        }
      }
      loans {
        outstanding
        rate
        instalmentPlan(first: 2) {
          edges {
            node {
              dueOn
              amount
            }
          }
        }
      }
      interest {
        projection {
          settlesOn
          amount
          formula
        }
      }
    }
    consents {
      partner {
        name
      }
      scopes
      status
    }
    bills(status: DUE) {
      number
      biller {
        name
      }
      from
      to
      owed
      dueOn
    }
    utilityAccounts {
      alias
      usageOfYear(year: ${new Date().getFullYear()}) {
        usage
        unit
        tierReached
      }
    }
    payments(first: 3) {
      edges {
        node {
          amount
          status
          createdAt
        }
      }
    }
    transitCards {
      number
      kind
      balance
      monthSpend
      trips(first: 3) {
        edges {
          node {
            status
            fare
            entry {
              at
              station {
                name
              }
            }
            exit {
              station {
                name
              }
            }
          }
        }
      }
    }
    upcomingAppointments {
      hall {
        name {
          zh
          en
        }
      }
      from
      status
    }
    unreadNotifications
    notifications(first: 5) {
      edges {
        node {
          at
          text
          read
        }
      }
    }
    accesses(first: 5) {
      edges {
        node {
          at
          partner {
            name
          }
          reads {
            name {
              zh
              en
            }
          }
        }
      }
    }
    applications(first: 5) {
      edges {
        node {
          status
          item {
            name {
              zh
            }
          }
          answer {
            dueOn
          }
        }
      }
    }
    todo(first: 5) {
      text
      dueOn
    }
  }
}`;
