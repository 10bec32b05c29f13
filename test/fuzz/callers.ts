import { DEMO_OFFICERS, type DemoOfficer, demoOfficer } from "../../local/demo/officers.ts";
import { type Actor, ROLES, type Role, type Scope } from "../../services/kernel/actor.ts";
import type { CitizenId } from "../../services/kernel/ids.ts";
import type { TestPlatform } from "../support/platform.ts";

/** Somebody who calls, by what they send. */
export type FuzzCaller = {
  /** As a failure names it. */
  readonly name: string;
  /** The role in which the platform sees them; "NOBODY" where their credential does not hold. */
  readonly kind: Actor["kind"] | "NOBODY";
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly headers: Readonly<Record<string, string>>;
};

/** Longer than any run's clock goes. */
const LASTING_S = 4 * 365 * 86_400;
const NOTHING = { roles: [], scopes: [] } as const;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** People with a token: two of the city, one of whom nothing is known, and one of the sandbox. */
export async function citizenCallers(
  { tokens, clock }: TestPlatform,
  people: Readonly<Record<string, CitizenId>>,
): Promise<readonly FuzzCaller[]> {
  const exp = Date.parse(clock.now()) / 1_000 + LASTING_S;
  const citizens = Object.entries(people).flatMap(([name, id]) => [
    { name: `citizen ${name}`, id, mode: "live" as const },
    ...(name === "王小明" ? [{ name: "citizen of the sandbox", id, mode: "test" as const }] : []),
  ]);
  return Promise.all(
    citizens.map(async ({ name, id, mode }): Promise<FuzzCaller> => {
      const token = await tokens.citizen(id, { mode, exp });
      return { ...NOTHING, name, kind: "CITIZEN", headers: bearer(token) };
    }),
  );
}

/**
 * The officers of the city, each with a role of their own; one with all of them, one of these far away. Each has signed in
 * before: what that says of them is kept once, and no operation writes it.
 */
export async function officerCallers({
  tokens,
  clock,
  call,
  ports: { secrets },
}: TestPlatform): Promise<readonly FuzzCaller[]> {
  const exp = Date.parse(clock.now()) / 1_000 + LASTING_S;
  const names = Object.keys(DEMO_OFFICERS) as DemoOfficer[];
  const { person } = demoOfficer("auditor", secrets);
  const idOf = (name: string) => `ofc_${secrets.citizenDigest(`fuzz officer ${name}`)}` as const;
  const officers = [
    ...names.map((name) => {
      const { id, roles, person } = demoOfficer(name, secrets);
      return { name: `officer ${name}`, id, roles, person, region: "11" };
    }),
    { name: "officer of every role", id: idOf("every role"), roles: ROLES, person, region: "" },
    { name: "officer of every role in Shanghai", id: idOf("Shanghai"), roles: ROLES, person, region: "31" },
    { name: "officer without a role", id: idOf("no role"), roles: [], person, region: "11" },
  ];
  return Promise.all(
    officers.map(async ({ name, roles, ...officer }): Promise<FuzzCaller> => {
      const token = await tokens.officer({ ...officer, roles, exp });
      await call({ token, query: "{ viewer { id } }" });
      return { name, kind: "OFFICER", roles, scopes: [], headers: bearer(token) };
    }),
  );
}

export const partnerCaller = (name: string, key: string, scopes: readonly Scope[]): FuzzCaller => ({
  ...{ name: `partner ${name}`, kind: "PARTNER", roles: [], scopes },
  headers: { "x-api-key": key },
});

export const ANONYMOUS_CALLER: FuzzCaller = {
  ...{ ...NOTHING, name: "anonymous", kind: "ANONYMOUS", headers: {} },
};

/** Credentials that do not hold. */
export async function refusedCallers(
  { tokens, clock }: TestPlatform,
  citizen: CitizenId,
  key: string,
): Promise<readonly FuzzCaller[]> {
  const now = Date.parse(clock.now()) / 1_000;
  const token = await tokens.citizen(citizen, { exp: now + LASTING_S });
  const past = await tokens.citizen(citizen, { exp: now - 60 });
  const refused = {
    "a token that has expired": bearer(past),
    "a token that was changed": bearer(`${token.slice(0, -8)}AAAAAAAA`),
    "a token that is none": { authorization: "Bearer __proto__" },
    "a key that was changed": { "x-api-key": `${key.slice(0, -4)}0000` },
    "a key that is none": { "x-api-key": "cvg_live_constructor" },
    "two credentials": { ...bearer(token), "x-api-key": key },
  };
  return Object.entries(refused).map(([name, headers]) => ({ ...NOTHING, name, kind: "NOBODY", headers }));
}
