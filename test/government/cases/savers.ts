import { identityCheck } from "../../../services/field/identity-document.ts";
import { submitApplication } from "../../../services/government/cases/applicant/submit-application.ts";
import type { Account } from "../../../services/government/housing-fund/account.ts";
import { putAccount } from "../../../services/government/housing-fund/account-store.ts";
import type { Contribution } from "../../../services/government/housing-fund/contribution.ts";
import type { Loan } from "../../../services/government/housing-fund/loan.ts";
import { putContribution, putLoan } from "../../../services/government/housing-fund/store.ts";
import type { Citizen } from "../../../services/kernel/actor.ts";
import { addMonths, date, monthOf } from "../../../services/kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../services/kernel/database/database.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { ACTOR } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { stateAccount } from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { account, contribution } from "../housing-fund/records.ts";
import { type Applicant, RENT, RENT_FORM, saveCase, sendMissing, startCase, submitCase } from "./casework.ts";

export const RETIREMENT = "BJ-GJJ-TXTQ-001";
export const LOAN_REPAYMENT = "BJ-GJJ-HDTQ-001";

/** Somebody with an identity number, and what the fund centre has stated of them. */
export type Saver = Applicant & {
  readonly idNumber: string;
  /** The id of the account that the fund centre has stated of them. */
  readonly payoutAccount: string;
};

const made = new WeakMap<TestPlatform, number>();

/** A valid identity number of somebody born on a day, another one at every call: a platform has 499 of them. */
function idNumberOf(platform: TestPlatform, born: string, sex: "man" | "woman" = "man"): string {
  const sequence = (made.get(platform) ?? 0) + 1;
  made.set(platform, sequence);
  const last = String(sequence * 2 + (sex === "man" ? 1 : 0)).padStart(3, "0");
  const first17 = `110105${born.replaceAll("-", "")}${last}`;
  return first17 + identityCheck(first17);
}

export type Stated = {
  readonly born?: string;
  readonly sex?: "man" | "woman";
  /** None for somebody without an account. */
  readonly account?: Partial<Account> | "none";
  /** Months that were paid for; without them the six before the platform's. */
  readonly months?: readonly string[];
  readonly contributions?: readonly Contribution[];
  readonly loans?: readonly Loan[];
};

/** A citizen of whom the fund centre has stated this. */
export async function newSaver(platform: TestPlatform, stated: Stated = {}): Promise<Saver> {
  const idNumber = idNumberOf(platform, stated.born ?? "1990-01-01", stated.sex);
  const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
  await state(platform, id, stated);
  const payoutAccount = await stateAccount(platform, id);
  const token = await platform.tokens.citizen(id, { exp: Date.UTC(2030, 0, 1) / 1_000 });
  return { id, idNumber, payoutAccount, token };
}

/** The statements of a fund centre's file. */
export async function state(
  platform: TestPlatform,
  citizenId: CitizenId,
  { account: stated = {}, months, contributions, loans = [] }: Stated,
): Promise<void> {
  if (stated === "none") return;
  const { database, commit, now, requestId } = platform.context(ACTOR);
  const today = date(now.slice(0, 10));
  const paid =
    contributions ??
    (months ?? [1, 2, 3, 4, 5, 6].map((back) => monthOf(addMonths(today, -back)))).map((month) =>
      contribution(month),
    );
  const writes: readonly TransactItem[] = [
    putAccount(database, "live", account({ balanceOn: date("2026-02-28"), ...stated, citizenId })),
    ...paid.map((one) => putContribution(database, "live", { ...one, citizenId })),
    ...loans.map((one) => putLoan(database, "live", { ...one, citizenId })),
  ];
  must(
    await commit({
      ...{ actor: ACTOR, at: now, requestId, table: recordsTable("live"), writes },
      ...{ action: "housing-fund.file.imported", aggregate: newId("file", systemRuntime) },
    }),
  );
}

/** Of an account that the employer has sealed, as it has to when an employment ends. */
export const SEALED = { account: { status: "SEALED" } } as const satisfies Stated;

type Form = Readonly<Record<string, unknown>>;

const PERSON = { applicantName: "王小明", mobile: "13800138000" };

export const rentForm = ({ idNumber, payoutAccount }: Saver, change: Form = {}): Form => ({
  ...RENT_FORM,
  ...{ idNumber, payoutAccount },
  ...change,
});

const CONFIRM = `mutation ($idNumber: String!) { confirmHousingFundSpouse(idNumber: $idNumber) { __typename } }`;

/** Somebody's own word that another is their spouse. */
export async function confirmSpouse(
  platform: TestPlatform,
  { token }: Saver,
  { idNumber }: Saver,
): Promise<void> {
  const { data, errors } = await platform.call({ token, query: CONFIRM, variables: { idNumber } });
  const said = errors.length === 0 && at(data, "confirmHousingFundSpouse", "__typename");
  if (said !== "HousingFundSpouse") throw new Error(JSON.stringify({ data, errors }));
}

export async function takeBackSpouse(platform: TestPlatform, { token }: Saver): Promise<void> {
  const query = "mutation { takeBackHousingFundSpouse { __typename } }";
  const { errors } = await platform.call({ token, query });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

/** Two who have each confirmed the other. */
export async function newCouple(
  platform: TestPlatform,
  stated: Stated = {},
): Promise<readonly [Saver, Saver]> {
  const couple = [await newSaver(platform, stated), await newSaver(platform, stated)] as const;
  await confirmEachOther(platform, couple);
  return couple;
}

export async function confirmEachOther(
  platform: TestPlatform,
  [one, other]: readonly [Saver, Saver],
): Promise<void> {
  await confirmSpouse(platform, one, other);
  await confirmSpouse(platform, other, one);
}

/** Of a married person, who names the spouse. */
export const marriedTo = (spouse: Saver): Form => ({
  ...{ maritalStatus: "已婚", spouse: { name: "李小红", idNumber: spouse.idNumber } },
});

export const retirementForm = ({ idNumber, payoutAccount }: Saver, change: Form = {}): Form => ({
  ...PERSON,
  ...{ idNumber, payoutAccount, kind: "退休", retiredOn: "2026-02-15", closesAccount: true, ...change },
});

export const loanForm = ({ idNumber, payoutAccount }: Saver): Form => ({
  ...PERSON,
  idNumber,
  payoutAccount,
});

/** Begins a draft and fills it in. */
export async function fillIn(platform: TestPlatform, saver: Saver, item: string, form: Form) {
  const id = textAt(await startCase(platform, saver.token, { item }), "id");
  await saveCase(platform, saver.token, id, form);
  await sendMissing(platform, saver.token, id);
  return id;
}

/** Hands an application in, and answers with what the applicant is told at once. */
export async function apply(
  platform: TestPlatform,
  saver: Saver,
  item: string,
  form: Form,
  reason?: string,
): Promise<Json> {
  const id = await fillIn(platform, saver, item, form);
  return submitCase(platform, saver.token, id, reason === undefined ? {} : { reason });
}

/** Hands an application in while what its item's rule asks for cannot be read: it is received, and no rule decides it. */
export async function submitUnruled(
  platform: TestPlatform,
  { id: citizen }: Saver,
  id: string,
  idempotencyKey: string,
): Promise<void> {
  const actor: Citizen = { kind: "CITIZEN", mode: "live", id: citizen };
  const context = platform.context(actor);
  const unread = new Error("the contributions cannot be read");
  const database: Database = {
    ...context.database,
    query: (wanted) =>
      wanted.skPrefix?.startsWith("housing-fund#contribution#")
        ? Promise.reject(unread)
        : context.database.query(wanted),
  };
  const ports = { ...context, database, actor, acting: { kind: "CITIZEN", citizen }, mode: "live" } as const;
  const outcome = await submitApplication(ports, id, { idempotencyKey, duplicateReason: undefined }).catch(
    (error: unknown) => error,
  );
  if (outcome !== unread) throw new Error(`it could be ruled on: ${JSON.stringify(outcome)}`);
}

export const applyForRent = (platform: TestPlatform, saver: Saver, change: Form = {}): Promise<Json> =>
  apply(platform, saver, RENT, rentForm(saver, change));

/** The rule's ruling: its outcome, and each check's result. */
export async function rulingOf(
  platform: TestPlatform,
  { token }: Saver,
  outcome: Json,
): Promise<{
  readonly outcome: string;
  readonly checks: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}> {
  const id = textAt(outcome, "id");
  const query = `query ($id: ID!) { node(id: $id) { ... on Application { ruling {
    outcome version checks { code result ground { law article } inputs { path value } } } } } }`;
  const { data, errors } = await platform.call({ token, query, variables: { id } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const ruling = at(data, "node", "ruling");
  const checks = listAt(ruling, "checks");
  return {
    outcome: textAt(ruling, "outcome"),
    checks: Object.fromEntries(checks.map((check) => [textAt(check, "code"), textAt(check, "result")])),
    inputs: Object.fromEntries(
      checks
        .flatMap((check) => listAt(check, "inputs"))
        .map((input) => [textAt(input, "path"), textAt(input, "value")]),
    ),
  };
}

export function listAt(json: Json, ...path: readonly (string | number)[]): readonly Json[] {
  const value = at(json, ...path);
  if (!Array.isArray(value)) throw new Error(`no list at ${path.join(".")}`);
  return value;
}

const FUND = `status balance balanceOn interest { projection { amount } }
  withdrawals { reason amount interest on application payout { id cause amount status maskedBankAccount } }`;

/** The account as its holder sees it. */
export async function fundOf(platform: TestPlatform, { token }: Saver): Promise<Json> {
  const { data, errors } = await platform.call({ token, query: `{ me { housingFund { ${FUND} } } }` });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, "me", "housingFund");
}

/** The withdrawals of the account's holder, the latest first. */
export const drawingsOf = async (platform: TestPlatform, saver: Saver): Promise<readonly string[]> =>
  listAt(await fundOf(platform, saver), "withdrawals").map((one) => textAt(one, "amount"));
