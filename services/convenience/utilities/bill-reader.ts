import type { Actor } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { PaymentId } from "../../money/payments/index.ts";
import { type Bill, paidParts } from "./bill.ts";
import type { Part } from "./owed.ts";

/** Somebody who reads a bill: as one of a person's, or without regard to a person, as its biller and its payer do. */
export type BillReader = { readonly actor: Actor; readonly citizen: CitizenId | undefined };

/** A partner that reads a bill only because the person whose bill it is lets it. */
export const readsAsStranger = ({ actor, citizen }: BillReader): boolean =>
  actor.kind === "PARTNER" && citizen !== undefined;

/** The rating of a bill tells how a household lives: its biller sees it, and those who read the bill as a person's. */
export const mayReadRating = ({ biller }: Bill, { actor, citizen }: BillReader): boolean =>
  citizen !== undefined || (actor.kind === "PARTNER" && actor.id === biller);

/** The payment that is paying the bill or has paid it. A payment is its payer's: no stranger reads who pays. */
export const paymentFor = (bill: Bill, reader: BillReader): PaymentId | undefined =>
  readsAsStranger(reader) ? undefined : bill.payment?.id;

/** A part of what was paid of a bill; to a stranger without the payment that has paid it. */
export type ShownPart = Omit<Part, "payment"> & { readonly payment: PaymentId | null };

export const partsFor = (bill: Bill, reader: BillReader): readonly ShownPart[] =>
  paidParts(bill).map((part) => (readsAsStranger(reader) ? { ...part, payment: null } : part));
