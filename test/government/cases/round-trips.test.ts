import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  allRounder,
  BY_HAND,
  caseOf,
  fileCase,
  mutateCase,
  newApplicant,
  RENT,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
  type TestOfficer,
} from "./casework.ts";
import { fillIn, newSaver, rentForm } from "./savers.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  [applicant, officer] = [await newApplicant(platform), await allRounder(platform)];
});
afterAll(() => platform.stop());

/** An officer asks for a case's state, and for nothing that goes on record: that would be written after it. */
const STATE = `__typename ... on Application { status availableActions answer { dueOn because } progress { code state }
  clock { promisedOn } }`;

async function ask(query: string): Promise<void> {
  const { errors } = await platform.call({ token: officer.token, query });
  expect(errors).toEqual([]);
}

type Call = () => Promise<() => Promise<unknown>>;

/** The numbers of a request by its line in the log: the least of three, for a busy machine may part a turn's reads. */
async function leastOf(call: Call, ...counts: readonly string[]): Promise<readonly number[]> {
  const lines: (typeof platform.logs)[number][] = [];
  for (let i = 0; i < 3; i += 1) {
    const request = await call();
    await request();
    lines.push(...platform.logs.filter(({ message }) => message === "request").slice(-1));
  }
  return counts.map((count) => Math.min(...lines.map((line) => Number(line[count]))));
}

/** The round trips of a request, one after the other. */
const depthOf = async (call: Call): Promise<number> =>
  (await leastOf(call, "roundTripsDeep"))[0] ?? Number.NaN;

const REASON = `duplicateReason: "再次申请"`;

async function filed(): Promise<string> {
  const id = textAt(await startCase(platform, applicant.token, { item: BY_HAND }), "id");
  await saveCase(platform, applicant.token, id, RENT_FORM);
  const submit = `submitApplication(id: "${id}", idempotencyKey: "hand-in-${id}", ${REASON})`;
  await mutateCase(platform, applicant.token, submit);
  return id;
}

it("a step is claimed in four round trips", async () => {
  const claim = async () => {
    const id = await filed();
    return () => ask(`mutation { claimStep(id: "${id}", step: "accept") { ${STATE} } }`);
  };
  expect(await depthOf(claim)).toBe(4);
});

it("an application is handed in in five at most", async () => {
  const handIn = async () => {
    const id = textAt(await startCase(platform, applicant.token, { item: BY_HAND }), "id");
    await saveCase(platform, applicant.token, id, RENT_FORM);
    return () => submitAsIs(platform, applicant.token, id, { reason: "再次申请" });
  };
  expect(await depthOf(handIn)).toBeLessThanOrEqual(5);
});

it("a withdrawal that a rule grants asks for its records once: in eight round trips of twelve calls at most", async () => {
  const handIn = async () => {
    const saver = await newSaver(platform);
    const id = await fillIn(platform, saver, RENT, rentForm(saver));
    return async () => {
      const ruled = await submitAsIs(platform, saver.token, id);
      expect(textAt(ruled, "status")).toBe("DELIVERED");
    };
  };
  const [deep, calls] = await leastOf(handIn, "roundTripsDeep", "calls");
  expect(deep).toBeLessThanOrEqual(8);
  expect(calls).toBeLessThanOrEqual(12);
});

it("a case is read in two, by its applicant and by an officer", async () => {
  const id = await fileCase(platform, await newApplicant(platform), { item: BY_HAND });
  const own = await filed();
  expect(await depthOf(async () => () => caseOf(platform, applicant.token, own))).toBe(2);
  expect(await depthOf(async () => () => ask(`{ node(id: "${id}") { ${STATE} } }`))).toBe(2);
});
