import type { Actor } from "../../kernel/actor.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { Payment } from "./payment.ts";
import { getPayment, listPayments, type PaymentStore } from "./store.ts";

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
