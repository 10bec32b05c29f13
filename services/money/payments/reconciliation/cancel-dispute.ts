import { ZERO } from "../../../kernel/money.ts";
import { chargebackIdOf } from "../chargebacks/chargeback.ts";
import { getChargeback } from "../chargebacks/chargeback-store.ts";
import { listOfLine } from "../differences/book-difference.ts";
import { isMadeUp, type Said, saidBefore } from "../differences/difference.ts";
import type { DifferenceStore } from "../differences/difference-store.ts";

const OTHERS = { CHARGEBACK: "REVERSAL", REVERSAL: "CHARGEBACK" } as const;
type Disputed = keyof typeof OTHERS;

const isDisputed = (type: Said["type"]): type is Disputed => Object.hasOwn(OTHERS, type);

/**
 * The word that is to be booked of a line. A chargeback that the books do not have and its reversal of the same amount cancel each
 * other, in whichever order they are read: the second takes the first out of suspense, where treasurers have not spoken of it,
 * and neither counts when its file is read again. Undefined where nothing is to be booked.
 */
export async function uncancelled(store: DifferenceStore, said: Said): Promise<Said | undefined> {
  const { type, paymentId, channelNumber = "" } = said;
  if (!isDisputed(type)) return said;
  if (await getChargeback(store, chargebackIdOf(paymentId, channelNumber))) return said;
  const once: Said = { ...said, isOnce: true };
  if ((await listOfLine(store, said)).length > 0) return once;
  const others = await listOfLine(store, { ...said, type: OTHERS[type] });
  const [other] = others;
  if (!other || other.foreign || other.amount !== -said.effect) return once;
  if (isMadeUp(others)) return undefined;
  return others.length === 1 && other.status === "OPEN" ? { ...saidBefore(other), effect: ZERO } : once;
}
