import type { CitizenId } from "../../kernel/ids.ts";
import type { Payment } from "./payment.ts";
import { listPayments, type PaymentStore } from "./store.ts";

type Page = { readonly first: number; readonly after?: string };
type Listed = {
  readonly entries: readonly { readonly node: Payment; readonly position: string }[];
  readonly more: boolean;
};

/** The payments of a person, also open ones, newest first; those that others have made for them are theirs alone. */
export const listOwnPayments = async (store: PaymentStore, citizen: CitizenId, page: Page): Promise<Listed> =>
  listPayments(store, citizen, page);
