import type { StoredItem } from "../../services/kernel/database/database.ts";
import { verifyLedger } from "../../services/money/ledger/index.ts";
import { brokenLink } from "./audit-trail.ts";
import type { BookedPayment, BookedRefund, Books } from "./books.ts";

/** The faults that a rule of the field finds in the books, each in a line; none in sound ones. */
type Rule = (books: Books) => readonly string[] | Promise<readonly string[]>;

const OPEN = ["CREATED", "PENDING", "UNKNOWN"];
const PAID = ["SUCCEEDED", "REFUNDING", "PARTLY_REFUNDED", "REFUNDED"];
/** Last digits of the amounts whose payments and refunds the sandbox declines, at once or later. */
const DECLINED = [91, 93];

const isOpen = ({ status }: { readonly status: string }): boolean => OPEN.includes(status);
const isPaid = ({ status }: BookedPayment): boolean => PAID.includes(status);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
const when = (isWrong: boolean, finding: string): readonly string[] => (isWrong ? [finding] : []);

/** No fen is lost, doubled or made up. */
const ledgerIsSound: Rule = async ({ ledger }) => {
  const { differences, broken, imbalance } = await verifyLedger(each(ledger));
  return [
    ...differences.map(({ partition, what }) => `${partition}: ${what} differs from the transfers`),
    ...broken.map(({ id, what }) => `${id}: ${what}`),
    ...when(imbalance !== 0n, `the trial balance is off by ${imbalance}`),
  ];
};

async function* each(records: readonly StoredItem[]): AsyncIterable<StoredItem> {
  yield* records;
}

const nobodyIsOverdrawn: Rule = ({ ledger }) =>
  ledger.flatMap(({ pk, sk, spendable }) =>
    when(sk === "account" && Number(spendable ?? 0) < 0, `${String(pk)} is overdrawn: ${String(spendable)}`),
  );

const nothingIsOpen: Rule = ({ payments, refunds }) =>
  [...payments, ...refunds].filter(isOpen).map(({ id, status }) => `${id} is still ${status}`);

const paymentsAreOne: Rule = ({ payments }) =>
  [...Map.groupBy(payments, ({ id }) => id)].flatMap(([id, same]) =>
    when(same.length > 1, `${id} has ${same.length} records`),
  );

/** The money that has come stands in the ledger once, under those to whom it is owed. */
const paymentsAreBooked: Rule = ({ payments, transfers }) => {
  const byCause = Map.groupBy(transfers, ({ cause }) => cause);
  return payments.flatMap((payment) => {
    const { id, amount, parts } = payment;
    const booked = byCause.get(id) ?? [];
    const expected = isPaid(payment) ? 1 : 0;
    const owed = new Map<string, number>([[sourceOf(payment), amount]]);
    for (const { about, payee, amount: part } of parts) {
      const account = payee === undefined ? `card:${about}` : `biller:${payee}`;
      owed.set(account, (owed.get(account) ?? 0) - part);
    }
    const isRight = booked.every(
      ({ legs }) => legs.length === owed.size && legs.every((leg) => owed.get(leg.account) === leg.amount),
    );
    return [
      ...when(booked.length !== expected, `${id} is ${payment.status} and has ${booked.length} transfers`),
      ...when(!isRight, `${id}: its transfer is not what was paid`),
      ...when(sum(parts.map((part) => part.amount)) !== amount, `${id}: its parts are not its amount`),
    ];
  });
};

const sourceOf = ({ channel, payer }: BookedPayment): string =>
  channel === "prefund" ? `prefund:${payer}` : `channel:${channel}`;

/** The sandbox's word follows from the amount, so what became of the money there is known without asking. */
const channelAgrees: Rule = ({ payments, refunds }) => {
  const channels = new Map(payments.map(({ id, channel }) => [id, channel]));
  const moved = [
    ...payments.map((payment) => ({ ...payment, hasMoved: isPaid(payment) })),
    ...refunds.map((refund) => ({
      ...refund,
      channel: channels.get(refund.payment),
      hasMoved: refund.status === "SUCCEEDED",
    })),
  ];
  return moved.flatMap((movement) => {
    const { id, channel, amount, status, hasMoved } = movement;
    const hasMovedThere = channel !== "sandbox" || !DECLINED.includes(amount % 100);
    return when(!isOpen(movement) && hasMoved !== hasMovedThere, `${id} of ${amount} fen is ${status}`);
  });
};

const refundsFit: Rule = ({ payments, refunds, transfers }) => {
  const known = new Set(payments.map(({ id }) => id));
  const back = Map.groupBy(refunds, ({ payment }) => payment);
  const booked = Map.groupBy(transfers, ({ cause }) => cause);
  const kept = (of: readonly BookedRefund[]): number =>
    sum(of.filter(({ status }) => status !== "FAILED").map(({ amount }) => amount));
  return [
    ...refunds.flatMap(({ id, payment, status, amount }) => {
      const [transfer, ...others] = booked.get(id) ?? [];
      const moved = sum((transfer?.legs ?? []).map((leg) => Math.max(leg.amount, 0)));
      const expected = status === "SUCCEEDED" ? amount : 0;
      return [
        ...when(!known.has(payment), `${id} gives back what is no payment`),
        ...when(
          moved !== expected || others.length > 0,
          `${id} is ${status} and moved ${moved} of ${amount}`,
        ),
      ];
    }),
    ...payments.flatMap((payment) => {
      const { id, amount, refunded, returned, status, parts } = payment;
      const of = back.get(id) ?? [];
      const settled = returned === 0 ? "SUCCEEDED" : returned < amount ? "PARTLY_REFUNDED" : "REFUNDED";
      const called = refunded > returned ? "REFUNDING" : settled;
      const arrived = sum(of.filter((one) => one.status === "SUCCEEDED").map((one) => one.amount));
      const [only, ...more] = parts;
      return [
        ...when(kept(of) > amount, `${id}: more has gone back than was paid`),
        ...when(kept(of) !== refunded, `${id}: ${refunded} refunded, its refunds say ${kept(of)}`),
        ...when(arrived !== returned, `${id}: ${returned} returned, its refunds say ${arrived}`),
        ...when(
          isPaid(payment) && status !== called,
          `${id} is ${status} with ${refunded} of ${amount} back`,
        ),
        ...parts.flatMap((part) => {
          const own = of.filter(
            ({ about }) => (about ?? (more.length === 0 ? only?.about : "")) === part.about,
          );
          return when(
            kept(own) !== part.refunded || part.refunded > part.amount,
            `${id}: ${part.refunded} of ${part.about} refunded, its refunds say ${kept(own)}`,
          );
        }),
      ];
    }),
  ];
};

/** A bill is paid if and only if one payment of it stands, and nobody has paid it twice. */
const billsAreAsPaid: Rule = ({ bills, payments }) =>
  bills.flatMap(({ id, status, payment: by }) => {
    const parts = payments.flatMap((payment) =>
      payment.parts.filter(({ about }) => about === id).map((part) => ({ ...part, payment })),
    );
    const standing = parts.filter(({ payment, refunded, amount }) => isPaid(payment) && refunded < amount);
    const keeping = parts.filter(({ payment }) => isOpen(payment));
    const [holder] = status === "PAID" ? standing : keeping;
    const isTaken = status === "PAID" || status === "PAYING";
    return [
      ...when(standing.length > 1, `${id} is paid ${standing.length} times`),
      ...when((status === "PAID") !== standing.length > 0, `${id} is ${status}, paid by ${standing.length}`),
      ...when((status === "PAYING") !== keeping.length > 0, `${id} is ${status}, kept by ${keeping.length}`),
      ...when(by !== (isTaken ? holder?.payment.id : undefined), `${id} is ${status} and names ${by}`),
    ];
  });

/** Every act is on record, with its doer and its time, and nobody has changed the record. */
const everythingIsOnRecord: Rule = ({ payments, refunds, bills, trails }) => [
  ...[...trails].flatMap(([aggregate, trail]) => {
    const broken = brokenLink(aggregate, trail);
    return broken ? [`${aggregate}: ${broken}`] : [];
  }),
  ...bills.flatMap(({ id }) => when(!trails.has(id), `${id} has no audit trail`)),
  ...payments.flatMap((payment) =>
    lastDecision(trails, payment.id, "payment", isPaid(payment) ? "succeeded" : payment.status.toLowerCase()),
  ),
  ...refunds.flatMap(({ id, status }) => lastDecision(trails, id, "refund", status.toLowerCase())),
];

function lastDecision(trails: Books["trails"], id: string, noun: string, status: string): readonly string[] {
  const actions = (trails.get(id) ?? []).map(({ action }) => String(action));
  const last = actions.filter((action) => !action.endsWith(".answer-refused")).at(-1);
  const expected = `payments.${noun}.${status}`;
  return when(last !== expected, `${id} is ${status}, but its audit trail ends with ${last}`);
}

/** Of every payment of a citizen that has ended, and of every refund that came, its payer is told once. */
const payersAreTold: Rule = ({ payments, refunds, notifications }) => {
  const told = Map.groupBy(notifications, ({ citizenId, type, payload }) =>
    [citizenId, type, typeof payload === "object" && payload && "about" in payload && payload.about].join(
      " ",
    ),
  );
  return payments
    .filter((payment) => payment.payer.startsWith("ctz_") && !isOpen(payment))
    .flatMap((payment) => {
      const { id, payer } = payment;
      const times = (type: string): number => told.get(`${payer} ${type} ${id}`)?.length ?? 0;
      const back = refunds.filter((refund) => refund.payment === id && refund.status === "SUCCEEDED");
      const ended = isPaid(payment) ? "payment.succeeded" : "payment.failed";
      const other = isPaid(payment) ? "payment.failed" : "payment.succeeded";
      return [
        ...when(times(ended) !== 1, `${payer} is told ${times(ended)} times that ${id} is ${payment.status}`),
        ...when(times(other) !== 0, `${payer} is told by ${other} of ${id}, which is ${payment.status}`),
        ...when(times("payment.refunded") !== back.length, `${payer} is not told of each refund of ${id}`),
      ];
    });
};

/** The rules, by what they promise. */
export const RULES = {
  "the ledger is sound": ledgerIsSound,
  "nobody is overdrawn": nobodyIsOverdrawn,
  "nothing stays open": nothingIsOpen,
  "a payment is one record": paymentsAreOne,
  "what was paid is booked once": paymentsAreBooked,
  "the channel agrees": channelAgrees,
  "refunds fit their payments": refundsFit,
  "a bill is paid by one payment": billsAreAsPaid,
  "everything is on record": everythingIsOnRecord,
  "payers are told once": payersAreTold,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** The findings of all rules, by rule; empty for sound books. */
export async function findingsIn(books: Books): Promise<Partial<Record<RuleName, readonly string[]>>> {
  const found: Partial<Record<RuleName, readonly string[]>> = {};
  for (const name of Object.keys(RULES) as RuleName[]) {
    const findings = await RULES[name](books);
    if (findings.length > 0) found[name] = findings;
  }
  return found;
}
