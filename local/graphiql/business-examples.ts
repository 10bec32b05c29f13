/** Example queries about enterprises, the window that serves them and those who inspect them, as GraphiQL shows them. */
export const ENTERPRISE_LICENCES = `query EnterpriseLicences {
  me {
    enterprises {
      name
      creditCode
      capacity
      licences {
        number
        status
        premises
        validUntil
        renewal {
          opensOn
          inTimeUntil
        }
      }
      applications(first: 10) {
        edges {
          node {
            id
            status
            availableActions
            answer {
              dueOn
              because
            }
            inspections {
              summary
              toPutRight
            }
            licence {
              number
            }
          }
        }
      }
    }
  }
}`;

/** Said again on the same day it is the same number; the window calls nobody else until it has finished whom it called. */
export const CLERKS_WINDOW = `mutation ClerksWindow($hall: ID!, $key: ID!) {
  # Somebody comes about a licence, without a booking.
  takeTicket(input: { hall: $hall, queue: "B" }, idempotencyKey: $key) {
    ... on Ticket {
      id
      number
      status
    }
    ... on Refusal {
      code
      message
    }
  }
  callNextTicket(hall: $hall, window: "2") {
    ... on Ticket {
      id
      number
      status
      calledAt
      isNamed
    }
    # Refused until the one before is finished:
    # finishTicket(id: "tkt_…", outcome: SERVED)
    # Nobody has come, and the number is called again:
    # callTicketAgain(id: "tkt_…")
    ... on Refusal {
      code
      message
    }
  }
}`;

export const INSPECTORS_LIST = `query InspectorsList($department: String!, $plan: ID!) {
  inspectionPlan(id: $plan) {
    title
    from
    until
    frameSize
    # The public reads this once the period is over.
    seed
  }
  plannedInspections(plan: $plan) {
    edges {
      node {
        licenceNumber
        holderName
        inspectors {
          name
        }
        state
        reportable
        rectifyBy
      }
    }
  }
  inspectors(department: $department) {
    edges {
      node {
        officer {
          name
        }
        regionPrefix
        isActive
      }
    }
  }
}`;
