import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { typesTold } from "../../../support/notifications.ts";
import { at, type Json, textAt } from "../../../support/platform.ts";
import { act, mutateCase, newOfficer, submitAsIs, type TestOfficer } from "../../cases/casework.ts";
import { ruledOn } from "../../cases/ruled-item.ts";
import { issuerKeysOf } from "../issuer-keys/issuer-keys.ts";
import { JILIN, JILIN_OFFICE } from "../trust/trust.ts";
import { API, STATUSES, startTrusting } from "./trusted-jilin.ts";
import {
  ELECTRICIAN,
  type HeldThere,
  ITEM,
  type Meddle,
  mapType,
  type openBeijing,
  presented,
  publishItemHere,
  type TwoRegions,
  trustJilin,
} from "./two-regions.ts";

const MINUTE_MS = 60_000;
const RULED = `${ITEM}-RULED`;
const STEPPED = `${ITEM}-STEPPED`;

const step = (code: string, role: "acceptor" | "reviewer" | "decider") => ({
  ...{ code, name: { zh: code, en: code }, role, workingDays: 2 },
});

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
async function startWorld() {
  ({ two, beijing } = await startTrusting());
  await publishItemHere(two.here, {
    ...{ code: STEPPED, promisedWorkingDays: 10, statutoryWorkingDays: 20 },
    steps: [step("accept", "acceptor"), step("review", "reviewer"), step("decide", "decider")],
  });
  await publishItemHere(two.here, { code: RULED, rule: ruledOn("ROUTE") });
}
beforeAll(startWorld);
afterAll(() => two.stop());

const WAYS = ["CODE", "PRESENTATION"] as const;
type Way = (typeof WAYS)[number];

/** A holder of a licence of Jilin's that fills the material of their draft in Beijing, verified in one of the ways. */
async function filled(way: Way, item = STEPPED) {
  const held = await two.issue(await two.newPerson());
  await two.advance(5 * MINUTE_MS);
  const application = await beijing.begin(held.person, item);
  const show = async () =>
    beijing.use(
      { token: held.person.here.token },
      {
        application,
        ...(way === "CODE"
          ? { code: await two.code(held) }
          : { presentation: await presented(beijing, held, application, two.here.clock) }),
      },
    );
  expect(await show()).toMatchObject({ __typename: "FilledMaterial" });
  return { held, application, show };
}

const submit = ({ person }: HeldThere, application: string) =>
  submitAsIs(two.here, person.here.token, application, { key: randomUUID() });

const allRounder = () => newOfficer(two.here, { roles: ["ACCEPTOR", "REVIEWER", "DECIDER"] });
const accept = (officer: TestOfficer, id: string) =>
  act(two.here, officer, id, "accept", `acceptApplication(id: "${id}")`);
const review = (officer: TestOfficer, id: string) =>
  act(two.here, officer, id, "review", `finishStep(id: "${id}", opinion: "属实")`);
const APPROVAL = (id: string) => `approveApplication(id: "${id}", reason: "符合条件")`;
const approve = (officer: TestOfficer, id: string) => act(two.here, officer, id, "decide", APPROVAL(id));
const approveAgain = ({ token }: TestOfficer, id: string) => mutateCase(two.here, token, APPROVAL(id));

const timesTold = async ({ person }: HeldThere): Promise<number> =>
  (await typesTold(two.here, person.here)).filter((type) => type === "application.material-over").length;

/** Five minutes on, each platform has published anew, and copies are fetched again. */
const later = () => two.advance(5 * MINUTE_MS);

/** All that can happen to a licence that was recognised, and what undoes it for the tests that follow. */
const HAPPENS = {
  nothing: async () => undefined,
  "its reissue": (held: HeldThere) => two.act(held, ELECTRICIAN, "REISSUE"),
  "its suspension": (held: HeldThere) => two.act(held, ELECTRICIAN, "SUSPEND"),
  "its cancellation": (held: HeldThere) => two.act(held, ELECTRICIAN, "CANCEL"),
  "the end of its mapping": () => mapType(two, ELECTRICIAN, "NONE"),
  "the end of its issuer's trust here": () => trustJilin(two, { regions: ["110101"] }),
} as const satisfies Record<string, (held: HeldThere) => Promise<void>>;

const restore = async () => {
  await trustJilin(two);
  await mapType(two, ELECTRICIAN);
};

type Found = Readonly<Record<Way, string | undefined>>;
const both = (how: string | undefined): Found => ({ CODE: how, PRESENTATION: how });
const FOUND: Readonly<Record<keyof typeof HAPPENS, Found>> = {
  nothing: both(undefined),
  "its reissue": both("SUPERSEDED"),
  "its suspension": both("SUSPENDED"),
  // A status list has one status for both.
  "its cancellation": { CODE: "CANCELLED", PRESENTATION: "ENDED" },
  "the end of its mapping": both("UNMAPPED"),
  "the end of its issuer's trust here": both("UNTRUSTED"),
};

const BEFORE = { ACCEPT: [], FINISH_STEP: [accept], APPROVE: [accept, review] } as const;
const STEPS = { ACCEPT: accept, FINISH_STEP: review, APPROVE: approve } as const;
const OUTCOMES = {
  ACCEPT: { good: "IN_REVIEW", over: "MATERIAL_OVER_TO_CORRECT" },
  FINISH_STEP: { good: "IN_REVIEW", over: "IN_REVIEW" },
  APPROVE: { good: "DELIVERED", over: "MATERIAL_OVER_ELSEWHERE" },
} as const;
type Step = keyof typeof STEPS;

const CELLS = Object.keys(STEPS).flatMap((taken) =>
  WAYS.flatMap((way) =>
    Object.keys(HAPPENS).map((happened) => [taken, way, happened] as [Step, Way, keyof typeof HAPPENS]),
  ),
);

const statusOf = (answer: Json): unknown => Object(answer).code ?? Object(answer).status;

describe("a licence of another region is looked at again by each step", () => {
  it.each(CELLS)("%s of one that was verified by %s, after %s", async (taken, way, happened) => {
    const { held, application } = await filled(way);
    await submit(held, application);
    const officer = await allRounder();
    for (const earlier of BEFORE[taken]) await earlier(officer, application);
    if (happened.startsWith("the end of")) onTestFinished(restore);
    await HAPPENS[happened](held);
    await later();
    const now = two.here.clock.now();
    const how = FOUND[happened][way];
    const answer = await STEPS[taken](officer, application);
    const { good, over } = OUTCOMES[taken];
    expect(statusOf(answer)).toBe(how ? over : good);
    const isNoted = how !== undefined && taken !== "ACCEPT";
    expect(await beijing.evidence(application)).toMatchObject({
      state: isNoted ? "MISSING" : "FILLED",
      filled: {
        source: "FOREIGN_LICENCES",
        over: isNoted ? { how, noticedAt: now } : null,
        unansweredSince: null,
        foreignLicence: { number: held.number, way },
      },
    });
    expect(await timesTold(held)).toBe(isNoted ? 1 : 0);
    if (how && taken === "APPROVE") {
      expect(textAt(answer, "message")).toContain(now.slice(0, 10));
      // The applicant is told once, and nothing is granted.
      expect(await approveAgain(officer, application)).toMatchObject({ code: "MATERIAL_OVER_ELSEWHERE" });
      expect(await timesTold(held)).toBe(1);
    }
  });

  it.each(WAYS)("stands again by itself once it is resumed there (%s)", async (way) => {
    const { held, application } = await filled(way);
    await submit(held, application);
    const officer = await allRounder();
    for (const earlier of BEFORE.APPROVE) await earlier(officer, application);
    await two.act(held, ELECTRICIAN, "SUSPEND");
    await later();
    expect(await approve(officer, application)).toMatchObject({ code: "MATERIAL_OVER_ELSEWHERE" });
    await two.act(held, ELECTRICIAN, "RESUME");
    await later();
    expect(statusOf(await approveAgain(officer, application))).toBe("DELIVERED");
    expect(await beijing.evidence(application)).toMatchObject({ state: "FILLED", filled: { over: null } });
  });

  it.each(WAYS)("is named in the one notice, and shown anew (%s)", async (way) => {
    const { held, application, show } = await filled(way);
    await submit(held, application);
    await two.act(held, ELECTRICIAN, "REISSUE");
    await later();
    const officer = await allRounder();
    expect(await accept(officer, application)).toMatchObject({ code: "MATERIAL_OVER_TO_CORRECT" });
    const notice = `requestCorrection(id: "${application}", input: { materials: [{ name: "licence", note: "已换发" }] })`;
    expect(await mutateCase(two.here, officer.token, notice)).toMatchObject({ status: "CORRECTION" });
    Object.assign(held, { credential: await two.credential(held) });
    two.here.clock.advance(1_000);
    expect(await show()).toMatchObject({ foreignLicence: { version: 2 } });
    expect(await submit(held, application)).toMatchObject({ status: "SUBMITTED" });
    expect(statusOf(await accept(officer, application))).toBe("IN_REVIEW");
  });
});

describe("a rule", () => {
  it.each(WAYS)("grants on a licence of another region that still stands (%s)", async (way) => {
    const { held, application } = await filled(way, RULED);
    expect(await submit(held, application)).toMatchObject({ status: "DELIVERED" });
  });

  it.each(WAYS)("leaves one that has ended since it was shown to a person (%s)", async (way) => {
    const { held, application } = await filled(way, RULED);
    await two.act(held, ELECTRICIAN, "CANCEL");
    await later();
    expect(await submit(held, application)).toMatchObject({ status: "SUBMITTED" });
    expect(await beijing.evidence(application)).toMatchObject({ state: "MISSING" });
    expect(await timesTold(held)).toBe(1);
  });

  it.each(WAYS)("leaves one of which nobody could tell to a person (%s)", async (way) => {
    const { held, application } = await filled(way, RULED);
    await later();
    const stop = meddle(silent);
    expect(await submit(held, application)).toMatchObject({ status: "SUBMITTED" });
    stop();
    expect(await beijing.evidence(application)).toMatchObject({
      ...{ state: "FILLED", filled: { unansweredSince: two.here.clock.now(), over: null } },
    });
    expect(await timesTold(held)).toBe(0);
  });
});

/** Comes between the platforms until it is stopped, or the test ends. */
const meddling: (() => void)[] = [];
afterEach(() => {
  for (const stop of meddling.splice(0)) stop();
});
function meddle(meddler: Meddle): () => void {
  const stop = two.meddle(meddler);
  meddling.push(stop);
  return stop;
}

const silent = () => Promise.reject(new TypeError("fetch failed"));
const SILENCES = [
  ["CODE", "does not answer", API, silent],
  ["CODE", "knows our key no more", API, async () => new Response("{}", { status: 401 })],
  ["CODE", "knows no such version", API, async () => Response.json({ data: { result: null } })],
  [
    "CODE",
    "tells a status of its own",
    API,
    async () => Response.json({ data: { result: { status: "FINE" } } }),
  ],
  ["PRESENTATION", "does not answer", /./, silent],
  ["PRESENTATION", "publishes no status list", STATUSES, async () => new Response("", { status: 404 })],
  ["PRESENTATION", "publishes no keys", /list-keys/, async () => Response.json({ keys: [] })],
] as const;

describe("a platform that does not tell how a licence stands", () => {
  it.each(SILENCES)(
    "%s: one that %s refuses nobody, and an officer knows it",
    async (way, _, where, answer) => {
      const { held, application } = await filled(way);
      await submit(held, application);
      const officer = await allRounder();
      await later();
      const stop = meddle((address) => (where.test(address) ? answer() : undefined));
      const since = two.here.clock.now();
      expect(statusOf(await accept(officer, application))).toBe("IN_REVIEW");
      const known = { state: "FILLED", filled: { unansweredSince: since, over: null } };
      expect(await beijing.evidence(application)).toMatchObject(known);
      await later();
      await review(officer, application);
      // Since then, no matter how often nobody has answered.
      expect(await beijing.evidence(application)).toMatchObject(known);
      expect(statusOf(await approve(officer, application))).toBe("DELIVERED");
      stop();
      expect(await timesTold(held)).toBe(0);
    },
  );

  it.each(WAYS)("is told to the officer before anything is granted on what was known (%s)", async (way) => {
    const { held, application } = await filled(way);
    await submit(held, application);
    const officer = await allRounder();
    for (const earlier of BEFORE.APPROVE) await earlier(officer, application);
    await later();
    const stop = meddle(silent);
    const refused = await approve(officer, application);
    expect(refused).toMatchObject({ code: "MATERIAL_UNANSWERED", path: ["id"] });
    expect(textAt(refused, "message")).toMatch(/since 2026-\d\d-\d\d \d\d:\d\d nobody there could tell/);
    expect(await beijing.evidence(application)).toMatchObject({
      filled: { unansweredSince: two.here.clock.now() },
    });
    expect(statusOf(await approveAgain(officer, application))).toBe("DELIVERED");
    stop();
    expect(await timesTold(held)).toBe(0);
  });

  it.each(WAYS)("that answers again leaves nothing on record (%s)", async (way) => {
    const { held, application } = await filled(way);
    await submit(held, application);
    const officer = await allRounder();
    await later();
    const stop = meddle(silent);
    await accept(officer, application);
    stop();
    await later();
    await review(officer, application);
    expect(await beijing.evidence(application)).toMatchObject({
      filled: { unansweredSince: null, over: null },
    });
  });

  it.each(WAYS)("makes nothing valid that was found to have ended (%s)", async (way) => {
    const { held, application } = await filled(way);
    await submit(held, application);
    const officer = await allRounder();
    await accept(officer, application);
    await two.act(held, ELECTRICIAN, "CANCEL");
    await later();
    await review(officer, application);
    await later();
    const stop = meddle(silent);
    const found = { how: FOUND["its cancellation"][way] };
    expect(await approve(officer, application)).toMatchObject({ code: "MATERIAL_OVER_ELSEWHERE" });
    stop();
    expect(await beijing.evidence(application)).toMatchObject({ state: "MISSING", filled: { over: found } });
    expect(await timesTold(held)).toBe(1);
  });

  it("does not do so by a status list that is over, or older than one that was seen", async () => {
    const { held, application } = await filled("PRESENTATION");
    await submit(held, application);
    const officer = await allRounder();
    const address = two.sent.findLast((one) => STATUSES.test(one)) ?? expect.fail("it was not fetched");
    const older = two.there.published.handle(new URL(address).pathname)?.body ?? "";
    await two.advance(MINUTE_MS);
    await accept(officer, application);
    expect(await beijing.evidence(application)).toMatchObject({ filled: { unansweredSince: null } });
    const stop = meddle((asked) => (STATUSES.test(asked) ? Promise.resolve(new Response(older)) : undefined));
    await two.advance(MINUTE_MS);
    await review(officer, application);
    stop();
    const since = two.here.clock.now();
    expect(await beijing.evidence(application)).toMatchObject({ filled: { unansweredSince: since } });
    // Jilin publishes nothing for six minutes.
    two.here.clock.advance(6 * MINUTE_MS);
    two.there.clock.advance(6 * MINUTE_MS);
    expect(statusOf(await approve(officer, application))).toBe("DELIVERED");
    expect(await beijing.evidence(application)).toMatchObject({ filled: { unansweredSince: since } });
  });
});

describe("others are asked about a licence", () => {
  it("for no caller who may not decide, and once by a step", async () => {
    const { held, application } = await filled("CODE");
    await submit(held, application);
    const before = two.sent.length;
    const elsewhere = await newOfficer(two.here, { roles: ["ACCEPTOR"], region: "31" });
    await mutateCase(two.here, elsewhere.token, `acceptApplication(id: "${application}")`);
    const unclaimed = await newOfficer(two.here, { roles: ["ACCEPTOR"] });
    await mutateCase(two.here, unclaimed.token, `acceptApplication(id: "${application}")`);
    expect(two.sent.length).toBe(before);
    await accept(await allRounder(), application);
    expect(two.sent.length).toBe(before + 1);
    expect(two.sent.at(-1)).toMatch(API);
  });

  it("only at the platform that the trust list names of its issuer", async () => {
    const { held, application } = await filled("PRESENTATION");
    await submit(held, application);
    await later();
    const before = two.sent.length;
    await accept(await allRounder(), application);
    const asked = two.sent.slice(before);
    expect(asked.length).toBe(4);
    expect(asked.every((address) => address.startsWith("https://jilin.test/documents/"))).toBe(true);
  });
});

describe("the key by which a licence of another region was signed", () => {
  const decided = async (compromise: (shownAt: string) => Promise<unknown>) => {
    await two.stop();
    await startWorld();
    const { held, application } = await filled("PRESENTATION");
    const shownAt = two.here.clock.now();
    await submit(held, application);
    const officer = await allRounder();
    for (const earlier of BEFORE.APPROVE) await earlier(officer, application);
    await later();
    await compromise(shownAt);
    await later();
    return { answer: await approve(officer, application), application };
  };
  const issuer = () => `${JILIN}.${JILIN_OFFICE}`;

  it.each([
    ["here", (since: string) => two.trust.compromise(issuer(), two.keyId, since)],
    [
      "by its own platform",
      (since: string) => issuerKeysOf(two.there).report({ issuer: JILIN_OFFICE, keyId: two.keyId }, since),
    ],
  ])(
    "counts for nothing once it is known %s that somebody else had it before it was shown",
    async (_, tell) => {
      const { answer, application } = await decided((shownAt) => tell(shownAt));
      expect(answer).toMatchObject({ code: "MATERIAL_OVER_ELSEWHERE" });
      expect(at(await beijing.evidence(application), "filled", "over")).toMatchObject({
        how: "KEY_COMPROMISED",
      });
    },
  );

  it("still stands for what it had signed when it was given away later", async () => {
    const { answer } = await decided(() => two.trust.compromise(issuer(), two.keyId, two.here.clock.now()));
    expect(statusOf(answer)).toBe("DELIVERED");
  });
});
