import type { CitizenId } from "../../kernel/ids.ts";
import type { Payment } from "./payment.ts";
import { listPayments, type PaymentStore } from "./store.ts";

type Page = { readonly first: number; readonly after?: string };
type Listed = {
  readonly entries: readonly { readonly node: Payment; readonly position: string }[];
  readonly more: boolean;
};

/** What a person has paid or is paying, newest first; what others have paid for them is theirs alone. */
export const listOwnPayments = async (store: PaymentStore, citizen: CitizenId, page: Page): Promise<Listed> =>
  listPayments(store, citizen, page);
