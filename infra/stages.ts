import type { ClientName } from "../services/kernel/process/trusted-issuers.ts";
import type { Choices } from "../services/kernel/settings.ts";

/** User pools of the stage's own: one of citizens, one of officers, each with managed login. */
export type CognitoSignIn = {
  readonly kind: "cognito";
  /** Web origins that serve the front-ends, for example https://service.example.gov.cn; none: nobody can sign in. */
  readonly origins: readonly string[];
};

/** An issuer that is there already, such as the city's own: docs/operators.md. */
export type OidcSignIn = {
  readonly kind: "oidc";
  readonly issuer: string;
  readonly jwksUrl: string;
  /** The clients by which the issuer knows the front-ends. */
  readonly clients: Readonly<Partial<Record<ClientName, string>>>;
  /** Another issuer for officers: the desk is its client. */
  readonly officers?: { readonly issuer: string; readonly jwksUrl: string };
  /** The names of its claims, and how it says that a name and a number are proven. */
  readonly claims: Readonly<Record<string, unknown>>;
};

/** Services of AWS that not every region has. Each has a paragraph in docs/operators.md. */
export type RegionalService = "x-ray" | "malware-protection" | "cloudfront";

/** How the front-ends' pages reach people: infra/web-stack.ts. */
export type WebFront = {
  /** The code of the region for which residents see what is on offer, until they choose another. */
  readonly region: string;
  /** A name of one's own, with its certificate in us-east-1; left out, the pages have a name of CloudFront's. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** The edges that answer, by what they cost: the fewest, some more, all in the world. */
  readonly priceClass: "100" | "200" | "ALL";
  /** Requests in 5 minutes from one address, which a neighbourhood may share: at most, and of these to the API. */
  readonly perAddress: { readonly requests: number; readonly calls: number };
};

/** A key by which an authority signs licences; a rotation adds another line and leaves the first: docs/operators.md. */
export type LicenceKey = {
  /** The authority's unified social credit code. */
  readonly issuer: string;
  /** Tells it from the authority's other keys: "2026". */
  readonly name: string;
};

/** The differences between two deployments of the platform. Everything else is the same code. */
export type Stage = {
  readonly name: "dev" | "prod";
  /** The account and region; where not given, those that the CDK's command line is signed in to. */
  readonly env: { readonly account?: string; readonly region?: string };
  /** The tables that the data stack makes are called `{tablePrefix}-{table}`. */
  readonly tablePrefix: string;
  /** The tables that are served. Another prefix than the above only after a restore: docs/operators.md. */
  readonly servedPrefix: string;
  /** Data, keys, users and secrets outlive their stack, and neither a stack nor a table can be deleted by mistake. */
  readonly keepsData: boolean;
  readonly recoveryDays: number;
  readonly logRetentionDays: 14 | 180;
  readonly throttle: { readonly requestsPerSecond: number; readonly burst: number };
  /** Instances that each function may have, and always can have; undefined: those that the account has left. */
  readonly reservedConcurrency: {
    readonly graphql?: number;
    /** Each of those that somebody outside posts to. */
    readonly ofEndpoints?: number;
    /** Each of those that are called again and again. */
    readonly ofSchedules?: number;
  };
  /** Web origins of citizen and staff front-ends; none: no browser of another origin may call. */
  readonly corsOrigins: readonly string[];
  /** How people sign in. */
  readonly signIn: CognitoSignIn | OidcSignIn;
  /** The services that the stage's region does not have. */
  readonly without: readonly RegionalService[];
  readonly web: WebFront;
  /** Sign-in with a password by somebody who holds the account's credentials (admin-initiate-auth), to try things. */
  readonly operatorSignIn: boolean;
  /** The keys of the authorities that sign licences here. */
  readonly licenceKeys: readonly LicenceKey[];
  /** The settings that services leave to it, by their names; one that is not here has its default. */
  readonly settings: Choices;
  readonly alarms: {
    /** In 5 minutes. */
    readonly faultsMax: number;
    readonly throttledMax: number;
    readonly durationP99MaxMs: number;
    /** How long an event may wait for its delivery. */
    readonly outboxAgeMaxSeconds: number;
    /** Requests for pages and the API that are turned away, because their addresses send too many. In 5 minutes. */
    readonly blockedMax: number;
    /** The percentage of browsers' requests that is answered 5xx. */
    readonly edgeErrorsMaxPercent: number;
  };
};

const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
const fromEnvironment: Stage["env"] = { ...(account ? { account } : {}), ...(region ? { region } : {}) };

export const STAGES = [
  {
    name: "dev",
    env: fromEnvironment,
    tablePrefix: "civigraph-dev",
    servedPrefix: "civigraph-dev",
    keepsData: false,
    recoveryDays: 7,
    logRetentionDays: 14,
    throttle: { requestsPerSecond: 50, burst: 100 },
    // A new account has 10 instances altogether, and cannot reserve any of them.
    reservedConcurrency: {},
    corsOrigins: ["http://localhost:3000"],
    signIn: { kind: "cognito", origins: ["http://localhost:3000"] },
    without: [],
    web: { region: "110105", priceClass: "200", perAddress: { requests: 3_000, calls: 1_000 } },
    operatorSignIn: true,
    // Of the demo city.
    licenceKeys: [{ issuer: "11110000DEM000001C", name: "2026" }],
    settings: { siteOrigin: "http://localhost:3000" },
    alarms: {
      ...{ faultsMax: 5, throttledMax: 50, durationP99MaxMs: 5_000, outboxAgeMaxSeconds: 900 },
      ...{ blockedMax: 1_000, edgeErrorsMaxPercent: 20 },
    },
  },
  {
    name: "prod",
    env: fromEnvironment,
    tablePrefix: "civigraph-prod",
    servedPrefix: "civigraph-prod",
    keepsData: true,
    recoveryDays: 35,
    logRetentionDays: 180,
    throttle: { requestsPerSecond: 1_000, burst: 2_000 },
    reservedConcurrency: {
      graphql: 400,
      ofEndpoints: 20,
      ofSchedules: 1,
    },
    corsOrigins: [],
    signIn: { kind: "cognito", origins: [] },
    without: [],
    // One address takes 2 % of what the API answers at most: 6,000 calls of 300,000.
    web: { region: "110000", priceClass: "200", perAddress: { requests: 30_000, calls: 6_000 } },
    operatorSignIn: false,
    licenceKeys: [],
    settings: {},
    alarms: {
      ...{ faultsMax: 1, throttledMax: 1, durationP99MaxMs: 2_000, outboxAgeMaxSeconds: 300 },
      ...{ blockedMax: 1_000, edgeErrorsMaxPercent: 5 },
    },
  },
] as const satisfies readonly Stage[];

/** The namespace of all metrics of a stage in CloudWatch. It stays when other tables are served. */
export const metricsNamespaceOf = ({ name }: Stage): string => `civigraph/${name}`;
