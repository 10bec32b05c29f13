import type { Actor } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import type { PayoutView } from "./payout.ts";
import { getPayout, type PayoutStore } from "./store.ts";

/** A payout to the caller themselves; to anybody else it does not exist. */
export async function findOwnPayout(
  { database, actor }: Pick<PayoutStore, "database"> & { readonly actor: Actor },
  id: string,
): Promise<PayoutView | undefined> {
  const { mode } = actor;
  if (actor.kind !== "CITIZEN" || !isId("pyo", id)) return undefined;
  const payout = await getPayout({ database, mode }, id);
  return payout?.payee === actor.id ? { ...payout, mode } : undefined;
}
