import { QUOTES } from "./public-examples.ts";

/** Example queries of front-ends: what things cost, the words of a page, how somebody pays, and what a hall's screen shows. */

/** The words of a page: it asks for them once, and keeps them. */
const WORDS = `query Words {
  enumTexts(names: ["BillStatus", "ApplicationStatus"]) {
    name
    values {
      value
      text {
        zh
        en
      }
    }
  }
  scopes {
    scope
    name {
      zh
      en
    }
    description {
      zh
      en
    }
    isPersonal
  }
}`;

/** For the page on which somebody pays, and for the one to which a gateway sends them back: `payment(id:)`. */
const PAYMENTS = `query Payments {
  paymentChannels {
    channel
    name {
      zh
      en
    }
    isHosted
    takesReturnPath
  }
  me {
    payments(first: 3) {
      edges {
        node {
          # payment(id: "pay_…") has it by this id.
          id
          amount
          status
          goOnUrl
        }
      }
    }
  }
}`;

/** A hall's television asks for this every two seconds, without a sign-in. */
export const HALL_SCREEN = `query HallScreen($hall: ID!) {
  hall(code: $hall) {
    # A number that is called again stands in front again, with one more of its times.
    lastCalls(first: 5) {
      number
      window
      calledAt
      times
      announcement {
        zh
        en
      }
    }
    queues {
      letter
      waiting
    }
    windows {
      code
      calls
    }
  }
}`;

/** They stand behind the clerk's window: the hall's screen shows its call. */
export const PAGE_EXAMPLES = [
  { title: "What water and a ride cost, by the tariffs", as: "anonymous", query: QUOTES, variables: {} },
  { title: "How a citizen can pay here, and has paid", as: "citizen", query: PAYMENTS, variables: {} },
  { title: "How enums and scopes are called on a page", as: "anonymous", query: WORDS, variables: {} },
  {
    title: "A hall's screen: the numbers that were called last, and how they are said",
    as: "anonymous",
    query: HALL_SCREEN,
    // A hall that never closes.
    variables: { hall: "BJ-CY-24" },
  },
] as const;
