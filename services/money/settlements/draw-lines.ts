import { type BookingPlace, type LedgerStore, readBookings } from "../ledger/index.ts";
import { type Contract, owedAccount } from "./contract.ts";
import { type Line, lineOf, type SettledReason } from "./line.ts";
import type { Window } from "./settlement.ts";

type Wanted = {
  readonly of: Pick<Contract, "partner" | "kind" | "fee">;
  readonly window: Window;
  readonly place: BookingPlace;
  readonly limit: number;
};

/** Lines, each with the place behind it; `next` is undefined where nothing is left. */
type DrawnPage = {
  readonly entries: readonly LineEntry[];
  readonly lines: readonly Line[];
  readonly next: BookingPlace | undefined;
};
type LineEntry = { readonly node: Line; readonly position: BookingPlace };

/** A page of a statement, always the same: the ledger is not changed, and its lines are reckoned from it. */
export async function drawLines(
  store: LedgerStore,
  reasons: readonly SettledReason[],
  { of, window, place, limit }: Wanted,
): Promise<DrawnPage> {
  const account = owedAccount(of.partner, of.kind);
  const { transfers, next } = await readBookings(store, { account, ...window, place, limit });
  const rules = { account, fee: of.fee, reasons };
  const entries = transfers.flatMap(({ transfer, place: position }) => {
    const node = lineOf(transfer, rules);
    return node ? [{ node, position }] : [];
  });
  return { entries, lines: entries.map(({ node }) => node), next };
}
