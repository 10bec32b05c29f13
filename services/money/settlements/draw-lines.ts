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

/** A page of a statement, always the same: the ledger is not changed, and its lines are reckoned from it. */
export async function drawLines(
  store: LedgerStore,
  reasons: readonly SettledReason[],
  { of, window, place, limit }: Wanted,
): Promise<{ readonly lines: readonly Line[]; readonly next: BookingPlace | undefined }> {
  const account = owedAccount(of.partner, of.kind);
  const { transfers, next } = await readBookings(store, { account, ...window, place, limit });
  const rules = { account, fee: of.fee, reasons };
  return { lines: transfers.flatMap((transfer) => lineOf(transfer, rules) ?? []), next };
}
