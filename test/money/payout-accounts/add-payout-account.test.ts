import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { ACCOUNTS_MAX } from "../../../services/money/payout-accounts/payout-account.ts";
import {
  type Applicant,
  authorise,
  newApplicant,
  newOfficer,
  receive,
} from "../../government/cases/casework.ts";
import { family } from "../../people/enterprises/family.ts";
import { type BankAccountChecker, startBankAccountChecker } from "../../support/bank-account-checker.ts";
import {
  accountsOf,
  addAccount,
  BANK_ACCOUNT,
  checkAccount,
  removeAccount,
  stateAccount,
} from "../../support/payout-accounts.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";

const START = "2026-03-02T02:00:00.000Z";
const WRITING = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;

let platform: TestPlatform;
let checker: BankAccountChecker;
let partner: LivePartner;
beforeAll(async () => {
  checker = await startBankAccountChecker({ now: () => platform.clock.now() });
  platform = await startPlatform({ accountCheck: `{"live":${checker.secret}}` });
  platform.clock.set(START);
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", ...WRITING] });
});
afterAll(async () => {
  checker.stop();
  await platform.stop();
});

const NAME = "王小明";
let person: Applicant;
let number: string;
let numbers = 0;
beforeEach(async () => {
  platform.clock.set(START);
  person = await newApplicant(platform);
  number = newNumber(person);
});

/** Another account at every call, which the checker knows as this person's. */
function newNumber({ idNumber }: Pick<Applicant, "idNumber">): string {
  numbers += 1;
  const next = `62220202000${String(numbers).padStart(8, "0")}`;
  checker.owners.set(next, { name: NAME, idNumber });
  return next;
}

const inputOf = ({ idNumber }: Pick<Applicant, "idNumber">, accountNumber = number, more = {}) => ({
  ...{ accountNumber, idNumber, name: NAME, ...more },
});

const clerk = async () => newOfficer(platform, { roles: ["WINDOW_CLERK"] });

async function addedByClerk(as = person, accountNumber = number) {
  const serving = await clerk();
  const attendance = textAt(await receive(platform, serving, as.idNumber), "id");
  return addAccount(platform, serving, inputOf(as, accountNumber), attendance);
}

async function addedByPartner(as = person, accountNumber = number) {
  const ref = await seedConsent(platform, partner, as.id, WRITING);
  return addAccount(platform, { apiKey: partner.liveKey }, inputOf(as, accountNumber, { person: ref }));
}

async function principalOf(agent: Applicant) {
  const query = "{ me { principals { ref } } }";
  return textAt((await platform.call({ token: agent.token, query })).data, "me", "principals", 0, "ref");
}

async function addedByAgent(items: readonly string[] = []) {
  const agent = await newApplicant(platform);
  await authorise(platform, person, agent, { items });
  return addAccount(platform, agent, inputOf(person, number, { person: await principalOf(agent) }));
}

describe("an account that a person adds", () => {
  it("is proven by its bank to be theirs, and shows its last digits only", async () => {
    const added = await addAccount(platform, person, inputOf(person));
    expect(added).toMatchObject({
      ...{ __typename: "PayoutAccount", maskedNumber: `…${number.slice(-4)}`, bank: "示例银行" },
      ...{ isProven: true, provenAt: START, provenBy: "BANK_ACCOUNT_CHECK", origin: "OWN", addedAt: START },
    });
    const id = textAt(added, "id");
    expect(await accountsOf(platform, person)).toMatchObject([{ id, isProven: true }]);
    expect(checker.questions.at(-1)).toMatchObject({ name: NAME, idNumber: person.idNumber });
  });

  it("is kept sealed, and neither its number nor the identity number is stored or logged", async () => {
    await addAccount(platform, person, inputOf(person));
    const { items } = await platform.database().query({
      ...{ table: "records-live", pk: person.id, limit: 100 },
    });
    expect(items.length).toBeGreaterThan(1);
    for (const secret of [number, person.idNumber]) {
      expect(JSON.stringify(items)).not.toContain(secret);
      expect(JSON.stringify(platform.logs)).not.toContain(secret);
    }
  });

  it("is one account for one number, however often and from wherever it is added", async () => {
    const first = await addAccount(platform, person, inputOf(person));
    platform.clock.advance(60_000);
    const more = await Promise.all([1, 2, 3].map(() => addAccount(platform, person, inputOf(person))));
    for (const one of more) expect(one).toEqual(first);
    expect(await accountsOf(platform, person)).toHaveLength(1);
  });

  it("is another account of another person, and nobody's else", async () => {
    const other = await newApplicant(platform);
    const mine = await addAccount(platform, person, inputOf(person));
    const refused = await addAccount(platform, other, inputOf(other));
    expect(refused).toMatchObject({
      ...{ code: "BANK_ACCOUNT_NOT_THEIRS", path: ["input", "accountNumber"] },
    });
    expect(await accountsOf(platform, other)).toEqual([]);
    const query = "query ($id: ID!) { node(id: $id) { id } }";
    const variables = { id: textAt(mine, "id") };
    expect((await platform.call({ token: other.token, query, variables })).data).toEqual({ node: null });
    expect((await platform.call({ token: person.token, query, variables })).data).toEqual({
      node: variables,
    });
    for (const change of [
      removeAccount(platform, other, variables.id),
      checkAccount(platform, other, { id: variables.id, idNumber: other.idNumber, name: NAME }),
    ])
      expect(await change).toMatchObject({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
  });

  it.each([
    [
      "a number with letters",
      { accountNumber: "62220202000ABCDEF" },
      "BANK_ACCOUNT_INVALID",
      "accountNumber",
    ],
    ["a number of 11 digits", { accountNumber: "62220202000" }, "BANK_ACCOUNT_INVALID", "accountNumber"],
    ["no identity number", { idNumber: "110105194912310021" }, "ID_NUMBER_INVALID", "idNumber"],
    ["another's identity number", { idNumber: "11010519491231002X" }, "ID_NUMBER_NOT_THEIRS", "idNumber"],
    ["no name where none is known", { name: null }, "NAME_NEEDED", "name"],
    ["a name of two lines", { name: "王\n小明" }, "CONTROL_CHARACTERS", "name"],
  ])("is refused with %s, and nobody is asked", async (_, change, code, field) => {
    const asked = checker.questions.length;
    const input = inputOf(person, number, change);
    expect(await addAccount(platform, person, input)).toMatchObject({ code, path: ["input", field] });
    expect(checker.questions).toHaveLength(asked);
    expect(await accountsOf(platform, person)).toEqual([]);
  });

  it("is told to them at once, in both languages, and so is that it was removed", async () => {
    const id = textAt(await addAccount(platform, person, inputOf(person)), "id");
    platform.clock.advance(1_000);
    await removeAccount(platform, person, id);
    await sweep(platform);
    const query = "{ me { notifications { edges { node { type about text } } } } }";
    const told = async (language: string) =>
      at(
        (await platform.call({ token: person.token, query, headers: { "accept-language": language } })).data,
        ...["me", "notifications", "edges"],
      );
    expect(await told("en")).toEqual([
      { node: { type: "payout-account.removed", about: id, text: expect.stringContaining("was removed") } },
      { node: { type: "payout-account.added", about: id, text: expect.stringContaining("was added") } },
    ]);
    expect(JSON.stringify(await told("zh"))).toContain("新增了一个收款银行账户");
  });
});

describe("an account of which nobody can tell", () => {
  it("is kept unproven, and is proven once somebody can", async () => {
    checker.owners.delete(number);
    const added = await addAccount(platform, person, inputOf(person));
    expect(added).toMatchObject({ isProven: false, provenBy: null, caution: "NOT_PROVEN" });
    const [id, wish] = [textAt(added, "id"), { idNumber: person.idNumber, name: NAME }];
    expect(await checkAccount(platform, person, { id, ...wish })).toMatchObject({ isProven: false });
    checker.owners.set(number, { name: NAME, idNumber: person.idNumber });
    platform.clock.advance(3_600_000);
    const provenAt = platform.clock.now();
    expect(await checkAccount(platform, person, { id, ...wish })).toMatchObject({
      ...{ isProven: true, provenAt, addedAt: START },
    });
    // Proven once, nobody is asked again.
    const asked = checker.questions.length;
    expect(await checkAccount(platform, person, { id, ...wish })).toMatchObject({ isProven: true });
    expect(checker.questions).toHaveLength(asked);
  });

  it("is asked about again when it is added again", async () => {
    checker.fail("DENIED_403");
    expect(await addAccount(platform, person, inputOf(person))).toMatchObject({ isProven: false });
    expect(await addAccount(platform, person, inputOf(person))).toMatchObject({ isProven: true });
    expect(await accountsOf(platform, person)).toHaveLength(1);
  });

  it("stays unproven where it turns out to be somebody else's", async () => {
    checker.fail("DENIED_403");
    const id = textAt(await addAccount(platform, person, inputOf(person)), "id");
    checker.owners.set(number, { name: "李小红", idNumber: person.idNumber });
    expect(await checkAccount(platform, person, { id, idNumber: person.idNumber, name: NAME })).toMatchObject(
      {
        code: "BANK_ACCOUNT_NOT_THEIRS",
      },
    );
    expect(await accountsOf(platform, person)).toMatchObject([{ id, isProven: false }]);
  });
});

describe("who an account came by", () => {
  it.each([
    ["CLERK", () => addedByClerk()],
    ["PARTNER", () => addedByPartner()],
    ["AGENT", () => addedByAgent()],
  ] as const)(
    "is a %s: no rule pays to it, whenever it was added, and the person is told",
    async (origin, add) => {
      expect(await add()).toMatchObject({ isProven: true, origin, caution: "ADDED_BY_ANOTHER" });
      platform.clock.advance(30 * DAY_MS);
      expect(await accountsOf(platform, person)).toMatchObject([{ origin, caution: "ADDED_BY_ANOTHER" }]);
      await sweep(platform);
      const query = "{ me { notifications { edges { node { type } } } } }";
      const { data } = await platform.call({ token: person.token, query });
      expect(JSON.stringify(data)).toContain("payout-account.added");
    },
  );

  it("is a minor's guardian as if it were the minor: a rule pays to it after the same rest", async () => {
    const { child, parent, ref } = await family(platform);
    const own = newNumber(child);
    const added = await addAccount(platform, parent, inputOf(child, own, { person: ref }));
    expect(added).toMatchObject({ isProven: true, origin: "GUARDIAN", caution: "ADDED_LATELY" });
    platform.clock.advance(DAY_MS);
    expect(await accountsOf(platform, child)).toMatchObject([{ origin: "GUARDIAN", caution: null }]);
  });

  it("is a minor's guardian from then on where somebody else has added it before", async () => {
    const { child, parent, ref } = await family(platform);
    const own = newNumber(child);
    expect(await addedByClerk(child, own)).toMatchObject({ caution: "ADDED_BY_ANOTHER" });
    platform.clock.advance(DAY_MS);
    const added = await addAccount(platform, parent, inputOf(child, own, { person: ref }));
    expect(added).toMatchObject({ origin: "GUARDIAN", addedAt: platform.clock.now() });
    // The minor's own word takes nothing from it, and gives it no new rest.
    platform.clock.advance(DAY_MS);
    expect(await addAccount(platform, child, inputOf(child, own))).toMatchObject({ caution: null });
  });

  it("is the person once they add it themselves, from that moment on", async () => {
    await addedByClerk();
    platform.clock.advance(30 * DAY_MS);
    const added = await addAccount(platform, person, inputOf(person));
    expect(added).toMatchObject({ origin: "OWN", addedAt: platform.clock.now(), caution: "ADDED_LATELY" });
    platform.clock.advance(DAY_MS);
    expect(await accountsOf(platform, person)).toMatchObject([{ caution: null }]);
  });

  it("stays the person where others add it as well", async () => {
    const own = await addAccount(platform, person, inputOf(person));
    expect(await addedByClerk()).toEqual(own);
    expect(await addedByPartner()).toMatchObject({ origin: "OWN" });
  });

  it("is the fund centre's file, whoever added it before; the person's removal stands against it", async () => {
    await addedByClerk();
    platform.clock.advance(DAY_MS);
    const statedAt = platform.clock.now();
    const id = await stateAccount(platform, person.id, { number, statedAt });
    expect(await accountsOf(platform, person)).toMatchObject([
      { id, origin: "FUND_CENTRE", isProven: true, addedAt: statedAt, caution: "ADDED_LATELY" },
    ]);
    platform.clock.advance(DAY_MS);
    expect(await accountsOf(platform, person)).toMatchObject([{ caution: null }]);
    expect(await removeAccount(platform, person, id)).toMatchObject({ isProven: false, caution: "REMOVED" });
    await stateAccount(platform, person.id, { number, statedAt: platform.clock.now() });
    expect(await accountsOf(platform, person)).toEqual([]);
  });

  it("begins anew where it was removed: proof and rest of before count for nothing", async () => {
    const id = textAt(await addAccount(platform, person, inputOf(person)), "id");
    await stateAccount(platform, person.id, { number });
    platform.clock.advance(10 * DAY_MS);
    await removeAccount(platform, person, id);
    checker.fail("DENIED_403");
    expect(await addAccount(platform, person, inputOf(person))).toMatchObject({
      ...{ id, isProven: false, origin: "OWN", addedAt: platform.clock.now(), removedAt: null },
    });
  });
});

describe("nobody adds an account", () => {
  it("as a clerk without an attendance of their own that is not over", async () => {
    const [serving, other] = [await clerk(), await clerk()];
    const attendance = textAt(await receive(platform, serving, person.idNumber), "id");
    for (const [as, named] of [
      [serving, undefined],
      [other, attendance],
      [serving, "att_0000000000000000"],
    ] as const) {
      expect(await addAccount(platform, as, inputOf(person), named)).toMatchObject({
        ...{ __typename: "NotFound", code: "ATTENDANCE_NOT_FOUND" },
      });
    }
    platform.clock.advance(DAY_MS / 12);
    expect(await addAccount(platform, serving, inputOf(person), attendance)).toMatchObject({
      code: "ATTENDANCE_OVER",
    });
    expect(await accountsOf(platform, person)).toEqual([]);
  });

  it("as a clerk with an attendance of somebody else than whose number is typed in", async () => {
    const serving = await clerk();
    const other = await newApplicant(platform);
    const attendance = textAt(await receive(platform, serving, other.idNumber), "id");
    expect(await addAccount(platform, serving, inputOf(person), attendance)).toMatchObject({
      code: "ID_NUMBER_NOT_THEIRS",
    });
  });

  it("as an agent for some items only, as one whose authority has ended, or as a stranger", async () => {
    expect(await addedByAgent(["BJ-GJJ-ZFTQ-001"])).toMatchObject({ code: "NOT_AUTHORISED" });
    const stranger = await newApplicant(platform);
    for (const ref of ["prc_0000000000000000", person.id, "ctz_0123456789abcdef"]) {
      const input = inputOf(person, number, { person: ref });
      expect(await addAccount(platform, stranger, input)).toMatchObject({ code: "NOT_AUTHORISED" });
    }
    const agent = await newApplicant(platform);
    await authorise(platform, person, agent, { until: "2026-03-02" });
    const ref = await principalOf(agent);
    platform.clock.advance(2 * DAY_MS);
    const token = await platform.tokens.citizen(agent.id);
    const input = inputOf(person, number, { person: ref });
    expect(await addAccount(platform, { token }, input)).toMatchObject({ code: "NOT_AUTHORISED" });
    expect(await accountsOf(platform, person)).toEqual([]);
  });

  it("as a partner without the person's consent to writing, or under another's reference", async () => {
    const apiKey = partner.liveKey;
    const codeOf = async (ref: string | undefined) => {
      const { errors } = await platform.call({
        apiKey,
        query: "mutation ($input: AddPayoutAccountInput!) { addPayoutAccount(input: $input) { __typename } }",
        variables: { input: inputOf(person, number, { person: ref }) },
      });
      return errors.map(({ extensions }) => extensions["code"]);
    };
    const reading = await seedConsent(platform, partner, person.id, ["APPLICATIONS_READ"]);
    expect(await codeOf(reading)).toEqual(["FORBIDDEN"]);
    const other = await newApplicant(platform);
    expect(await codeOf(undefined)).toEqual(["CONSENT_REQUIRED"]);
    expect(await codeOf(other.id)).toEqual(["CONSENT_REQUIRED"]);
  });
});

describe("a person's accounts", () => {
  it("are bounded, also where many are added at once; one that is removed makes room", async () => {
    const wanted = Array.from({ length: ACCOUNTS_MAX + 4 }, () => newNumber(person));
    // Of one clerk, whose wrong guesses are not counted.
    const serving = await clerk();
    const attendance = textAt(await receive(platform, serving, person.idNumber), "id");
    const added = await Promise.all(
      wanted.map((one) => addAccount(platform, serving, inputOf(person, one), attendance)),
    );
    const kept = added.filter((one) => at(one, "__typename") === "PayoutAccount");
    expect(kept).toHaveLength(ACCOUNTS_MAX);
    for (const one of added.filter((each) => !kept.includes(each)))
      expect(one).toMatchObject({ code: "TOO_MANY_PAYOUT_ACCOUNTS" });
    expect(await accountsOf(platform, person)).toHaveLength(ACCOUNTS_MAX);
    await removeAccount(platform, person, textAt(kept[0] ?? null, "id"));
    await removeAccount(platform, person, textAt(kept[0] ?? null, "id"));
    const more = [newNumber(person), newNumber(person)];
    expect(await addAccount(platform, person, inputOf(person, more[0]))).toMatchObject({ isProven: true });
    expect(await addAccount(platform, person, inputOf(person, more[1]))).toMatchObject({
      code: "TOO_MANY_PAYOUT_ACCOUNTS",
    });
  });

  it("have the last of them also where the same call adds it between two reads of this one", async () => {
    for (let i = 1; i < ACCOUNTS_MAX; i += 1)
      expect(await addAccount(platform, person, inputOf(person, newNumber(person)))).toMatchObject({
        isProven: true,
      });
    const last = inputOf(person, newNumber(person));
    const first: Json[] = [];
    platform.gate.delayRead("pac_", async () => {
      first.push(await addAccount(platform, person, last));
    });
    expect(await addAccount(platform, person, last)).toEqual(first[0]);
    expect(first[0]).toMatchObject({ __typename: "PayoutAccount" });
  });

  it("are no way to find out whose an account is: wrong guesses are counted, right ones are not", async () => {
    for (let i = 0; i < 8; i += 1) {
      const mine = newNumber(person);
      expect(await addAccount(platform, person, inputOf(person, mine))).toMatchObject({ isProven: true });
    }
    const other = await newApplicant(platform);
    for (let i = 0; i < 5; i += 1)
      expect(await addAccount(platform, person, inputOf(person, newNumber(other)))).toMatchObject({
        code: "BANK_ACCOUNT_NOT_THEIRS",
      });
    expect(await addAccount(platform, person, inputOf(person, newNumber(other)))).toMatchObject({
      code: "TOO_MANY_GUESSES",
    });
  });
});

describe("a sandbox that is asked in test mode", () => {
  const SANDBOX = BANK_ACCOUNT.slice(0, -2);
  const added = async (ending: string) => {
    const { id, idNumber } = await newApplicant(platform);
    const caller = { token: await platform.tokens.citizen(id, { mode: "test" }) };
    const answer = await addAccount(platform, caller, inputOf({ idNumber }, `${SANDBOX}${ending}`));
    return { caller, idNumber, answer };
  };

  it("decides by the last two digits, as the page says", async () => {
    expect((await added("78")).answer).toMatchObject({ isProven: true, bank: "中国工商银行" });
    expect((await added("91")).answer).toMatchObject({ code: "BANK_ACCOUNT_NOT_THEIRS" });
    expect((await added("92")).answer).toMatchObject({ isProven: false });
  });

  it("knows of one kind only after a while", async () => {
    const { caller, idNumber, answer } = await added("93");
    expect(answer).toMatchObject({ isProven: false });
    platform.clock.set(plusMs(platform.clock.now(), 5_000));
    const wish = { id: textAt(answer, "id"), idNumber, name: NAME };
    expect(await checkAccount(platform, caller, wish)).toMatchObject({ isProven: true });
  });
});
