import type { Actor } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import { LIST_END } from "../../kernel/database/due-list.ts";
import { type From, fullPage } from "../../kernel/database/full-page.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { findPartnerName, getPartner, mayActFor, type PartnerName } from "../../people/partners/index.ts";
import { getPayout, type Payout } from "../payouts/index.ts";
import { getBook, listBooks } from "./book-store.ts";
import { type Contract, contractOn } from "./contract.ts";
import { type BookId, bookIdOf, type SettledKind } from "./ids.ts";
import {
  getSettlement,
  listContracts,
  listProposed,
  listSettlements,
  type SettlementStore,
} from "./store.ts";
import type { BookView, SettlementView } from "./views.ts";

type Reader = {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Instant;
};

/** A settlement with the partner that asks, or for which the caller may act; to anybody else it does not exist. */
export async function findOwnSettlement(reader: Reader, id: string): Promise<SettlementView | undefined> {
  const { database, actor } = reader;
  const { mode } = actor;
  const found = await getSettlement({ database, mode }, id);
  return found && (await isTheirs(reader, found.partner)) ? { ...found, mode } : undefined;
}

async function isTheirs({ actor, database, now }: Reader, id: PartnerId): Promise<boolean> {
  if (actor.kind === "PARTNER") return actor.id === id;
  if (actor.kind !== "CITIZEN") return false;
  const partner = await getPartner(database, id);
  return partner !== undefined && mayActFor(partner, actor, { database, now });
}

/** How far a partner is settled with. */
export async function findBook(
  store: SettlementStore,
  partner: PartnerId,
  kind: SettledKind,
): Promise<BookView | undefined> {
  const book = await getBook(store, bookIdOf(partner, kind));
  return book && { ...book, mode: store.mode };
}

/** All partners that are settled with, the longest due first. */
export async function listSettledPartners(
  store: SettlementStore,
  { first, after }: { readonly first: number; readonly after?: string },
) {
  const listed = await listBooks(store, { after: after ?? "", by: LIST_END, limit: first });
  const found = await Promise.all(
    listed.map(async ({ id, place }: { readonly id: BookId; readonly place: string }) => {
      const book = await getBook(store, id);
      return book ? [{ node: { ...book, mode: store.mode }, position: place }] : [];
    }),
  );
  return found.flat();
}

/** The contracts that wait for another treasurer, the longest first. */
export async function listWaitingContracts(store: SettlementStore, page: From<string>) {
  return await fullPage(page, (from) => listProposed(store, from));
}

/** The contract by which a partner is settled with today. */
export async function contractNow(
  store: SettlementStore,
  { partner, kind }: Pick<BookView, "partner" | "kind">,
  now: Instant,
): Promise<Contract | undefined> {
  return contractOn(await listContracts(store, partner, kind), dateAt(now));
}

/** The payout that a settlement has come to. */
export const payoutOf = async (
  { database }: Pick<SettlementStore, "database">,
  { payout, mode }: SettlementView,
): Promise<Payout | undefined> => payout && getPayout({ database, mode }, payout);

const STATUSES = {
  OWED: "TO_PAY",
  ORDERED: "AT_BANK",
  PAID: "PAID",
  REFUSED: "REFUSED",
  RETURNED: "REFUSED",
  CANCELLED: "REFUSED",
} as const satisfies Record<Payout["status"], string>;

/** How far the money is. */
export const statusOf = (payout: Payout | undefined): (typeof STATUSES)[Payout["status"]] | "CARRIED" =>
  payout ? STATUSES[payout.status] : "CARRIED";

/** All contracts that were proposed for a partner, the latest first day first. */
export async function readContracts(
  store: SettlementStore,
  partner: PartnerId,
  kind: SettledKind,
): Promise<readonly Contract[]> {
  const found = await listContracts(store, partner, kind);
  return found.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
}

/** A partner's settlements, the latest day first. */
export async function readSettlements(
  store: SettlementStore,
  of: { readonly partner: PartnerId; readonly kind: SettledKind },
  page: { readonly first: number; readonly after?: string },
) {
  const { entries, more } = await listSettlements(store, of, page);
  const { mode } = store;
  return { entries: entries.map(({ node, position }) => ({ node: { ...node, mode }, position })), more };
}

/** The partner of a book, as anybody in touch with it may know it. */
export const nameOf = (
  { database }: Pick<SettlementStore, "database">,
  { partner }: Pick<BookView, "partner">,
): Promise<PartnerName | undefined> => findPartnerName(database, partner);
