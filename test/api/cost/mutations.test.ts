import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMonths, date, monthOf } from "../../../services/kernel/civil-date.ts";
import { reading, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import {
  type Applicant,
  BY_HAND,
  newApplicant,
  newOfficer,
  RENT,
  RENT_FORM,
  saveCase,
  sendMissing,
  startCase,
  startCasework,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import {
  fillIn,
  LOAN_REPAYMENT,
  loanForm,
  marriedTo,
  newSaver,
  RETIREMENT,
  rentForm,
  retirementForm,
  type Saver,
  SEALED,
} from "../../government/cases/savers.ts";
import { loan } from "../../government/housing-fund/records.ts";
import { addAccount } from "../../support/payout-accounts.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";

/** Of the sandbox's numbers one that is anybody's. */
const ANYBODYS = "6217000010001234567";

let platform: TestPlatform;
let reviewer: TestOfficer;
let decider: TestOfficer;
let supervisor: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  reviewer = await newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER"] });
  decider = await newOfficer(platform, { roles: ["DECIDER"] });
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
});
afterAll(() => platform.stop());

/**
 * Calls a mutation that answers with nothing but what became of it: so nothing of its estimate is for what is selected
 * beside. That it takes no more is looked at by the platform itself, with whatever the tests call.
 */
async function bare({ token }: { readonly token: string }, mutation: string): Promise<string> {
  const query = `mutation { done: ${mutation} { __typename ... on Refusal { code } } }`;
  const { data, errors } = await platform.call({ token, query });
  expect(errors).toEqual([]);
  return textAt(data, "done", "__typename");
}

const submit = (by: Applicant, id: string) =>
  bare(by, `submitApplication(id: "${id}", idempotencyKey: "${randomUUID()}")`);

async function decideByHand(id: string, decision: string): Promise<void> {
  const steps: readonly (readonly [TestOfficer, string, string])[] = [
    [reviewer, "accept", `acceptApplication(id: "${id}")`],
    [reviewer, "review", `finishStep(id: "${id}", opinion: "情况属实")`],
    [decider, "decide", decision],
  ];
  for (const [officer, step, mutation] of steps) {
    expect(await bare(officer, `claimStep(id: "${id}", step: "${step}")`)).toBe("Application");
    expect(await bare(officer, mutation)).toBe("Application");
  }
}

/** Seven years without a gap: as many as a test states in one commit. */
const MONTHS = Array.from({ length: 84 }, (_, i) => monthOf(addMonths(date("2026-02-01"), -i)));
const GROUND = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;

describe.each([
  ["rent", RENT, {}, async (one: Saver) => rentForm(one, marriedTo(await newSaver(platform)))],
  ["retirement", RETIREMENT, { ...SEALED, born: "1960-01-01" }, async (one: Saver) => retirementForm(one)],
  [
    "a loan",
    LOAN_REPAYMENT,
    { loans: [loan({ outstandingOn: date("2026-02-28") })] },
    async (one: Saver) => loanForm(one),
  ],
] as const)(
  "what is done about a withdrawal for %s takes no more than it is estimated at",
  (_, item, stated, form) => {
    const saverWithMuch = () => newSaver(platform, { ...stated, months: MONTHS });

    it("by the rule, when it is handed in", async () => {
      const saver = await saverWithMuch();
      const id = await fillIn(platform, saver, item, await form(saver));
      expect(await submit(saver, id)).toBe("Application");
    });

    it("by people, from its acceptance to its revocation", async () => {
      const saver = await saverWithMuch();
      // A new account of the saver's own is a person's to decide on.
      const input = { accountNumber: ANYBODYS, idNumber: saver.idNumber, name: "王小明" };
      const payoutAccount = textAt(await addAccount(platform, saver, input), "id");
      const id = await fillIn(platform, saver, item, { ...(await form(saver)), payoutAccount });
      expect(await submit(saver, id)).toBe("Application");
      await decideByHand(id, `approveApplication(id: "${id}", reason: "符合条件")`);
      expect(await bare(supervisor, `revokeApplication(id: "${id}", reason: "不实", ${GROUND})`)).toBe(
        "Application",
      );
    });
  },
);

describe("what a biller hands in takes no more than it is estimated at", () => {
  it("though all of it is of one new account", async () => {
    const biller = await seedBiller(platform);
    const months = Array.from({ length: 30 }, (_, i) => addMonths(date("2020-01-01"), i));
    const rows = months.map((from) => ({ from, to: addMonths(from, 1) }));
    const codes = async (outcomes: Promise<readonly Json[]>) =>
      new Set((await outcomes).map((one) => textAt(one, "__typename")));
    const bills = biller.submit(...rows.map((period) => row({ ...period, accountNumber: "9000001" })));
    expect(await codes(bills)).toEqual(new Set(["Bill"]));
    const readings = biller.read(...rows.map((period) => reading({ ...period, accountNumber: "9000002" })));
    expect((await readings).length).toBe(rows.length);
  });
});

describe("what is done about any other case takes no more than it is estimated at", () => {
  it("by its applicant and by officers", async () => {
    const applicant = await newApplicant(platform);
    const id = textAt(await startCase(platform, applicant.token, { item: BY_HAND }), "id");
    await saveCase(platform, applicant.token, id, RENT_FORM);
    await sendMissing(platform, applicant.token, id);
    expect(await submit(applicant, id)).toBe("Application");
    await decideByHand(id, `rejectApplication(id: "${id}", reason: "不符合条件", ${GROUND})`);
    expect(await bare(applicant, `appealDecision(id: "${id}", reason: "请复核")`)).toBe("Application");
  });
});
