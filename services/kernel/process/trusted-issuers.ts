import type { Environment } from "../settings.ts";
import { claimNamesIn, type StatedClaims } from "./claim-names.ts";

/** The variables by which a function is told whose sign-in tokens hold. */
export const SIGN_IN_VARIABLES = {
  oidcIssuer: "CIVIGRAPH_OIDC_ISSUER",
  oidcAudience: "CIVIGRAPH_OIDC_AUDIENCE",
  oidcJwksUrl: "CIVIGRAPH_OIDC_JWKS_URL",
  /** An issuer of officers' tokens alone: the desk is then a client of it. */
  oidcOfficersIssuer: "CIVIGRAPH_OIDC_OFFICERS_ISSUER",
  oidcOfficersJwksUrl: "CIVIGRAPH_OIDC_OFFICERS_JWKS_URL",
  oidcClaims: "CIVIGRAPH_OIDC_CLAIMS",
} as const;

/**
 * Our front-ends with a sign-in: in which capacity people come to each, and where, below the address of the site, it goes
 * on when they have signed in or out.
 */
export const CLIENTS = {
  portal: { signsIn: "CITIZEN", signedIn: "/signed-in", signedOut: "/" },
  console: { signsIn: "CITIZEN", signedIn: "/console/signed-in", signedOut: "/console" },
  desk: { signsIn: "OFFICER", signedIn: "/desk/signed-in", signedOut: "/desk" },
} as const;
export type ClientName = keyof typeof CLIENTS;
export type Capacity = (typeof CLIENTS)[ClientName]["signsIn"];

/** A client as its issuer knows it, and the capacities that its tokens may give their bearer. */
export type TrustedClient = { readonly id: string; readonly signsIn: readonly Capacity[] };

/** An issuer whose tokens hold if they were issued to one of these clients. */
export type TrustedIssuer = {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly clients: readonly TrustedClient[];
  /** Undefined for those that the API has by itself. */
  readonly claims: StatedClaims | undefined;
};

const V = SIGN_IN_VARIABLES;

/** The issuers that are trusted; adds a line to `problems` for each variable that is missing or wrong. */
export function readTrustedIssuers(env: Environment, problems: string[]): readonly TrustedIssuer[] {
  const required = (name: string): string => {
    const value = env[name];
    if (!value) problems.push(`${name} is not set`);
    return value ?? "";
  };
  const issuer = required(V.oidcIssuer);
  const clients = clientsIn(required(V.oidcAudience), problems);
  const jwksUrl = required(V.oidcJwksUrl);
  const claims = claimsIn(env[V.oidcClaims], problems);
  const { [V.oidcOfficersIssuer]: officersIssuer, [V.oidcOfficersJwksUrl]: officersJwksUrl } = env;
  if (!officersIssuer && !officersJwksUrl) return [{ issuer, jwksUrl, clients, claims }];
  const isDesk = ({ signsIn }: TrustedClient): boolean => !signsIn.includes("CITIZEN");
  if (!officersIssuer || !officersJwksUrl || officersIssuer === issuer)
    problems.push(`${V.oidcOfficersIssuer} and ${V.oidcOfficersJwksUrl} name no second issuer`);
  if (!clients.some(isDesk)) problems.push(`${V.oidcAudience} names no desk of ${V.oidcOfficersIssuer}`);
  return [
    { issuer, jwksUrl, clients: clients.filter((client) => !isDesk(client)), claims },
    {
      issuer: officersIssuer ?? "",
      jwksUrl: officersJwksUrl ?? "",
      clients: clients.filter(isDesk),
      claims,
    },
  ];
}

function claimsIn(json: string | undefined, problems: string[]): StatedClaims | undefined {
  const stated = json ? claimNamesIn(json) : undefined;
  if (json && !stated) problems.push(`${V.oidcClaims} does not name claims`);
  return stated;
}

/**
 * The audience is a list: `portal=<id> console=<id> desk=<id>`, as far as there are such clients; portal and console may
 * be the same. One id alone is one client of all front-ends, whose tokens say by themselves in which capacity somebody
 * comes.
 */
function clientsIn(audience: string, problems: string[]): readonly TrustedClient[] {
  const [first = "", ...more] = audience.split(" ").filter((word) => word !== "");
  if (first === "") return [];
  if (more.length === 0 && !namedClient(first)) return [{ id: first, signsIn: ["CITIZEN", "OFFICER"] }];
  const named = [first, ...more].map(namedClient).filter((client) => client !== undefined);
  if (named.length <= more.length)
    problems.push(
      `${V.oidcAudience} is neither one client nor a list of ${Object.keys(CLIENTS).join("=, ")}=`,
    );
  const desks = named.filter(({ signsIn }) => signsIn.includes("OFFICER"));
  if (named.some((one) => desks.some((desk) => desk !== one && desk.id === one.id)))
    problems.push(`${V.oidcAudience} gives the desk no client of its own`);
  return named.filter(({ id }, at) => named.findIndex((one) => one.id === id) === at);
}

/** "desk=2f7a" */
function namedClient(word: string): TrustedClient | undefined {
  const [name = "", ...rest] = word.split("=");
  const id = rest.join("=");
  return isClientName(name) && id !== "" ? { id, signsIn: [CLIENTS[name].signsIn] } : undefined;
}

const isClientName = (name: string): name is ClientName => Object.hasOwn(CLIENTS, name);
