import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Effect, EffectPorts, Granted, Told } from "../../cases/index.ts";
import type { ApprovalEffect } from "../../catalogue/index.ts";
import { ASKS, fundPorts } from "../withdrawals/effects.ts";
import { FUND_FACT_WORDS } from "../withdrawals/fact-words.ts";
import { OWN_CHECKS } from "../withdrawals/own-checks.ts";
import { withdrawalFacts } from "../withdrawals/pay-withdrawal.ts";
import { type TakeBackPorts, takeBackWithdrawal } from "../withdrawals/take-back-withdrawal.ts";
import { FUND_FACTS } from "../withdrawals/withdrawal-facts.ts";
import { agreeOrder, firstDraw, holderOf, orderObstacle } from "./agree-order.ts";
import { end, type OrderReason, withOrder } from "./order.ts";
import { getOrders, putOrders } from "./order-store.ts";

declare module "../../catalogue/approval-effect.ts" {
  interface EffectCodes {
    HOUSING_FUND_RENT_ORDER: true;
    HOUSING_FUND_LOAN_REPAYMENT_ORDER: true;
  }
}

const orderEffect = (code: ApprovalEffect, reason: OrderReason): Effect => ({
  code,
  stake: "MONEY",
  facts: {
    ...FUND_FACTS,
    words: FUND_FACT_WORDS,
    gather: (ports, granted) => tell(ports, reason, granted),
  },
  checks: OWN_CHECKS[reason],
  asks: ASKS,
  obstacle: (ports, granted) => orderObstacle(ports, { reason, granted }),
  grant: (ports, granted) => agreeOrder(ports, { reason, granted }),
  undo: async (ports, { id, subject }) =>
    subject.kind === "PERSON" ? undoOrder(ports, { citizenId: subject.citizenId, application: id }) : [],
});

/** The facts about the order's first draw, and the agreement on the same records. */
async function tell(ports: EffectPorts, reason: OrderReason, granted: Granted): Promise<Told> {
  const citizenId = holderOf(granted);
  if (!citizenId) return { facts: {} };
  const first = await firstDraw(ports, { reason, granted }, citizenId);
  const facts = await withdrawalFacts(fundPorts(ports), first.wish, first.records);
  return { facts, grant: () => agreeOrder(ports, { reason, granted, first: { ...first, facts } }) };
}

/** The order ends, and what the bank has not paid of it is called off. */
async function undoOrder(
  ports: TakeBackPorts,
  of: { readonly citizenId: CitizenId; readonly application: Granted["application"]["id"] },
): Promise<readonly TransactItem[]> {
  const book = await getOrders(ports, of.citizenId);
  const order = book.orders.find(({ application, ended }) => application === of.application && !ended);
  return [
    ...(order ? [putOrders(ports, withOrder(book, order, end(order, "REVOKED", dateAt(ports.now))))] : []),
    ...(await takeBackWithdrawal(ports, of)),
  ];
}

/** A grant has the fund draw again and again. */
export const orderEffects: readonly Effect[] = [
  orderEffect("HOUSING_FUND_RENT_ORDER", "RENT"),
  orderEffect("HOUSING_FUND_LOAN_REPAYMENT_ORDER", "LOAN_REPAYMENT"),
];
