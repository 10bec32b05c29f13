import { err, ok } from "../../../kernel/result.ts";
import type { Effect, EffectPorts, Granted } from "../../cases/index.ts";
import { type ApprovalEffect, unaskedFields } from "../../catalogue/index.ts";
import type { WithdrawalReason } from "../withdrawal.ts";
import { FUND_FACT_WORDS } from "./fact-words.ts";
import { NOTHING_DRAWABLE } from "./not-drawable.ts";
import { OWN_CHECKS } from "./own-checks.ts";
import {
  ACCOUNT_ASKED,
  accountObstacle,
  expectedAmount,
  payWithdrawal,
  type WithdrawalPorts,
  type WithdrawalWish,
  withdrawalFacts,
} from "./pay-withdrawal.ts";
import { recordsOf, statedIn } from "./read-records.ts";
import { takeBackWithdrawal } from "./take-back-withdrawal.ts";
import { FUND_FACTS } from "./withdrawal-facts.ts";

declare module "../../catalogue/approval-effect.ts" {
  interface EffectCodes {
    HOUSING_FUND_RENT: true;
    HOUSING_FUND_RETIREMENT: true;
    HOUSING_FUND_LOAN_REPAYMENT: true;
  }
}

export const fundPorts = ({ config, ...ports }: EffectPorts): WithdrawalPorts => ({
  ...ports,
  dayBasis: config.housingFundDayBasis,
});

/** A withdrawal from the subject's own account, no matter who handles it for them; an enterprise has none. */
function wishOf(
  reason: WithdrawalReason,
  { secrets, now }: Pick<EffectPorts, "secrets" | "now">,
  { application: { id, subject }, form }: Granted,
): WithdrawalWish | undefined {
  if (subject.kind !== "PERSON") return undefined;
  const { citizenId } = subject;
  const { form: own, spouse } = statedIn(secrets, { citizenId, form, now });
  return { reason, citizenId, application: id, form: own, spouse };
}

async function grantWithdrawal(...of: Parameters<typeof payWithdrawal>) {
  const paid = await payWithdrawal(...of);
  return paid.ok ? ok(paid.value.writes) : paid;
}

export const ASKS = [ACCOUNT_ASKED];

const withdrawalEffect = (code: ApprovalEffect, reason: WithdrawalReason): Effect => ({
  code,
  stake: "MONEY",
  // The fund says how much can be drawn for a reason to draw, so only where a grant pays out of it.
  facts: {
    ...FUND_FACTS,
    words: FUND_FACT_WORDS,
    gather: async (ports, granted) => {
      const wish = wishOf(reason, ports, granted);
      if (!wish) return { facts: {} };
      const fund = fundPorts(ports);
      const reading = recordsOf(fund, wish);
      const facts = await withdrawalFacts(fund, wish, reading);
      return { facts, grant: () => grantWithdrawal(fund, wish, reading) };
    },
  },
  checks: OWN_CHECKS[reason],
  asks: ASKS,
  obstacle: async (ports, granted) => {
    // Published before forms had to ask for the account: nothing that anybody fills in could name one.
    if (unaskedFields(granted.item.form, { asks: ASKS }).length > 0)
      return { code: "FORM_WITHOUT_ACCOUNT", path: [ACCOUNT_ASKED.name] };
    return accountObstacle(ports, granted);
  },
  amount: async (ports, granted) => {
    const wish = wishOf(reason, ports, granted);
    return wish && expectedAmount(fundPorts(ports), wish);
  },
  grant: async (ports, granted) => {
    const wish = wishOf(reason, ports, granted);
    if (!wish) return err(NOTHING_DRAWABLE);
    const fund = fundPorts(ports);
    return grantWithdrawal(fund, wish, recordsOf(fund, wish));
  },
  undo: async (ports, { id, subject }) =>
    subject.kind === "PERSON"
      ? takeBackWithdrawal(ports, { citizenId: subject.citizenId, application: id })
      : [],
});

/** A grant pays out what may be drawn from the subject's account. */
export const withdrawalEffects: readonly Effect[] = [
  withdrawalEffect("HOUSING_FUND_RENT", "RENT"),
  withdrawalEffect("HOUSING_FUND_RETIREMENT", "RETIREMENT"),
  withdrawalEffect("HOUSING_FUND_LOAN_REPAYMENT", "LOAN_REPAYMENT"),
];
