import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { DAY_MS, HOUR_MS } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import {
  accountsOf,
  addAccount,
  BANK_ACCOUNT,
  removeAccount,
  stateAccount,
} from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { forPeople, publishItem } from "../catalogue/items.ts";
import { confirmCase, mutateCase, newOfficer, RENT, receive, startCasework } from "./casework.ts";
import { grantAll } from "./insisting-officers.ts";
import {
  apply,
  applyForRent,
  fundOf,
  LOAN_REPAYMENT,
  loanForm,
  newSaver,
  RETIREMENT,
  rentForm,
  retirementForm,
  rulingOf,
  type Saver,
  SEALED,
} from "./savers.ts";
import { ANYBODYS, WAYS } from "./ways.ts";

const START = "2026-03-02T02:00:00.000Z";
const NAME = "王小明";
/** Of the sandbox's numbers one of which it cannot tell. */
const UNTOLD = "6217000010001234592";

let platform: TestPlatform;
let partner: LivePartner;
let saver: Saver;
beforeAll(async () => {
  platform = await startCasework();
  partner = await seedPartner(platform, {
    scopes: ["CONSENT_REQUEST", "APPLICATIONS_WRITE", "APPLICATIONS_READ"],
  });
});
beforeEach(async () => {
  platform.clock.set(START);
  saver = await newSaver(platform);
});
afterAll(async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
  await platform.stop();
});

const inputOf = (accountNumber: string, more = {}) => ({
  ...{ accountNumber, idNumber: saver.idNumber, name: NAME, ...more },
});

type Form = Readonly<Record<string, unknown>>;

const owedTo = async (as = saver): Promise<Json> => at(await fundOf(platform, as), "withdrawals");

/** Why the rule paid nothing, as its trace tells everybody who may read it. */
async function cautionIn(outcome: Json): Promise<string> {
  const { outcome: came, checks, inputs } = await rulingOf(platform, saver, outcome);
  expect([came, checks["payout-account"]]).toEqual(["ROUTED", "FAILED"]);
  return inputs["facts.housingFund.payoutCaution"] ?? "";
}

/** The officers who decide the cases at the fund centre's desk. */
const grantWaiting = async () =>
  grantAll(platform, [
    await newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER"] }),
    await newOfficer(platform, { roles: ["DECIDER"] }),
  ]);

describe("money of somebody who is not there", () => {
  it.each(WAYS)("is not paid by rule to an account that a %s has added", async (_, origin, way) => {
    const { id, account } = await way({ platform, partner }, saver);
    const outcome = await confirmCase(platform, saver, id);
    expect(outcome).toMatchObject({ __typename: "Application", status: "SUBMITTED", decision: null });
    expect(await owedTo()).toEqual([]);
    expect(await cautionIn(outcome)).toBe('"ADDED_BY_ANOTHER"');
    const decider = await newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER", "DECIDER"] });
    const query = `query ($id: ID!) { node(id: $id) { ... on Application {
      payoutAccounts { id maskedNumber bank origin addedAt addedBy isProven caution } } } }`;
    const seen = await platform.call({
      token: decider.token,
      query,
      variables: { id },
    });
    expect(at(seen.data, "node", "payoutAccounts")).toMatchObject([
      {
        ...{ id: account, maskedNumber: "…4567", bank: "中国建设银行", origin, addedAt: START },
        ...{ isProven: true, caution: "ADDED_BY_ANOTHER", addedBy: expect.any(String) },
      },
    ]);
    // A person decides, who may.
    platform.clock.advance(HOUR_MS);
    await grantWaiting();
    expect(await owedTo()).toMatchObject([{ amount: "2000.00", payout: { maskedBankAccount: "…4567" } }]);
  });

  it("is not paid by rule to it however long ago it was added", async () => {
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(platform, clerk, saver.idNumber), "id");
    const account = textAt(await addAccount(platform, clerk, inputOf(ANYBODYS), attendance), "id");
    platform.clock.advance(20 * DAY_MS);
    const outcome = await applyForRent(platform, saver, { payoutAccount: account });
    expect(await cautionIn(outcome)).toBe('"ADDED_BY_ANOTHER"');
    // Their own word is enough, once it has rested.
    await addAccount(platform, saver, inputOf(ANYBODYS));
    await mutateCase(
      platform,
      saver.token,
      `withdrawApplication(id: "${textAt(outcome, "id")}", reason: "重新申请")`,
    );
    platform.clock.advance(DAY_MS);
    expect(await applyForRent(platform, saver, { payoutAccount: account })).toMatchObject({
      decision: { outcome: "APPROVED" },
    });
    await grantWaiting();
  });
});

describe("a person's own account", () => {
  it("that is less than 24 hours old is a person's to decide, and from then on the rule pays to it", async () => {
    const account = textAt(await addAccount(platform, saver, inputOf(ANYBODYS)), "id");
    platform.clock.advance(DAY_MS - 1);
    const early = await applyForRent(platform, saver, { payoutAccount: account });
    expect(await cautionIn(early)).toBe('"ADDED_LATELY"');
    expect(await owedTo()).toEqual([]);
    await mutateCase(
      platform,
      saver.token,
      `withdrawApplication(id: "${textAt(early, "id")}", reason: "稍后再申请")`,
    );
    platform.clock.advance(1);
    expect(await applyForRent(platform, saver, { payoutAccount: account })).toMatchObject({
      decision: { outcome: "APPROVED" },
    });
    expect(await owedTo()).toMatchObject([{ payout: { maskedBankAccount: "…4567" } }]);
  });

  it("is paid to as it was when that was decided, whatever becomes of it", async () => {
    await applyForRent(platform, saver);
    await removeAccount(platform, saver, saver.payoutAccount);
    const treasurer = await newOfficer(platform, { roles: ["TREASURER"] });
    const { data } = await platform.call({
      token: treasurer.token,
      query:
        "{ payoutsOwed(first: 100) { edges { node { bankAccount payoutAccount { id origin caution } } } } }",
    });
    expect(at(data, "payoutsOwed", "edges")).toContainEqual({
      node: {
        bankAccount: BANK_ACCOUNT,
        payoutAccount: { id: saver.payoutAccount, origin: "FUND_CENTRE", caution: "REMOVED" },
      },
    });
  });

  it("that is removed while people decide is paid to by nobody", async () => {
    const account = textAt(await addAccount(platform, saver, inputOf(ANYBODYS)), "id");
    const id = textAt(await applyForRent(platform, saver, { payoutAccount: account }), "id");
    await removeAccount(platform, saver, account);
    await expect(grantWaiting()).rejects.toThrow("PAYOUT_ACCOUNT_NOT_FOUND");
    expect(await owedTo()).toEqual([]);
    await mutateCase(platform, saver.token, `withdrawApplication(id: "${id}", reason: "收款账户已删除")`);
  });
});

describe.each([
  ["rent", RENT, (as: Saver, change: Form) => rentForm(as, change), {}],
  [
    "retirement",
    RETIREMENT,
    (as: Saver, change: Form) => retirementForm(as, change),
    { ...SEALED, born: "1960-01-01" },
  ],
  ["a loan", LOAN_REPAYMENT, (as: Saver, change: Form) => ({ ...loanForm(as), ...change }), {}],
] as const)("a form that draws for %s", (_, item, formOf, stated) => {
  const refused = async (payoutAccount: unknown, code: string) => {
    const drawing = await newSaver(platform, stated);
    const outcome = await apply(platform, drawing, item, formOf(drawing, { payoutAccount }));
    expect(outcome).toMatchObject({
      ...{ __typename: "FormIncomplete", problems: [{ code, path: ["form", "payoutAccount"] }] },
    });
    expect(await owedTo(drawing)).toEqual([]);
  };

  it("takes no digits, and no account of anybody else's", async () => {
    await refused(BANK_ACCOUNT, "FORM_FORMAT");
    await refused("pac_0123456789abcdef", "PAYOUT_ACCOUNT_NOT_FOUND");
    await refused(saver.payoutAccount, "PAYOUT_ACCOUNT_NOT_FOUND");
  });

  it("takes no account that nobody has proven, and none that was removed", async () => {
    const [unproven, gone] = [await newSaver(platform, stated), await newSaver(platform, stated)];
    const added = await addAccount(platform, unproven, {
      ...{ accountNumber: UNTOLD, idNumber: unproven.idNumber, name: NAME },
    });
    await removeAccount(platform, gone, gone.payoutAccount);
    for (const [as, account, code] of [
      [unproven, textAt(added, "id"), "PAYOUT_ACCOUNT_NOT_PROVEN"],
      [gone, gone.payoutAccount, "PAYOUT_ACCOUNT_NOT_FOUND"],
    ] as const) {
      expect(await apply(platform, as, item, formOf(as, { payoutAccount: account }))).toMatchObject({
        problems: [{ code, path: ["form", "payoutAccount"] }],
      });
    }
  });
});

describe("an item that was published before forms had to ask for the account", () => {
  it("takes no application in: it says that another version is needed, and owes nothing", async () => {
    const { rule: _, ...content } = rentWithdrawal.draft;
    const digits = { type: "string", title: "收款账号", format: "bank-account" };
    const form = forPeople({
      ...{ type: "object", properties: { bankAccount: digits }, required: ["bankAccount"] },
    });
    const draft = { ...content, form, code: "TEST-DIGITS-1", materials: [] };
    await publishItem(platform, draft, { "110000": "GENERAL" }, (effect) => ({ ...effect, asks: [] }));
    expect(await apply(platform, saver, draft.code, { bankAccount: BANK_ACCOUNT })).toMatchObject({
      ...{
        __typename: "FormIncomplete",
        problems: [{ code: "FORM_WITHOUT_ACCOUNT", path: ["form", "payoutAccount"] }],
      },
    });
    expect(await owedTo()).toEqual([]);
  });
});

describe("a clerk", () => {
  it("sees to which accounts the person at the window can be paid, for as long as they are there", async () => {
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const id = textAt(await receive(platform, clerk, saver.idNumber), "id");
    const query = `query ($id: ID!) { attendance(id: $id) { payoutAccounts { id caution } } }`;
    const seen = async () =>
      at((await platform.call({ token: clerk.token, query, variables: { id } })).data, "attendance");
    expect(await seen()).toEqual({ payoutAccounts: [{ id: saver.payoutAccount, caution: null }] });
    platform.clock.advance(2 * HOUR_MS);
    expect(await seen()).toEqual({ payoutAccounts: [] });
  });
});

describe("an account that is removed while the rule decides", () => {
  it("is paid to or is gone, and never both", async () => {
    const savers = await Promise.all(Array.from({ length: 6 }, () => newSaver(platform)));
    await Promise.all(
      savers.map(async (one) => {
        await stateAccount(platform, one.id);
        const [outcome] = await Promise.all([
          applyForRent(platform, one),
          removeAccount(platform, one, one.payoutAccount),
        ]);
        const isGranted = at(outcome, "__typename") === "Application" && at(outcome, "decision") !== null;
        expect(await owedTo(one)).toHaveLength(isGranted ? 1 : 0);
        expect(await accountsOf(platform, one)).toEqual([]);
      }),
    );
  });
});
