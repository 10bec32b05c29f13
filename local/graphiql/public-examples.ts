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
