import { randomUUID } from "node:crypto";
import { addAccount } from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import type { LivePartner } from "../../support/seed-partner.ts";
import {
  authorise,
  CHAOYANG,
  newApplicant,
  newOfficer,
  RENT,
  receive,
  saveCase,
  sendMissing,
  startCase,
  submitAsIs,
} from "./casework.ts";
import { rentForm, type Saver } from "./savers.ts";

/** Of the sandbox's numbers one that is anybody's. */
export const ANYBODYS = "6217000010001234567";
const WRITING = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;

export type Stage = { readonly platform: TestPlatform; readonly partner: LivePartner };

/** How somebody who has handed in a case calls, and as what they know it. */
export type HandedIn = {
  readonly id: string;
  /** The account to which the saver would be paid, added by the same hand. */
  readonly account: string;
  readonly outcome: Json;
  readonly call: (mutation: string) => Promise<Json>;
};

/** Somebody adds an account for the saver, applies for their rent in their name, and hands it in. */
export type Way = (stage: Stage, saver: Saver) => Promise<HandedIn>;

const inputOf = ({ idNumber }: Saver, more = {}) => ({
  ...{ accountNumber: ANYBODYS, idNumber, name: "王小明", ...more },
});

const CASE = `__typename ... on Refusal { code message } ... on FormIncomplete { problems { code path } }
  ... on NotAllowedNow { state availableActions }
  ... on Application { id status availableActions decision { outcome } }`;

const callAs =
  (platform: TestPlatform, caller: { readonly token: string } | { readonly apiKey: string }) =>
  async (mutation: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Json> => {
    const [, named = ""] = /^(\(.*?\))\s/.exec(mutation) ?? [];
    const query = `mutation ${named} { done: ${mutation.slice(named.length)} { ${CASE} } }`;
    const answer = await platform.call({ ...caller, query, variables });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return at(answer.data, "done");
  };

const byClerk: Way = async ({ platform }, saver) => {
  const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
  const attendance = textAt(await receive(platform, clerk, saver.idNumber), "id");
  const account = textAt(await addAccount(platform, clerk, inputOf(saver), attendance), "id");
  const id = textAt(await startCase(platform, clerk.token, { item: RENT, attendance }), "id");
  await saveCase(platform, clerk.token, id, rentForm(saver, { payoutAccount: account }), attendance);
  await sendMissing(platform, saver.token, id);
  const outcome = await submitAsIs(platform, clerk.token, id, { attendance });
  const call = (mutation: string) =>
    callAs(platform, clerk)(mutation.replace(/\)$/, `, attendance: "${attendance}")`));
  return { id, account, outcome, call };
};

const byAgent: Way = async ({ platform }, saver) => {
  const agent = await newApplicant(platform);
  await authorise(platform, saver, agent);
  const { data } = await platform.call({ token: agent.token, query: "{ me { principals { ref } } }" });
  const person = textAt(data, "me", "principals", 0, "ref");
  const account = textAt(await addAccount(platform, agent, inputOf(saver, { person })), "id");
  const id = textAt(await startCase(platform, agent.token, { item: RENT, for: { person } }), "id");
  await saveCase(platform, agent.token, id, rentForm(saver, { payoutAccount: account }));
  await sendMissing(platform, agent.token, id);
  const outcome = await submitAsIs(platform, agent.token, id);
  return { id, account, outcome, call: callAs(platform, agent) };
};

const byPartner: Way = async ({ platform, partner }, saver) => {
  const ref = await seedConsent(platform, partner, saver.id, WRITING);
  const caller = { apiKey: partner.liveKey };
  const call = callAs(platform, caller);
  const account = textAt(await addAccount(platform, caller, inputOf(saver, { person: ref })), "id");
  const started = await call(
    "($input: StartApplicationInput!, $key: ID!) startApplication(input: $input, idempotencyKey: $key)",
    { input: { item: RENT, region: CHAOYANG, for: { citizen: ref } }, key: randomUUID() },
  );
  const theirs = textAt(started, "id");
  const form = rentForm(saver, { payoutAccount: account });
  await call("($id: ID!, $form: JSONObject!) saveApplication(id: $id, form: $form)", { id: theirs, form });
  const query = "{ me { applications { edges { node { id } } } } }";
  const own = await platform.call({ token: saver.token, query });
  const id = textAt(own.data, "me", "applications", "edges", 0, "node", "id");
  await sendMissing(platform, saver.token, id);
  const outcome = await call(`submitApplication(id: "${theirs}", idempotencyKey: "${randomUUID()}")`);
  // A partner knows the case by an id of its own.
  return { id, account, outcome, call: (mutation) => call(mutation.replaceAll(id, theirs)) };
};

/** The others by whose hand somebody's money can be applied for. */
export const WAYS = [
  ["clerk", "CLERK", byClerk],
  ["proxy", "AGENT", byAgent],
  ["partner", "PARTNER", byPartner],
] as const satisfies readonly (readonly [string, string, Way])[];
