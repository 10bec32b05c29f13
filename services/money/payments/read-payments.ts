import type { Actor } from "../../kernel/actor.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { PaymentId } from "./ids.ts";
import type { Payment } from "./payment.ts";
import type { Refund } from "./refund.ts";
import { getPayment, listPayments, listRefunds, type PaymentStore } from "./store.ts";

type Page = { readonly first: number; readonly after?: string };
type Listed = {
  readonly entries: readonly { readonly node: Payment; readonly position: string }[];
  readonly more: boolean;
};

/** The payments of a person, also open ones, newest first; those that others have made for them are theirs alone. */
export const listOwnPayments = async (store: PaymentStore, citizen: CitizenId, page: Page): Promise<Listed> =>
  listPayments(store, citizen, page);

/** A payment of the caller's own, as it stands here; nobody else's is there for them. */
export async function findOwnPayment(
  { actor, ...store }: PaymentStore & { readonly actor: Actor },
  id: string,
): Promise<Payment | undefined> {
  if (actor.kind !== "CITIZEN" && actor.kind !== "PARTNER") return undefined;
  const payment = isId("pay", id) ? await getPayment(store, id) : undefined;
  return payment?.payer === actor.id ? payment : undefined;
}

/** The refunds of a payment, whatever has become of them, for one who may see the payment; the earliest first. */
export const listRefundsOf = (store: PaymentStore, payment: PaymentId): Promise<readonly Refund[]> =>
  listRefunds(store, payment);
