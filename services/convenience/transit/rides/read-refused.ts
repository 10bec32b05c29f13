import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import { type From, fullPage } from "../../../kernel/database/full-page.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { MessageCode } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { TransitStore } from "../card-store.ts";
import type { CardId } from "../ids.ts";
import type { RefusalCode } from "./refused-entry.ts";
import { listRefusedBy, listRefusedOf } from "./refused-entry-store.ts";

/** The refused entries with a card that the reader has at hand, the latest first. */
export const listRefusedEntries = (
  store: TransitStore,
  { id }: { readonly id: CardId },
  page: From<string>,
  now: Instant,
) => fullPage(page, (from) => listRefusedOf(store, id, from, now));

/** Those at an operator's gates on a day, the latest first. */
export const listOperatedRefusals = (
  store: TransitStore,
  of: { readonly operator: PartnerId; readonly on: CivilDate },
  page: From<StoredItem>,
  now: Instant,
) => fullPage(page, (from) => listRefusedBy(store, of, from, now));

/** The text for the holder: why, and what to do. */
export const REFUSAL_TEXTS = {
  CARD_BELOW_MINIMUM: "ENTRY_REFUSED_BELOW_MINIMUM",
  CARD_IN_ARREARS: "ENTRY_REFUSED_CARD_ARREARS",
  HOLDER_IN_ARREARS: "ENTRY_REFUSED_HOLDER_ARREARS",
  FARES_UNCOLLECTED: "ENTRY_REFUSED_UNCOLLECTED",
  CARD_ARREARS_LIMIT: "ENTRY_REFUSED_CARD_ARREARS",
  CARD_BLOCKED: "ENTRY_REFUSED_BLOCKED",
  RIDE_CODE_USED: "ENTRY_REFUSED_CODE_USED",
  REFUSED_FOR_BALANCE: "ENTRY_REFUSED_BALANCE",
  REFUSED_AS_LISTED: "ENTRY_REFUSED_BLOCKED",
  REFUSED_AT_GATE: "ENTRY_REFUSED_AT_GATE",
} as const satisfies Readonly<Record<RefusalCode, MessageCode>>;
