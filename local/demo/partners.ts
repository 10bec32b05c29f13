import { setBillerProfile } from "../../services/convenience/utilities/bills/set-biller-profile.ts";
import { region } from "../../services/field/region.ts";
import type { Officer, Partner, Scope } from "../../services/kernel/actor.ts";
import { fen } from "../../services/kernel/money.ts";
import { recordDeposit } from "../../services/money/payments/deposits/record-deposit.ts";
import { applyForPartnership } from "../../services/people/partners/index.ts";
import { creditCode, recordDemoPartner } from "./enterprises.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { demoPerson } from "./people.ts";

const REGION = region("110000");
const DEPOSIT = fen(10_000_00n);

/** The further roles of the demo partner: a biller, and a payer with something on its prefunded account. */
export async function equipDemoPartner(
  { id: partner }: Partner,
  officer: Officer,
  writes: DemoWrites,
): Promise<void> {
  const by = { actor: officer, now: writes.now };
  const profile = { name: "京城便民水务", kind: "WATER", region: REGION } as const;
  const lookup = "ACCOUNT_NUMBER_AND_HOLDER";
  must(await setBillerProfile(partner, { ...profile, lookup }, by, writes));
  const transfer = { partner, amount: DEPOSIT, bankReference: "DEMO-0001", mode: "live" } as const;
  const deposit = await recordDeposit("demo-deposit", transfer, by, writes);
  // Begun anew after an interruption, another officer finds it booked.
  if (!deposit.ok && deposit.error.code !== "ALREADY_RECORDED") must(deposit);
}

const APPLICANT = { name: "北京示范出行有限公司", creditCode: creditCode("91110000MA00000077") };
const REPRESENTATIVE = 6;

/** An enterprise that has applied for a partnership, and waits for a manager. */
export async function applyAsDemoPartner(writes: DemoWrites): Promise<void> {
  const representative = demoPerson(REPRESENTATIVE, writes);
  await recordDemoPartner({ ...APPLICANT, region: REGION, representative }, writes);
  const scopes: readonly Scope[] = ["TRANSIT_TOP_UP"];
  const application = {
    ...{ ...APPLICANT, scopes, purpose: "演示：公交卡充值" },
    contact: { name: representative.name, phone: representative.mobile, email: "partner@example.cn" },
  };
  const by = { actor: representative.actor, now: writes.now };
  must(await applyForPartnership("demo-applicant", application, by, writes));
}
