import { commitTo } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { RecordedEvent } from "../../../kernel/commit/event.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type Fen, fen, least } from "../../../kernel/money.ts";
import { ok } from "../../../kernel/result.ts";
import {
  openPayments,
  type PaymentReceiverPorts,
  type PayPorts,
  refundPayment,
} from "../../../money/payments/index.ts";
import type { EventReceiver } from "../../../people/notifications/index.ts";
import { getTenancy, putUtilityAccount } from "../account-store.ts";
import { type Bill, newestFirst, paidParts } from "../bill.ts";
import { creditOf } from "../carried.ts";
import type { UtilityAccountId } from "../ids.ts";
import { getBill, listBills } from "../store.ts";
import {
  isSameTenancy,
  type OfTenancy,
  type ReturningCredit,
  tenancyOf,
  type UtilityAccount,
} from "../utility-account.ts";

const REASON = "更正已缴账单，户名已变更，多缴款项原路退回";

/** A credit of a holder who has left is not for a next bill, which is another's: it goes back when the event is delivered. */
export const creditReceiver =
  ({ open, ...environment }: PaymentReceiverPorts): EventReceiver =>
  async (event) => {
    const bill = billOf(event);
    if (!bill) return event;
    const database = open();
    const { mode } = event;
    const ports = openPayments(
      { ...environment, database, commit: commitTo(database), requestId: event.id },
      mode,
      { kind: "SYSTEM", mode, name: "credits" },
    );
    const left = await giveBackCredit(ports, bill);
    if (left === "LATER") return left;
    if (left > 0n) environment.log("WARN", "a credit of a former holder is left", { bill });
    return event.to.length > 0 ? event : undefined;
  };

/** The bill by which a tenancy that has ended may have a credit: it was corrected, or withdrawn with its holder. */
function billOf(event: RecordedEvent): string | undefined {
  if (event.type === "former-bill.corrected") return event.payload.about;
  return event.type === "utility-account.holder-restored" ? event.payload.bill : undefined;
}

/**
 * Gives the credit of a tenancy that has ended back the way its bills were paid, one part of a payment at a delivery: the
 * tenancy says which is under way, so that however many deliver at once, no fen goes back twice. Answers with what is left, because
 * no payment has it any more; LATER while there is more to give back, or the channel has not given a part back.
 */
async function giveBackCredit(ports: PayPorts, about: string): Promise<Fen | "LATER"> {
  const bill = await getBill(ports, about);
  const tenancy = bill && (await reservePart(ports, bill));
  if (tenancy?.until === undefined) return fen(0n);
  const part = tenancy.returning;
  if (!part) return creditOf(tenancy);
  const refunded = await refundPayment(ports, {
    ...{ payment: part.payment, about: part.bill, amount: part.amount, reason: REASON },
    idempotencyKey: `credit ${tenancy.id} ${tenancyOf(tenancy)} ${part.number}`,
  });
  const status = refunded.ok ? refunded.value.status : "FAILED";
  if (status !== "SUCCEEDED" && status !== "FAILED") return "LATER";
  const after = await endPart(ports, tenancy, part, status === "SUCCEEDED");
  return creditOf(after) > 0n ? "LATER" : fen(0n);
}

/** The tenancy with the part that is on its way back; without one where nothing can go back. */
async function reservePart(ports: PayPorts, bill: Bill): Promise<UtilityAccount> {
  const reserved = await decideUntilWritten({
    database: ports.database,
    about: `the credit of ${bill.account}`,
    read: () => tenancyAt(ports, bill.account, bill),
    decide: async (before) => {
      const { until, returning } = before;
      const part = until === undefined || returning ? undefined : await nextPart(ports, before);
      return part ? ok({ before, after: changed(before, { returning: part }) }) : unchanged(ok(before));
    },
    write: ({ before, after }) => write(ports, before, after, "credit-returning"),
  });
  if (!reserved.ok) throw new Error("nobody refuses a credit");
  return reserved.value;
}

/** The part that goes back next. Of a whole part the last fen stays with a bill that stands, which would be open again without it. */
async function nextPart(ports: PayPorts, tenancy: UtilityAccount): Promise<ReturningCredit | undefined> {
  const credit = creditOf(tenancy);
  if (credit === 0n) return undefined;
  const { revision: number, notReturnable = [] } = tenancy;
  const bills = (await listBills(ports, tenancy.id)).filter((bill) => isSameTenancy(bill, tenancy));
  const parts = bills
    .toSorted(newestFirst)
    .flatMap((bill) =>
      paidParts(bill).map(({ payment, amount }) => ({
        ...{ bill: bill.id, payment, number },
        amount: fen(bill.status === "CANCELLED" ? amount : amount - 1n),
      })),
    )
    .filter((part) => part.amount > 0n && !notReturnable.includes(nameOf(part)));
  const [first] = parts;
  return first && { ...first, amount: least(credit, first.amount) };
}

const nameOf = ({ bill, payment }: Pick<ReturningCredit, "bill" | "payment">): string => `${bill} ${payment}`;

/** The refund itself has taken its amount from the credit; a part that cannot go back is not asked for again. */
async function endPart(
  ports: PayPorts,
  { id, tenancy }: UtilityAccount,
  part: ReturningCredit,
  hasGone: boolean,
): Promise<UtilityAccount> {
  const ended = await decideUntilWritten({
    database: ports.database,
    about: `the credit of ${id}`,
    read: () => tenancyAt(ports, id, { tenancy }),
    decide: (before) => {
      if (before.returning?.number !== part.number) return unchanged(ok(before));
      const { notReturnable = [] } = before;
      const more = hasGone ? notReturnable : [...notReturnable, nameOf(part)];
      return ok({ before, after: changed(before, { returning: undefined, notReturnable: more }) });
    },
    write: ({ before, after }) =>
      write(ports, before, after, hasGone ? "credit-returned" : "credit-not-returned"),
  });
  if (!ended.ok) throw new Error("nobody refuses a credit");
  return ended.value;
}

const changed = (
  before: UtilityAccount,
  change: Pick<UtilityAccount, "returning" | "notReturnable">,
): UtilityAccount => ({ ...before, ...change, revision: before.revision + 1 });

async function tenancyAt(ports: PayPorts, id: UtilityAccountId, of: OfTenancy): Promise<UtilityAccount> {
  const tenancy = await getTenancy(ports, id, of);
  if (!tenancy) throw new Error(`the tenancy of ${id} is gone`);
  return tenancy;
}

function write(ports: PayPorts, before: UtilityAccount, after: UtilityAccount, what: string) {
  const { actor, requestId, mode } = ports;
  return ports.commit({
    ...{ actor, requestId, at: ports.now(), aggregate: before.id, table: recordsTable(mode) },
    action: `utilities.account.${what}`,
    writes: [putUtilityAccount(ports, after, before.revision)],
  });
}
