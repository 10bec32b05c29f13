import { expect } from "vitest";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { addMoney, type Fen, ZERO } from "../../../services/kernel/money.ts";
import { type AccountId, getBalance } from "../../../services/money/ledger/index.ts";
import { getPayout } from "../../../services/money/payouts/index.ts";
import type { Settlement } from "../../../services/money/settlements/settlement.ts";
import { listSettlements } from "../../../services/money/settlements/store.ts";
import type { TestPlatform } from "../../support/platform.ts";

export type Party = { readonly id: PartnerId; readonly kind: "biller" | "operator" };

export const settlementsOf = async (
  platform: TestPlatform,
  { id: partner, kind }: Party,
): Promise<readonly Settlement[]> => {
  const store = { database: platform.database(), mode: "live" } as const;
  const { entries } = await listSettlements(store, { partner, kind }, { first: 100 });
  return entries.map(({ node }) => node);
};

/** The money of a partner, by how far it is: on its accounts, and by what its settlements and payouts say. */
async function standOf(platform: TestPlatform, party: Party) {
  const store = { database: platform.database(), mode: "live" } as const;
  const settlements = await settlementsOf(platform, party);
  let [fees, paid, waiting] = [ZERO, ZERO, ZERO];
  for (const settlement of settlements) {
    const payout = settlement.payout && (await getPayout(store, settlement.payout));
    expect(payout?.amount ?? ZERO).toBe(settlement.paid);
    fees = addMoney(fees, settlement.fee);
    if (payout?.status === "PAID") paid = addMoney(paid, payout.amount);
    if (payout?.status === "OWED" || payout?.status === "ORDERED") waiting = addMoney(waiting, payout.amount);
  }
  expect(new Set(settlements.map(({ day }) => day)).size).toBe(settlements.length);
  const balance = async (account: AccountId) => (await getBalance(store, account))?.balance ?? ZERO;
  const [owed, settled] = await Promise.all([
    balance(`${party.kind}:${party.id}`),
    balance(`settled:${party.id}`),
  ]);
  return { settlements, owed, settled, waiting, paid, fees };
}

/**
 * All that was booked for a partner is owed to it, settled with it, paid to it or its fee; and all that is settled and not
 * paid waits at the bank.
 */
export async function expectWhole(
  platform: TestPlatform,
  party: Party,
  booked: Fen,
): Promise<{ readonly settlements: readonly Settlement[]; readonly owed: Fen }> {
  const { settlements, owed, settled, waiting, paid, fees } = await standOf(platform, party);
  expect(settled, `settled with ${party.kind}`).toBe(waiting);
  // One that was refused or came back is owed again, or was settled anew since.
  expect(addMoney(owed, settled, paid, fees), `credited to ${party.kind}`).toBe(booked);
  return { settlements, owed };
}
