/**
 * The example queries that GraphiQL opens with, a tab each. The names of their operations are the titles of the
 * tabs, because GraphiQL takes no others.
 */
import {
  ACTING_FOR,
  FIND_HALLS,
  MATERIALS,
  MY_APPLICATIONS,
  PAYOUT_ACCOUNTS,
  START_APPLICATION,
  TELEPHONE,
} from "./application-examples.ts";
import { CLERKS_WINDOW, ENTERPRISE_LICENCES, INSPECTORS_LIST } from "./business-examples.ts";
import type { DemoCredentials } from "./demo-credentials.ts";
import {
  CASE_FIGURES,
  MY_DESK,
  ROLL_OUT_HISTORY,
  SEARCH,
  TRIAL_BALANCE,
  WORK_QUEUE,
} from "./desk-examples.ts";
import { FRONT_PAGE } from "./front-page.ts";
import { LICENCE_EXAMPLES } from "./licence-examples.ts";
import { PAGE_EXAMPLES } from "./page-examples.ts";
import { FIND_SERVICES, FORM_PAGES } from "./public-examples.ts";

export type ExampleCaller = "anonymous" | "citizen" | "officer" | "partner";

export type Example = {
  readonly title: string;
  readonly as: ExampleCaller;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const CONSENTED_READ = `query ConsentedRead($ref: ID!) {
  citizen(ref: $ref) {
    id
    name
    housingFund {
      status
      balance
      contributions(first: 3) {
        edges {
          node {
            month
            total
          }
        }
      }
    }
  }
}`;

const REFUSED_READ = `query RefusedRead($ref: ID!) {
  citizen(ref: $ref) {
    housingFund {
      balance
      # The key has the scope, but the citizen's consent leaves it out.
      loans {
        principal
      }
    }
  }
}`;

const WHO_AM_I = `query WhoAmI {
  viewer {
    kind
    id
    mode
    scopes
    keyExpiresAt
  }
}`;

const PENDING_PARTNERS = `query PendingPartners {
  partners(status: PENDING, first: 10) {
    edges {
      node {
        id
        name
        creditCode
        purpose
        requestedScopes
        appliedAt
        capacity
        statement {
          name
          standing
          legalRepresentative
          recordedAt
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}`;

/** A civil day as the platform counts it. */
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(at);

const DAY_MS = 86_400_000;
/** Eleven months and no more: with the month that runs, a year. */
const FIGURES_DAYS = 330;
const daysAfter = (now: Date, days: number): string => dayOf(new Date(now.getTime() + days * DAY_MS));

/**
 * As they are asked on a day. Without credentials the reference is one that no server knows, so these examples are
 * refused, not malformed.
 */
export function examples(demo: DemoCredentials | undefined, now = new Date()): readonly Example[] {
  const ref = demo?.partner.citizenRef ?? "unknown";
  return [
    { title: "A citizen's front page, in one query", as: "citizen", query: FRONT_PAGE, variables: {} },
    { title: "Who acts for whom, and in which cases", as: "citizen", query: ACTING_FOR, variables: {} },
    {
      title: "An enterprise's licences, and how its applications stand",
      as: "citizen",
      query: ENTERPRISE_LICENCES,
      variables: {},
    },
    {
      title: "A citizen begins an application: rent from the housing fund",
      as: "citizen",
      query: START_APPLICATION,
      variables: { input: { item: "BJ-GJJ-ZFTQ-001", region: "110105" }, key: "my-rent-1" },
    },
    {
      title: "What my applications ask for, and what there is of it",
      as: "citizen",
      query: MATERIALS,
      variables: {},
    },
    {
      title: "A partner reads what the citizen consented to",
      as: "partner",
      query: CONSENTED_READ,
      variables: { ref },
    },
    {
      title: "A partner is refused what no consent opens",
      as: "partner",
      query: REFUSED_READ,
      variables: { ref },
    },
    {
      title: "Anybody finds a service, without signing in",
      as: "anonymous",
      query: FIND_SERVICES,
      variables: {},
    },
    {
      title: "Anybody reads a service's form, page by page, in both languages",
      as: "anonymous",
      query: FORM_PAGES,
      variables: {},
    },
    {
      title: "Halls, their queues now and their slots tomorrow",
      as: "anonymous",
      query: FIND_HALLS,
      variables: { day: daysAfter(now, 1) },
    },
    ...LICENCE_EXAMPLES,
    { title: "Who the platform takes this caller for", as: "partner", query: WHO_AM_I, variables: {} },
    {
      title: "An officer's queue: partners to be approved",
      as: "officer",
      query: PENDING_PARTNERS,
      variables: {},
    },
    {
      title: "A citizen's applications, and what is to do about them",
      as: "citizen",
      query: MY_APPLICATIONS,
      variables: {},
    },
    {
      title: "A citizen's bank accounts to which they can be paid",
      as: "citizen",
      query: PAYOUT_ACCOUNTS,
      variables: {},
    },
    {
      title: "A citizen's telephone, to which one-time codes go",
      as: "citizen",
      query: TELEPHONE,
      variables: {},
    },
    {
      title: "An officer's desk as it opens: departments, regions and colleagues",
      as: "officer",
      query: MY_DESK,
      variables: {},
    },
    {
      title: "An officer's desk: steps that wait, what is due first first",
      as: "officer",
      query: WORK_QUEUE,
      variables: { region: "110105", department: "BJ-GJJ" },
    },
    {
      title: "Somebody calls: applications by the name of the applicant",
      as: "officer",
      query: SEARCH,
      variables: { name: "赵建国", region: "110000", department: "BJ-GJJ" },
    },
    {
      title: "A clerk's window calls the next number",
      as: "officer",
      query: CLERKS_WINDOW,
      variables: { hall: "BJ-CY-24", key: `window-${dayOf(now)}` },
    },
    {
      title: "Inspectors, and what was drawn for them at random",
      as: "officer",
      query: INSPECTORS_LIST,
      variables: { department: "BJ-SCJG", plan: demo?.inspectionPlan ?? "unknown" },
    },
    {
      title: "How a city's department handles its applications: in total, by month, district and item",
      as: "officer",
      query: CASE_FIGURES,
      variables: {
        department: "BJ-GJJ",
        from: daysAfter(now, -FIGURES_DAYS).slice(0, 7),
        to: dayOf(now).slice(0, 7),
      },
    },
    {
      title: "Where an item is on, and who changed that, when and why",
      as: "officer",
      query: ROLL_OUT_HISTORY,
      variables: { code: "BJ-GJJ-ZFTQ-001" },
    },
    { title: "The books, as last verified", as: "officer", query: TRIAL_BALANCE, variables: {} },
    ...PAGE_EXAMPLES,
  ];
}
