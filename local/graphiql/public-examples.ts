/** Example queries that anybody may send, as GraphiQL shows them. */
export const FIND_SERVICES = `query FindServices {
  serviceItems(region: "110105", search: "公积金", first: 10) {
    edges {
      node {
        code
        name {
          zh
          en
        }
        promisedWorkingDays
        statutoryWorkingDays
        visits
      }
    }
  }
}`;

/** All that a front-end needs to show a form, in both languages. */
export const FORM_PAGES = `query FormOfAService {
  serviceItem(code: "BJ-GJJ-ZFTQ-001", region: "110105") {
    name {
      zh
      en
    }
    formPages {
      title {
        zh
        en
      }
      # A group and a list stand before the fields in them.
      fields {
        path
        label {
          zh
          en
        }
        hint {
          zh
          en
        }
        widget
        required
        choices {
          value
          label {
            zh
            en
          }
        }
        # Asked only where the field beside it has one of these values.
        when {
          path
          values
        }
        example
        confirms
      }
    }
  }
}`;

export const QUOTES = `query Quotes {
  water: utilityQuote(kind: WATER, region: "110000", usage: "12", yearToDate: "175", on: "2026-06-30") {
    amount
    tiers {
      tier
      usage
      price
      amount
    }
  }
  toTheAirport: transitRoute(region: "110000", from: "xidan", to: "terminal-3", monthSpend: "120.00", on: "2026-06-30") {
    fare
    legs {
      distanceKm
      airportLine
      fare {
        fare
        full
        percent
      }
    }
  }
}`;
