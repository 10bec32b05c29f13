import type { StoredItem } from "../../../services/kernel/database/database.ts";
import type { BookedPayment, Books } from "../../support/books.ts";
import type { RuleName } from "../../support/findings.ts";

/** The same list with the first that fits changed. */
function changeFirst<T>(
  list: readonly T[],
  fits: (one: T) => boolean,
  to: (one: T) => readonly T[],
): readonly T[] {
  const at = list.findIndex(fits);
  if (at < 0) throw new Error("nothing to spoil");
  return list.flatMap((one, i) => (i === at ? to(one) : [one]));
}

const isPaid = ({ status }: BookedPayment): boolean => status === "SUCCEEDED";
const payments = (
  books: Books,
  fits: (one: BookedPayment) => boolean,
  to: (one: BookedPayment) => readonly BookedPayment[],
) => ({
  payments: changeFirst(books.payments, fits, to),
});
const transfers = (
  books: Books,
  of: "pay_" | "rfd_",
  to: (one: Books["transfers"][number]) => Books["transfers"],
) => ({
  transfers: changeFirst(books.transfers, ({ cause }) => cause.startsWith(of), to),
});
const field = (name: string, value: unknown) => (record: StoredItem) => [{ ...record, [name]: value }];

/** The trail of the first payment that succeeded, spoilt. */
function trail(books: Books, to: (entries: readonly StoredItem[]) => readonly StoredItem[]) {
  const id = books.payments.find(isPaid)?.id ?? "";
  return { trails: new Map([...books.trails, [id, to(books.trails.get(id) ?? [])]]) };
}

/** Something that can go wrong, as the books would show it, and whose rule it breaks. */
export const SPOILT: readonly (readonly [string, RuleName, (books: Books) => Partial<Books>])[] = [
  [
    "a fen more on an account",
    "the ledger is sound",
    (books) => ({
      ledger: changeFirst(
        books.ledger,
        ({ balance }) => balance !== undefined,
        (one) => field("balance", Number(one["balance"]) + 1)(one),
      ),
    }),
  ],
  [
    "a transfer that is gone",
    "the ledger is sound",
    (books) => ({
      ledger: changeFirst(
        books.ledger,
        ({ sk }) => String(sk).startsWith("transfer#"),
        () => [],
      ),
    }),
  ],
  [
    "an account below nothing",
    "nobody is overdrawn",
    (books) => ({
      ledger: changeFirst(books.ledger, ({ spendable }) => spendable !== undefined, field("spendable", -1)),
    }),
  ],
  [
    "a payment of which nobody knows",
    "nothing stays open",
    (books) => payments(books, isPaid, (one) => [{ ...one, status: "UNKNOWN" }]),
  ],
  [
    "a refund of which nobody knows",
    "nothing stays open",
    (books) => ({
      refunds: changeFirst(
        books.refunds,
        () => true,
        (one) => [{ ...one, status: "CREATED" }],
      ),
    }),
  ],
  ["a payment twice", "a payment is one record", (books) => payments(books, isPaid, (one) => [one, one])],
  [
    "a payment that was never booked",
    "what was paid is booked once",
    (books) => transfers(books, "pay_", () => []),
  ],
  [
    "a payment booked twice",
    "what was paid is booked once",
    (books) => transfers(books, "pay_", (one) => [one, { ...one, id: "tfr_other" }]),
  ],
  [
    "a payment booked with another amount",
    "what was paid is booked once",
    (books) =>
      transfers(books, "pay_", (one) => [
        { ...one, legs: one.legs.map((leg) => ({ ...leg, amount: leg.amount * 2 })) },
      ]),
  ],
  [
    "a payment that failed and is booked",
    "what was paid is booked once",
    (books) => payments(books, isPaid, (one) => [{ ...one, status: "FAILED" }]),
  ],
  [
    "a payment that the channel has declined",
    "the channel agrees",
    (books) =>
      payments(
        books,
        ({ channel, ...one }) => channel === "sandbox" && isPaid({ channel, ...one }),
        (one) => [{ ...one, amount: 1_91 }],
      ),
  ],
  [
    "a payment that the channel has taken",
    "the channel agrees",
    (books) =>
      payments(
        books,
        ({ channel, ...one }) => channel === "sandbox" && isPaid({ channel, ...one }),
        (one) => [{ ...one, status: "FAILED" }],
      ),
  ],
  [
    "more gone back than was paid",
    "refunds fit their payments",
    (books) => ({
      refunds: changeFirst(
        books.refunds,
        ({ status }) => status === "SUCCEEDED",
        (one) => [one, { ...one, id: "rfd_other" }],
      ),
    }),
  ],
  [
    "a refund of nothing",
    "refunds fit their payments",
    (books) => ({
      refunds: changeFirst(
        books.refunds,
        () => true,
        (one) => [{ ...one, payment: "pay_other" }],
      ),
    }),
  ],
  [
    "a refund that was never booked",
    "refunds fit their payments",
    (books) => transfers(books, "rfd_", () => []),
  ],
  [
    "a bill paid by nobody",
    "a bill is paid by one payment",
    (books) => ({
      bills: changeFirst(
        books.bills,
        ({ status }) => status === "DUE",
        (one) => [{ ...one, status: "PAID" }],
      ),
    }),
  ],
  [
    "a bill that its payment has not paid",
    "a bill is paid by one payment",
    (books) => ({
      bills: changeFirst(
        books.bills,
        ({ status }) => status === "PAID",
        (one) => [{ ...one, status: "DUE" }],
      ),
    }),
  ],
  [
    "a bill kept for nobody",
    "a bill is paid by one payment",
    (books) => ({
      bills: changeFirst(
        books.bills,
        ({ status }) => status === "DUE",
        (one) => [{ ...one, status: "PAYING" }],
      ),
    }),
  ],
  [
    "a bill that names another payment",
    "a bill is paid by one payment",
    (books) => ({
      bills: changeFirst(
        books.bills,
        ({ status }) => status === "PAID",
        (one) => [{ ...one, payment: "pay_other" }],
      ),
    }),
  ],
  [
    "a bill paid twice",
    "a bill is paid by one payment",
    (books) => payments(books, isPaid, (one) => [one, { ...one, id: "pay_other" }]),
  ],
  ["a payment without a trail", "everything is on record", (books) => trail(books, () => [])],
  [
    "a trail without its end",
    "everything is on record",
    (books) => trail(books, (entries) => entries.slice(0, -1)),
  ],
  [
    "a trail without its beginning",
    "everything is on record",
    (books) => trail(books, (entries) => entries.slice(1)),
  ],
  [
    "a trail in which somebody else did it",
    "everything is on record",
    (books) => trail(books, (entries) => entries.map((entry) => ({ ...entry, actor: "somebody else" }))),
  ],
  [
    "a payer who was told nothing",
    "payers are told once",
    (books) => {
      const first = books.notifications.find(({ type }) => type === "payment.succeeded");
      return { notifications: books.notifications.filter((one) => one !== first) };
    },
  ],
  [
    "a payer who was told twice",
    "payers are told once",
    (books) => ({
      notifications: changeFirst(
        books.notifications,
        ({ type }) => type === "payment.succeeded",
        (one) => [one, one],
      ),
    }),
  ],
];
