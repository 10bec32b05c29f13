import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, type Instant } from "../../../../services/kernel/runtime.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { openLicences } from "../wallet/wallet-world.ts";
import { copiesOf, newVerifier, refused } from "./copy-world.ts";

let platform: TestPlatform;
let copies: ReturnType<typeof copiesOf>;
let start: Instant;
let licences: Awaited<ReturnType<typeof openLicences>>;
let verifiers: Readonly<Record<"bank" | "other", Awaited<ReturnType<typeof newVerifier>>>>;
beforeAll(async () => {
  platform = await startPlatform();
  copies = copiesOf(platform);
  licences = await openLicences(platform, "living-copies");
  start = platform.clock.now();
  verifiers = {
    bank: await newVerifier(platform, "京城便民银行"),
    other: await newVerifier(platform, "京城便民租赁"),
  };
});
afterAll(() => platform.stop());

const USES = 3;
const DAYS = 3;

type Step =
  | { readonly kind: "USE"; readonly by: "bank" | "other" | "nobody" }
  | { readonly kind: "ACT"; readonly act: "REISSUE" | "SUSPEND" | "RESUME" | "CANCEL" }
  | { readonly kind: "REVOKE" }
  | { readonly kind: "WAIT"; readonly ms: number };

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("USE"),
        by: fc.constantFrom("bank", "bank", "other", "nobody"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("ACT"),
        act: fc.constantFrom("REISSUE", "SUSPEND", "RESUME", "RESUME", "CANCEL"),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("REVOKE") }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("WAIT"),
        ms: fc.constantFrom(1, HOUR_MS - 1, HOUR_MS, DAY_MS),
      }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 6, maxLength: 16 },
);

/** A copy for the bank and its licence, as simply as they can be told. */
type Life = {
  now: number;
  readonly end: number;
  licence: "VALID" | "SUSPENDED" | "ENDED";
  isReissued: boolean;
  isRevoked: boolean;
  used: number;
  /** The latest first, as `log` has it. */
  log: string[];
  /** The refused uses on record since the first of an hour. */
  hour: { readonly since: number; count: number };
  told: number;
};

/** The acts that the departments' items allow, as the licence stands. */
const fits = ({ licence }: Life, act: string): boolean =>
  ({ VALID: ["REISSUE", "SUSPEND", "CANCEL"], SUSPENDED: ["RESUME", "CANCEL"], ENDED: [] })[licence].some(
    (one) => one === act,
  );

function faultIn(life: Life, by: string): string | undefined {
  if (by !== "bank") return "OTHER_VERIFIER";
  if (life.isRevoked) return "REVOKED";
  if (life.now >= life.end) return "OVER";
  if (life.used >= USES) return "USED_UP";
  if (life.licence !== "VALID") return `LICENCE_${life.licence}`;
  return life.isReissued ? "SUPERSEDED" : undefined;
}

function note(life: Life, by: string, fault: string | undefined): void {
  if (fault === undefined) {
    life.used += 1;
    life.log.unshift(`USED by ${by}`);
    return;
  }
  if (life.now - life.hour.since >= HOUR_MS) life.hour = { since: life.now, count: 0 };
  if (life.hour.count === 5) return;
  life.hour.count += 1;
  if (life.hour.count === 1) life.told += 1;
  life.log.unshift(`${fault} by ${by}`);
}

const statusIn = ({ isRevoked, now, end, used }: Life): string =>
  isRevoked ? "REVOKED" : now >= end ? "OVER" : used >= USES ? "USED_UP" : "IN_FORCE";

/** A copy on the platform, and its life, from one instant on: no run is later than another. */
async function begin() {
  platform.clock.set(start);
  const { person, licence, number } = await licences.newHolder();
  const verifier = { partner: verifiers.bank.partnerId };
  const terms = { licence, verifier, uses: USES, until: copies.day(DAYS - 1) };
  const { id, code } = await copies.shared(person, terms);
  const life: Life = {
    ...{ now: Date.parse(platform.clock.now()), end: Date.parse(`${copies.day(DAYS)}T00:00:00+08:00`) },
    ...{ licence: "VALID", isReissued: false, isRevoked: false, used: 0, log: [], told: 0 },
    hour: { since: Number.NEGATIVE_INFINITY, count: 0 },
  };
  return { person, number, id, code, life };
}

async function live({ person, number, id, code, life }: Awaited<ReturnType<typeof begin>>, step: Step) {
  switch (step.kind) {
    case "USE": {
      const name = step.by === "nobody" ? "ANONYMOUS" : verifiers[step.by].name;
      const fault = faultIn(life, step.by);
      const answer = await copies.use(step.by === "nobody" ? {} : verifiers[step.by], code);
      note(life, name, fault);
      expect(answer).toMatchObject(fault === undefined ? { usesLeft: USES - life.used } : refused(fault));
      return;
    }
    case "ACT":
      if (!fits(life, step.act)) return;
      await licences.act(person, step.act, number);
      if (step.act === "REISSUE") life.isReissued = true;
      else life.licence = ({ SUSPEND: "SUSPENDED", RESUME: "VALID", CANCEL: "ENDED" } as const)[step.act];
      return;
    case "REVOKE":
      await copies.revoke(person, id);
      life.isRevoked = true;
      return;
    case "WAIT":
      platform.clock.advance(step.ms);
      life.now += step.ms;
  }
}

it("a copy lives as a small model of it does, whatever its holder, its verifiers and the departments do", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const begun = await begin();
      const { person, id, life } = begun;
      for (const step of all) await live(begun, step);
      const copy = await copies.copy(person, id);
      expect([textAt(copy, "status"), at(copy, "used")]).toEqual([statusIn(life), life.used]);
      expect(await copies.log(person, id)).toEqual(life.log);
      const told = await copies.told(person);
      expect(told.filter((type) => type === "licence-copy.refused")).toHaveLength(life.told);
      expect(told.filter((type) => type === "licence-copy.used")).toHaveLength(life.used);
    }),
    { numRuns: 25 },
  );
});
