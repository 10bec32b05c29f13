import type { System } from "../../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { ok } from "../../../kernel/result.ts";
import { type Application, getApplication, getForm, readCaseItem } from "../../cases/index.ts";
import { findServiceItem, type ServiceItem } from "../../catalogue/index.ts";
import { drawnOf, standingOf } from "../withdrawal.ts";
import type { FundRecords } from "../withdrawals/fund-records.ts";
import { PAYOUT_CHECK } from "../withdrawals/own-checks.ts";
import {
  ACCOUNT_ASKED,
  payWithdrawal,
  type WithdrawalPorts,
  withdrawalFacts,
} from "../withdrawals/pay-withdrawal.ts";
import { recordsOf } from "../withdrawals/read-records.ts";
import { openLoans } from "../withdrawals/repayment.ts";
import { isPaidFrom, orderTermsOn } from "../withdrawals/terms.ts";
import { unmetChecks } from "./ask-rule.ts";
import {
  afterDraw,
  type Draw,
  dueOn,
  end,
  type OrderBook,
  type OrderEnd,
  periodOf,
  type StandingOrder,
  withOrder,
} from "./order.ts";
import { noticeOf } from "./order-notice.ts";
import { getOrders, putOrders } from "./order-store.ts";

export type DrawPorts = WithdrawalPorts & { readonly commit: Commit; readonly requestId: string };

export type Drawn = "DRAWN" | "NOT_DRAWN" | "ENDED";

/**
 * Draws for one standing order of a person's that is due: what the rule and the caps allow this time, as an application for
 * it would be granted. In the commit that says so the order goes on with its next day, or ends. Undefined where none is due
 * after all: the index may be old, or another sweep was here.
 */
export async function drawOrder(ports: DrawPorts, citizenId: CitizenId): Promise<Drawn | undefined> {
  const { now: at, requestId, mode } = ports;
  const actor: System = { kind: "SYSTEM", mode, name: "housing-fund-orders" };
  const drawn = await decideUntilWritten({
    database: ports.database,
    about: `the standing orders of ${citizenId}`,
    read: () => getOrders(ports, citizenId),
    decide: async (before: OrderBook) => {
      const order = dueOn(before, dateAt(at));
      if (!order) return unchanged(ok(undefined));
      const { after, writes } = await outcomeOf(ports, citizenId, order);
      const answer: Drawn = after.ended ? "ENDED" : after.last?.amount === undefined ? "NOT_DRAWN" : "DRAWN";
      return ok({ before, after: withOrder(before, order, after), order: after, writes, answer });
    },
    write: ({ after, order, writes, answer }) =>
      ports.commit({
        ...{ actor, at, requestId, table: recordsTable(mode) },
        aggregate: `housing-fund-orders:${citizenId}`,
        action: `housing-fund.order.${answer.toLowerCase().replace("_", "-")}`,
        reason: order.application,
        writes: [putOrders(ports, after), ...writes],
        event: noticeOf(mode, citizenId, order),
      }),
  });
  return drawn.ok ? drawn.value : undefined;
}

type Outcome = { readonly after: StandingOrder; readonly writes: readonly TransactItem[] };

async function outcomeOf(ports: DrawPorts, citizenId: CitizenId, order: StandingOrder): Promise<Outcome> {
  const on = dateAt(ports.now);
  const records = await recordsOf(ports, { citizenId, spouse: order.spouse, reason: order.reason });
  if (!records) return { after: end(order, "NO_ACCOUNT", on), writes: [] };
  const over = endOf(order, records, on);
  if (over) return { after: end(order, over, on), writes: [] };
  const terms = orderTermsOn(records.account.region, on);
  if (!terms) return { after: end(order, "NOT_OFFERED", on), writes: [] };
  const turn = { on, period: periodOf(order, terms) };
  const { draw, writes } = await drawFor(ports, order, turn, records);
  return { after: afterDraw(order, draw, terms), writes };
}

/** The end that an order has come to by itself; a closed account first, for nothing can be drawn from it again. */
function endOf(
  { reason, endsOn, isFundLoan }: StandingOrder,
  { account, book, loans }: FundRecords,
  today: CivilDate,
): OrderEnd | undefined {
  const standing = standingOf(account, drawnOf(book));
  if (!isPaidFrom(reason, standing, today))
    return standing.status === "CLOSED" ? "ACCOUNT_CLOSED" : "ACCOUNT_SEALED";
  if (endsOn && endsOn < today) return reason === "RENT" ? "LEASE_ENDED" : "LOAN_ENDED";
  if (isFundLoan && openLoans(loans).length === 0) return "LOAN_REPAID";
  return undefined;
}

type Turn = Pick<Draw, "on" | "period">;

/** Asks the rule of the item as it is in force now, and pays what it allows. */
async function drawFor(
  ports: DrawPorts,
  order: StandingOrder,
  turn: Turn,
  records: FundRecords,
): Promise<{ readonly draw: Draw; readonly writes: readonly TransactItem[] }> {
  const { reason, application: id, spouse, agreedOn, isOwnNumber, passedOver } = order;
  const [application, form] = await Promise.all([getApplication(ports, id), getForm(ports, id)]);
  if (!application) throw new Error(`the order's application ${id} is gone`);
  const ordered = { period: turn.period, agreedOn };
  const { citizenId } = records.account;
  const wish = { form, spouse, reason, citizenId, application: id, ordered };
  const [item, facts] = await Promise.all([
    itemInForce(ports, application),
    withdrawalFacts(ports, wish, records),
  ]);
  const unmet = unmetChecks({ reason, item, form, facts, isOwnNumber }).find(
    ({ check, isLeftToPerson }) => !(isLeftToPerson && passedOver.includes(check.code)),
  );
  if (unmet) {
    const { check, finding } = unmet;
    const because = check.code === PAYOUT_CHECK.code ? "PAYOUT_ACCOUNT" : "RULE";
    const { code, version } = item;
    return {
      draw: { ...turn, because, check: { item: code, version, code: check.code, finding } },
      writes: [],
    };
  }
  const paid = await payWithdrawal(ports, wish, records);
  if (paid.ok) return { draw: { ...turn, amount: paid.value.amount }, writes: paid.value.writes };
  const nothing = reason === "RENT" ? "NOTHING_LEFT" : "NOTHING_DUE";
  const because = paid.error.path.includes(ACCOUNT_ASKED.name) ? "PAYOUT_ACCOUNT" : nothing;
  return { draw: { ...turn, because }, writes: [] };
}

/** The item as it is published now, or as it was when the order was agreed, where it does something else by now. */
async function itemInForce(ports: DrawPorts, application: Application): Promise<ServiceItem> {
  const [then, now] = await Promise.all([
    readCaseItem(ports, application),
    findServiceItem(application.item.code, {}, ports.database),
  ]);
  return now && now.effect === then.effect ? now : then;
}
