import { err } from "../../../kernel/result.ts";
import type { Effect, EffectPorts, Granted } from "../../cases/index.ts";
import type { ApprovalEffect } from "../../catalogue/index.ts";
import type { WithdrawalReason } from "../withdrawal.ts";
import {
  NOTHING_DRAWABLE,
  payWithdrawal,
  type WithdrawalPorts,
  type WithdrawalWish,
  withdrawalFacts,
} from "./pay-withdrawal.ts";
import { takeBackWithdrawal } from "./take-back-withdrawal.ts";
import { FUND_FACTS } from "./withdrawal-facts.ts";

declare module "../../catalogue/approval-effect.ts" {
  interface EffectCodes {
    HOUSING_FUND_RENT: true;
    HOUSING_FUND_RETIREMENT: true;
    HOUSING_FUND_LOAN_REPAYMENT: true;
  }
}

const fundPorts = ({ config, ...ports }: EffectPorts): WithdrawalPorts => ({
  ...ports,
  dayBasis: config.housingFundDayBasis,
});

/** A withdrawal from the subject's own account, whoever handles it for them; an enterprise has none. */
const wishOf = (
  reason: WithdrawalReason,
  { application: { id, subject }, form }: Granted,
): WithdrawalWish | undefined =>
  subject.kind === "PERSON" ? { reason, citizenId: subject.citizenId, application: id, form } : undefined;

const withdrawalEffect = (code: ApprovalEffect, reason: WithdrawalReason): Effect => ({
  code,
  // The fund says how much can be drawn for a reason to draw, so only where a grant pays out of it.
  facts: {
    ...FUND_FACTS,
    gather: async (ports, granted) => {
      const wish = wishOf(reason, granted);
      return wish ? withdrawalFacts(fundPorts(ports), wish) : {};
    },
  },
  grant: async (ports, granted) => {
    const wish = wishOf(reason, granted);
    return wish ? payWithdrawal(fundPorts(ports), wish) : err(NOTHING_DRAWABLE);
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
