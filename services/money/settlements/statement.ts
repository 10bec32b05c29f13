import { type From, fullPage } from "../../kernel/database/full-page.ts";
import { formatMoney } from "../../kernel/money.ts";
import { type BookingPlace, FIRST_BOOKING, type LedgerStore } from "../ledger/index.ts";
import { drawLines } from "./draw-lines.ts";
import type { Line, SettledReason } from "./line.ts";
import type { Settlement } from "./settlement.ts";

/** A part of a statement's file: the parts, one behind the other, are the file. */
export type StatementPart = {
  readonly name: string;
  readonly csv: string;
  readonly next: BookingPlace | undefined;
};

const PART_SIZE = 500;
/** By it a spreadsheet knows the letters for what they are. */
const BYTE_ORDER_MARK = "\uFEFF";
const HEAD = ["number", "bookedAt", "kind", "cause", "gross", "fee", "net"];

/** A page of a settlement's lines: full, or up to the last; what the settlement itself has booked is none. */
export const readLines = (
  store: LedgerStore,
  settlement: Settlement,
  reasons: readonly SettledReason[],
  page: From<BookingPlace>,
) =>
  fullPage(
    page,
    ({ first: limit, after: place = FIRST_BOOKING }) => linesOf(store, settlement, reasons, { place, limit }),
    Number.POSITIVE_INFINITY,
  );

/** A page of a settlement's lines. */
const linesOf = (
  store: LedgerStore,
  { partner, kind, terms, from, until }: Settlement,
  reasons: readonly SettledReason[],
  { place, limit }: { readonly place: BookingPlace; readonly limit: number },
) =>
  drawLines(store, reasons, { of: { partner, kind, fee: terms.fee }, window: { from, until }, place, limit });

/**
 * A part of the file: one line a transfer, and behind the last of them what they come to. No cell holds what somebody has
 * typed, so that none runs as a formula. RFC 4180.
 */
export async function writeStatement(
  store: LedgerStore,
  settlement: Settlement,
  reasons: readonly SettledReason[],
  after: BookingPlace | undefined,
): Promise<StatementPart> {
  const place = after ?? FIRST_BOOKING;
  const { lines, next } = await linesOf(store, settlement, reasons, { place, limit: PART_SIZE });
  const rows = [...(after ? [] : [HEAD]), ...lines.map(rowOf), ...(next ? [] : totalsOf(settlement))];
  const text = rows.map((row) => `${row.join(",")}\r\n`).join("");
  const { kind, day } = settlement;
  return { name: `settlement-${kind}-${day}.csv`, csv: `${after ? "" : BYTE_ORDER_MARK}${text}`, next };
}

const rowOf = ({ transfer, at, kind, cause, gross, fee, net }: Line): readonly string[] => [
  ...[transfer, at, kind, cause, formatMoney(gross), formatMoney(fee), formatMoney(net)],
];

/** Carried in, with the net of all lines, is what is paid and carried out. */
function totalsOf(settlement: Settlement): readonly (readonly string[])[] {
  const { id, closedAt, gross, fee, carriedIn, paid, carriedOut, payout = "" } = settlement;
  const net = gross - fee;
  const amounts = (kind: string, amount: typeof gross, cause: string): readonly string[] => [
    ...[id, closedAt, kind, cause, "", "", formatMoney(amount)],
  ];
  return [
    [id, closedAt, "TOTAL", "", formatMoney(gross), formatMoney(fee), formatMoney(net as typeof gross)],
    amounts("CARRIED_IN", carriedIn, ""),
    amounts("PAID", paid, payout),
    amounts("CARRIED_OUT", carriedOut, ""),
  ];
}
