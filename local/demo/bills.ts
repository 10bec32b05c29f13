import type { Bill } from "../../services/convenience/utilities/bill.ts";
import { bindAccount } from "../../services/convenience/utilities/bills/bind-account.ts";
import { payBills } from "../../services/convenience/utilities/bills/pay-bills.ts";
import { setBillerProfile } from "../../services/convenience/utilities/bills/set-biller-profile.ts";
import {
  type ReadingRow,
  submitReadings,
} from "../../services/convenience/utilities/bills/submit-readings.ts";
import type { UtilityKind } from "../../services/convenience/utilities/tariffs/tariff.ts";
import type { CreditCode } from "../../services/field/credit-code.ts";
import { region } from "../../services/field/region.ts";
import type { Citizen, Officer, Partner, Scope } from "../../services/kernel/actor.ts";
import { addMonths, type CivilDate, dateAt, firstOf, monthOf } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import type { KeyId } from "../../services/kernel/ids.ts";
import { addMoney } from "../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../services/kernel/runtime.ts";
import { SANDBOX_SCRIPT } from "../../services/money/payments/channels/sandbox-channel-script.ts";
import { openPayments } from "../../services/money/payments/open-payments.ts";
import { applyForPartnership, reviewPartner } from "../../services/people/partners/index.ts";
import { bookDemoDifference } from "./differences.ts";
import { creditCode, recordDemoPartner } from "./enterprises.ts";
import { issueDemoHomes } from "./homes.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { demoPerson } from "./people.ts";
import { agreeDemoContract, isSettledWith } from "./settlements.ts";

type DemoBiller = {
  readonly kind: UtilityKind;
  readonly name: string;
  readonly creditCode: CreditCode;
  /** The number of the made-up person who represents it by law. */
  readonly representative: number;
  readonly accountNumber: string;
  readonly alias: string;
  /** Between two readings. */
  readonly months: number;
  /** Of a period, in the tariff's unit; more in summer and winter. */
  readonly usages: readonly string[];
};

/** Names and numbers are made up. */
const BILLERS: readonly DemoBiller[] = [
  {
    ...{
      kind: "WATER",
      name: "京城自来水集团",
      creditCode: creditCode("91110000MA0000001L"),
      representative: 3,
    },
    ...{ accountNumber: "100023401", alias: "家里的水", months: 2 },
    usages: ["28", "30", "36", "44", "38", "30"],
  },
  {
    ...{
      kind: "ELECTRICITY",
      name: "京城电力公司",
      creditCode: creditCode("91110000MA0000002P"),
      representative: 4,
    },
    ...{ accountNumber: "200056702", alias: "家里的电", months: 1 },
    usages: ["236", "212", "180", "165", "172", "268", "412", "430", "244", "160", "174", "222"],
  },
  {
    ...{ kind: "GAS", name: "京城燃气集团", creditCode: creditCode("91110000MA0000003T"), representative: 5 },
    ...{ accountNumber: "300078903", alias: "家里的气", months: 2 },
    usages: ["62", "58", "40", "31", "36", "55"],
  },
];

const HOLDER = "王小明";
const REGION = region("110000");
const SCOPES: readonly Scope[] = ["BILLS_SUBMIT", "OWN_ACCOUNTS"];
const BILLS_AT_ONCE = 15;
const DUE_AFTER_MONTHS = 1;
const ISSUED_DAYS_AGO = 3;

/**
 * Billers of water, electricity and gas, a year of their bills for the demo citizen, all paid but the last of each: on the
 * two days before, which are settled with the billers.
 */
export async function issueDemoBills(
  citizen: Citizen,
  officers: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<void> {
  const daysAgo = (days: number) => plusMs(writes.now, -days * DAY_MS);
  const bills: Bill[] = [];
  const billers: Partner[] = [];
  for (const biller of BILLERS) {
    const actor = await onboard(biller, officers, writes);
    billers.push(actor);
    const ports = { ...writes, mode: "live", actor } as const;
    const rows = rowsOf(biller, dateAt(writes.now));
    const issued = must(await submitReadings({ ...ports, now: daysAgo(ISSUED_DAYS_AGO) }, rows.slice(0, -1)));
    bills.push(...issued.flatMap((one) => (one.ok ? one.value : [])));
    // It may end on the first of this month, later than those days ago.
    must(await submitReadings(ports, rows.slice(-1)));
    const proof = { biller: actor.id, accountNumber: biller.accountNumber, holderName: HOLDER };
    must(await bindAccount({ ...writes, mode: "live", actor: citizen }, proof, biller.alias));
  }
  const [first] = billers;
  if (first) await issueDemoHomes(first, writes);
  const isSettled = first !== undefined && (await isSettledWith(first.id, "biller", writes));
  for (let i = 0; i < bills.length; ) {
    const together = takePlain(bills.slice(i, i + BILLS_AT_ONCE));
    i += together.length;
    const paid = together.map(({ id }) => id);
    const now = () => (isSettled ? writes.now : daysAgo(i < bills.length ? 2 : 1));
    const payments = openPayments({ ...writes, runtime: { ...writes.runtime, now } }, "live", citizen);
    // A bill that an interrupted founding has paid already is refused here, and is paid.
    const done = await payBills(payments, {
      payer: citizen.id,
      channel: "sandbox",
      idempotencyKey: `demo-${paid[0]}`,
      bills: paid,
    });
    if (done.ok && i >= bills.length) await bookDemoDifference(done.value, writes);
  }
  for (const { id } of billers) await agreeDemoContract(id, "biller", officers, writes);
}

/** As many of the first as the sandbox takes without a scene: some amounts have it decline or fall silent. */
function takePlain(bills: readonly Bill[]): readonly Bill[] {
  const sum = addMoney(...bills.map(({ amount }) => amount));
  const isPlain = bills.length === 1 || !Object.hasOwn(SANDBOX_SCRIPT, (sum % 100n).toString());
  return isPlain ? bills : takePlain(bills.slice(0, -1));
}

async function onboard(
  { name, creditCode, kind, representative: person }: DemoBiller,
  [approver, officer]: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<Partner> {
  const { now } = writes;
  const representative = demoPerson(person, writes);
  await recordDemoPartner({ name, creditCode, region: REGION, representative }, writes);
  const application = {
    ...{ name, creditCode, scopes: SCOPES, purpose: "演示：公用事业账单" },
    contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  };
  const applied = must(
    await applyForPartnership(
      `demo-${creditCode}`,
      application,
      { actor: representative.actor, now },
      writes,
    ),
  );
  const review = async (decision: Parameters<typeof reviewPartner>[1], actor: Officer) =>
    must(await reviewPartner(applied.id, decision, { actor, now }, writes));
  const reason = "演示城市";
  if (applied.status === "PENDING") await review({ action: "approve", scopes: SCOPES, reason }, approver);
  if (applied.status !== "LIVE") await review({ action: "grantLive", reason }, officer);
  const profile = { name, kind, region: REGION, lookup: "ACCOUNT_NUMBER_AND_HOLDER" } as const;
  must(await setBillerProfile(applied.id, profile, { actor: officer, now }, writes));
  const keyId = "demo" as KeyId;
  return { kind: "PARTNER", mode: "live", id: applied.id, name, creditCode, keyId, scopes: SCOPES };
}

/** A year of readings up to this month, the oldest first. */
function rowsOf(
  { kind, accountNumber, months, usages }: DemoBiller,
  today: CivilDate,
): readonly ReadingRow[] {
  const end = firstOf(monthOf(today));
  return usages.map((usage, i) => {
    const to = addMonths(end, (i + 1 - usages.length) * months);
    return {
      ...{ accountNumber, holderName: HOLDER, number: `${kind[0]}-${to}` },
      ...{ period: { from: addMonths(to, -months), to }, dueOn: addMonths(to, DUE_AFTER_MONTHS) },
      usage: decimal(usage),
    };
  });
}
