/** Example queries about applications, as GraphiQL shows them. */
export const MY_APPLICATIONS = `query MyApplications {
  me {
    todo {
      text
      dueOn
    }
    applications(first: 10) {
      edges {
        node {
          id
          status
          item {
            name {
              zh
              en
            }
          }
          answer {
            dueOn
            because
          }
          availableActions
          ruling {
            outcome
            checks {
              name {
                zh
                en
              }
              result
              ground {
                law
                article
              }
              inputs {
                path
                value
              }
            }
          }
          decision {
            outcome
            reason
            remedy
          }
        }
      }
    }
  }
}`;

/** Said again with the same key it is the same draft. */
export const START_APPLICATION = `mutation StartApplication($input: StartApplicationInput!, $key: ID!) {
  startApplication(input: $input, idempotencyKey: $key) {
    ... on Application {
      id
      status
      availableActions
      # Filled in by the platform, and asked of nobody.
      heldFields {
        label {
          zh
          en
        }
        shown
      }
      problems {
        path
        message
      }
    }
    ... on Refusal {
      code
      message
    }
  }
}`;

export const PAYOUT_ACCOUNTS = `query PayoutAccounts {
  me {
    # A form that pays somebody names one of these by its id.
    payoutAccounts {
      id
      maskedNumber
      bank
      isProven
      provenBy
      origin
      addedAt
      # Why no rule pays to it; null where one may.
      caution
    }
  }
}`;

export const TELEPHONE = `query MyTelephone {
  me {
    # One-time codes go to it. setTelephone(mobile:) sends one to another number: npm start prints it.
    telephone {
      maskedNumber
      provenAt
    }
  }
}`;

export const MATERIALS = `query Materials {
  me {
    applications(first: 5) {
      edges {
        node {
          id
          status
          item {
            name {
              zh
              en
            }
          }
          materials {
            code
            isRequired
            state
            isEditable
            # What a register holds is not asked for.
            filled {
              source
              statedOn
            }
            files {
              id
              name
              status
            }
          }
        }
      }
    }
  }
}`;

export const ACTING_FOR = `query ActingFor {
  me {
    # Authorities that I have given.
    authorities {
      agentName
      items
      until
      status
    }
    # The enterprises that I may act for, and their cases.
    enterprises {
      creditCode
      name
      capacity
      items
      # Those that I have given in its name; where I am an agent, those that I hold.
      authorities {
        agentName
        items
        until
        status
      }
      applications(first: 5) {
        edges {
          node {
            id
            status
            availableActions
          }
        }
      }
    }
    principals {
      ref
      name
      items
    }
  }
}`;

export const FIND_HALLS = `query FindHalls($day: Date!) {
  halls(region: "110000", first: 10) {
    edges {
      node {
        code
        name {
          zh
          en
        }
        openDays {
          day
          hours {
            from
            to
          }
        }
        queues {
          letter
          waiting
        }
        slots(item: "BJ-GA-JZZSL-001", day: $day) {
          from
          free
        }
      }
    }
  }
}`;
