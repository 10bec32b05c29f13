import { askerOf } from "../../../support/asking.ts";
import { typesTold } from "../../../support/notifications.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { type Applicant, newApplicant, saveCase, startCase, submitAsIs } from "../../cases/casework.ts";
import { draftOf } from "../../catalogue/items.ts";
import { done, HOLDER, itemOf, licenceOf, takeBack } from "./repository-world.ts";

export const TYPE = "fitter";
export const ITEM = "TEST-FITTING";
const NAME = { zh: "装配工证", en: "Fitter's licence" };

/** A licence of these tests is issued two years before its last day, on which it is still valid. */
const [ISSUED, LAST_DAYS, AFTER_END] = [
  "2026-03-02T02:00:00.000Z",
  "2028-02-28T02:00:00.000Z",
  "2028-03-02T02:00:00.000Z",
];

const step = (code: string, role: "acceptor" | "reviewer" | "decider") => ({
  ...{ code, name: { zh: code, en: code }, role, workingDays: 2 },
});

export const needing = (code: string, required: boolean) =>
  draftOf({
    ...{ code, promisedWorkingDays: 10, statutoryWorkingDays: 20 },
    materials: [{ code: "licence", name: NAME, required, replacedByLicence: TYPE }],
    steps: [step("accept", "acceptor"), step("review", "reviewer"), step("decide", "decider")],
  });

/** Somebody whose licence of the type is about to end, with the case that has issued it. */
export async function newHolder(platform: TestPlatform) {
  platform.clock.set(ISSUED);
  const holder = await newApplicant(platform);
  const issue = await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
  platform.clock.set(LAST_DAYS);
  return { holder, issue, licence: await licenceOf(platform, holder) };
}
export type Held = Awaited<ReturnType<typeof newHolder>>;

export const doTo = async (
  platform: TestPlatform,
  { holder, licence }: Held,
  acting: Parameters<typeof itemOf>[1],
  more = {},
) => {
  await done(platform, holder, itemOf(TYPE, acting), { number: textAt(licence, "number"), ...more });
};

/** All that can become of a licence after the case was handed in. */
export const HAPPENS = {
  nothing: async () => undefined,
  "a change": (platform: TestPlatform, held: Held) => doTo(platform, held, "CHANGE", { trade: "钳工" }),
  "a renewal": (platform: TestPlatform, held: Held) => doTo(platform, held, "RENEW"),
  "its suspension": (platform: TestPlatform, held: Held) => doTo(platform, held, "SUSPEND"),
  "its end": async (platform: TestPlatform) => {
    platform.clock.set(AFTER_END);
  },
  "its cancellation": (platform: TestPlatform, held: Held) => doTo(platform, held, "CANCEL"),
  "its revocation": async (platform: TestPlatform, { issue }: Held) => {
    await takeBack(platform, issue);
  },
  "its end, and another licence": async (platform: TestPlatform, held: Held) => {
    await doTo(platform, held, "CANCEL");
    await done(platform, held.holder, itemOf(TYPE, "ISSUE"), HOLDER);
  },
} as const satisfies Record<string, (platform: TestPlatform, held: Held) => Promise<void>>;

/** The fate of the licence in the end, as the second look finds it. */
export const FOUND = {
  nothing: "STANDS",
  "a change": "GIVES_WAY",
  "a renewal": "GIVES_WAY",
  "its suspension": "SUSPENDED",
  "its end": "EXPIRED",
  "its cancellation": "CANCELLED",
  "its revocation": "REVOKED",
  "its end, and another licence": "GIVES_WAY",
} as const satisfies Record<keyof typeof HAPPENS, string>;

export async function handedIn(
  platform: TestPlatform,
  { token }: Applicant,
  item = ITEM,
  form: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = textAt(await startCase(platform, token, { item }), "id");
  await saveCase(platform, token, id, form);
  await submitAsIs(platform, token, id);
  return id;
}

const FILLED = `state isEditable filled { source reference takenAt handedIn { reference takenAt }
  over { how noticedAt } licence { licence version issuedOn validUntil status } }`;

export async function materialOf(platform: TestPlatform, token: string, id: string): Promise<Json> {
  const query = `query ($id: ID!) { result: node(id: $id) { ... on Application { materials { ${FILLED} } } } }`;
  return at(await askerOf(platform)(query, { id }, { token }), "materials", 0);
}

export const timesTold = async (platform: TestPlatform, applicant: Applicant): Promise<number> =>
  (await typesTold(platform, applicant)).filter((type) => type === "application.material-over").length;
