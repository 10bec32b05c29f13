import { commitTo } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import {
  openPayments,
  type PaymentReceiverPorts,
  type PayPorts,
  refundPayment,
} from "../../../money/payments/index.ts";
import type { EventReceiver } from "../../../people/notifications/index.ts";
import { newestFirst, paidParts } from "../bill.ts";
import { creditOf } from "../carried.ts";
import { getBill, getTenancy, listBills, putUtilityAccount } from "../store.ts";
import { isSameTenancy, type ReturningCredit, tenancyOf, type UtilityAccount } from "../utility-account.ts";

const REASON = "更正已缴账单，户名已变更，多缴款项原路退回";

/** A credit of a holder who has left is not for a next bill, which is another's: it goes back when the event is delivered. */
export const creditReceiver =
  ({ open, ...environment }: PaymentReceiverPorts): EventReceiver =>
  async (event) => {
    if (event.type !== "former-bill.corrected") return event;
    const database = open();
    const { mode } = event;
    const ports = openPayments(
      { ...environment, database, commit: commitTo(database), requestId: event.id },
      mode,
      { kind: "SYSTEM", mode, name: "credits" },
    );
    const left = await giveBackCredit(ports, event.payload.about);
    if (left === "LATER") return left;
    if (left > 0n)
      environment.log("WARN", "a credit of a former holder is left", { bill: event.payload.about });
    return event.to.length > 0 ? event : undefined;
  };

/** More than a tenancy's corrections come to; what is left comes again. */
const PARTS_AT_ONCE = 20;

/**
 * Gives the credit of a tenancy that has ended back the way its bills were paid, one part of a payment after the other: the
 * tenancy says which is under way, so that however many deliver at once, no fen goes back twice. Answers with what is left, because
 * no payment has it any more; LATER while the channel has not given a part back.
 */
async function giveBackCredit(ports: PayPorts, about: string): Promise<Fen | "LATER"> {
  const bill = await getBill(ports, about);
  for (let i = 0; bill && i < PARTS_AT_ONCE; i += 1) {
    ports.database.forget();
    const tenancy = await getTenancy(ports, bill.account, bill);
    if (tenancy?.until === undefined) return fen(0n);
    const under = tenancy.returning ?? (await nextPart(ports, tenancy));
    if (!under) return creditOf(tenancy);
    if (!tenancy.returning) {
      await write(ports, tenancy, { ...tenancy, returning: under }, "credit-returning");
      continue;
    }
    const refunded = await refundPayment(ports, {
      ...{ payment: under.payment, about: under.bill, amount: under.amount, reason: REASON },
      idempotencyKey: `credit ${tenancy.id} ${tenancyOf(tenancy)} ${under.number}`,
    });
    const status = refunded.ok ? refunded.value.status : "FAILED";
    if (status !== "SUCCEEDED" && status !== "FAILED") return "LATER";
    await endPart(ports, tenancy, under, status === "SUCCEEDED");
  }
  return "LATER";
}

/** The part that goes back next. Of a whole part the last fen stays with its bill, which would be open again without it. */
async function nextPart(ports: PayPorts, tenancy: UtilityAccount): Promise<ReturningCredit | undefined> {
  const credit = creditOf(tenancy);
  if (credit === 0n) return undefined;
  const { revision: number, notReturnable = [] } = tenancy;
  const bills = (await listBills(ports, tenancy.id)).filter((bill) => isSameTenancy(bill, tenancy));
  const parts = bills
    .toSorted(newestFirst)
    .flatMap((bill) => paidParts(bill).map(({ payment, amount }) => ({ bill: bill.id, payment, amount })))
    .filter((part) => part.amount > 1n && !notReturnable.includes(nameOf(part)));
  const [first] = parts;
  if (!first) return undefined;
  return { ...first, number, amount: fen(credit < first.amount ? credit : first.amount - 1n) };
}

const nameOf = ({ bill, payment }: Pick<ReturningCredit, "bill" | "payment">): string => `${bill} ${payment}`;

/** The refund itself has taken its amount from the credit; a part that cannot go back is not asked for again. */
async function endPart(
  ports: PayPorts,
  { id, tenancy }: UtilityAccount,
  part: ReturningCredit,
  hasGone: boolean,
): Promise<void> {
  ports.database.forget();
  const now = await getTenancy(ports, id, { tenancy });
  if (now?.returning?.number !== part.number) return;
  const { returning: _, notReturnable = [], ...rest } = now;
  const after = hasGone
    ? { ...rest, notReturnable }
    : { ...rest, notReturnable: [...notReturnable, nameOf(part)] };
  await write(ports, now, after, hasGone ? "credit-returned" : "credit-not-returned");
}

/** Where somebody else was faster, what they have written is read again. */
async function write(
  ports: PayPorts,
  before: UtilityAccount,
  after: UtilityAccount,
  what: string,
): Promise<void> {
  const { actor, requestId, mode } = ports;
  await ports.commit({
    ...{ actor, requestId, at: ports.now(), aggregate: before.id, table: recordsTable(mode) },
    action: `utilities.account.${what}`,
    writes: [putUtilityAccount(ports, { ...after, revision: before.revision + 1 }, before.revision)],
  });
}
