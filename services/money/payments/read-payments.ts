import type { CitizenId } from "../../kernel/ids.ts";
import { listPayments, type PaymentStore } from "./store.ts";

/** What a person has paid or is paying, newest first. What others have paid for them is not theirs to see. */
export const listOwnPayments = (
  store: PaymentStore,
  citizen: CitizenId,
  page: { readonly first: number; readonly after?: string },
): ReturnType<typeof listPayments> => listPayments(store, citizen, page);
