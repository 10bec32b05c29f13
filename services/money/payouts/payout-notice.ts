import type { Event } from "../../kernel/commit/event.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { formatMoney } from "../../kernel/money.ts";
import { findPartnerName, getPartner, type PartnerName } from "../../people/partners/index.ts";
import { type Payout, partnerOf } from "./payout.ts";
import type { PayoutStore } from "./store.ts";

/** Tells the payee what has become of a payout; of a partner's, the citizen who represents it. */
export async function noticeOf(
  { database, mode }: PayoutStore,
  payout: Payout,
  what: "paid" | "refused" | "returned",
): Promise<Event> {
  const { id: about, payee } = payout;
  const amount = formatMoney(payout.amount);
  const partnerId = partnerOf(payout);
  if (!partnerId)
    return { type: `payout.${what}`, mode, to: [payee as CitizenId], payload: { about, amount } };
  const partner = await getPartner(database, partnerId);
  // A sandbox's figures are of no concern to one who has signed in live.
  const to = partner && partner.representativeMode === mode ? [partner.representative] : [];
  return { type: `settlement.${what}`, mode, to, payload: { about: payout.cause, partnerId, amount } };
}

/** The partner that is paid; undefined where a person is. */
export async function nameOf(database: Database, payout: Payout): Promise<PartnerName | undefined> {
  const partnerId = partnerOf(payout);
  return partnerId && findPartnerName(database, partnerId);
}
