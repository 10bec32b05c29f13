import { createHash } from "node:crypto";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { base32, type PartnerId } from "../../kernel/ids.ts";

/** The part that a partner plays where it is settled with: a biller of bills, or an operator of transit. */
export const SETTLED_KINDS = ["biller", "operator"] as const;
export type SettledKind = (typeof SETTLED_KINDS)[number];

/** A day's settlement with a partner. */
export type SettlementId = `stl_${string}`;
/** The contract by which a partner is settled with. */
export type ContractId = `stc_${string}`;

/** The transfer by which a payment channel has settled days. */
export type ChannelSettlementId = `chs_${string}`;
/** How far a partner is settled with. */
export type BookId = `stb_${string}`;

const ID_BYTES = 10;

/** Of partner, kind and day, so that a day is settled once. */
export const settlementIdOf = (partner: PartnerId, kind: SettledKind, day: CivilDate): SettlementId =>
  `stl_${tailOf([partner, kind, day])}`;

export const bookIdOf = (partner: PartnerId, kind: SettledKind): BookId => `stb_${tailOf([partner, kind])}`;

const tailOf = (parts: readonly string[]): string =>
  base32(createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, ID_BYTES));
