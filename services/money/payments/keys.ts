import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";

/** Payments and refunds, and what partners have paid in. */
export const paymentKeys = {
  payment: (payer: CitizenId | PartnerId, at: string, id: string) => key(payer, `payment#${at}#${id}`),
  payments: { skPrefix: "payment#" },
  deposit: (partner: PartnerId, at: string, id: string) => key(partner, `deposit#${at}#${id}`),
  bankReference: (number: string) => key(`bank-reference#${number}`, "deposit"),
  refund: (payment: string, at: string, id: string) => key(payment, `refund#${at}#${id}`),
  refunds: { skPrefix: "refund#" },
  difference: (id: string) => key(id, "difference"),
  unresolved: "differences-unresolved",
  chargeback: (payment: string, id: string) => key(payment, `chargeback#${id}`),
  chargebacks: { skPrefix: "chargeback#" },
  chargedBack: (payment: string) => key(payment, "charged-back"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "records",
    what: "a payment of a payer (a citizen or a partner)",
    key: "{payer}, payment#{time}#{payment}",
  },
  { table: "records", what: "a payer's payments by time", key: "{payer}, payment#…" },
  {
    table: "records",
    what: "what a partner has paid in, by time",
    key: "{partner}, deposit#{time}#{deposit}",
  },
  { table: "records", what: "what a bank's transfer is booked as", key: "bank-reference#{number}, deposit" },
  { table: "records", what: "a refund of a payment", key: "{payment}, refund#{time}#{refund}" },
  { table: "records", what: "a payment's refunds by time", key: "{payment}, refund#…" },
  { table: "records", what: "a difference from a channel", key: "{difference}, difference" },
  {
    table: "records",
    what: "differences that are not resolved, by time",
    key: "differences-unresolved, {time}#{difference}",
    index: "index1",
  },
  { table: "records", what: "a chargeback of a payment", key: "{payment}, chargeback#{chargeback}" },
  { table: "records", what: "all of a payment", key: "{payment}, chargeback#…" },
  { table: "records", what: "how much they come to", key: "{payment}, charged-back" },
] as const satisfies readonly AccessPattern[];
