import type { PaymentChannel } from "../../shared/generated/graphql.ts";
import { keep, keptNames, readKept } from "../../shared/sign-in/kept.ts";

/** A payment as it was begun: exactly the same, sent again, is the same payment. */
export type Order<Wish> = {
  readonly key: string;
  readonly channel: PaymentChannel;
  readonly returnPath?: string;
  /** The matter that it pays for. */
  readonly wish: Wish;
};

/** The order that this tab keeps for a purpose. */
export function orderOf<Wish>(person: string, purpose: string): Order<Wish> | undefined {
  const text = readKept(person, purpose);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Undefined forgets it: it is known how the payment has ended, so the next one is another. */
export const keepOrder = <Wish>(person: string, purpose: string, order: Order<Wish> | undefined): void =>
  keep(person, purpose, order && JSON.stringify(order));

const BILLS = "pay:";

/** As many as one payment takes. */
export const BILLS_MAX = 15;

/** Names the payments of these bills together. */
export const purposeOfBills = (bills: readonly string[]): string => `${BILLS}${[...bills].sort().join(",")}`;

/** Each payment of bills that was begun in this tab and whose end is not known, as the bills that it pays. */
export const billsBegun = (person: string): readonly (readonly string[])[] =>
  keptNames(person)
    .filter((name) => name.startsWith(BILLS))
    .map((name) => name.slice(BILLS.length).split(","));

/** Names the top-ups of a card. */
export const purposeOfTopUp = (card: string): string => `top-up:${card}`;
