import {
  type AccountId,
  getHold,
  giveBack,
  type Hold,
  type LedgerStore,
  placeHold,
  postHold,
  reserve,
  voidHold,
} from "../ledger/index.ts";
import { fen } from "../platform/money.ts";
import type { Result } from "../platform/result.ts";
import { DAY_MS, type Instant, plusMs } from "../platform/runtime.ts";
import type { Payment } from "./payment.ts";
import type { PurposeWrites, Settlement } from "./purpose.ts";
import type { Refund } from "./refund.ts";

/** A refund that the channel has not answered by then has long raised an alarm. */
const REFUND_HOLD_MS = 90 * DAY_MS;

/** Money for a card's stored value: nobody else wants the same, so there is nothing to keep from others. */
export function topUps(ledger: LedgerStore, now: () => Instant): PurposeWrites {
  const heldFor = async (payment: Payment, refund: Refund): Promise<Hold> => {
    const hold = await getHold(ledger, cardOf(payment), holdId(refund));
    if (!hold) throw new Error(`nothing was set aside for ${refund.id}`);
    return hold;
  };
  return {
    begin: async () => [],
    settle: async (payment) => credited(payment),
    payAtOnce: async (payment) => credited(payment),
    release: async () => [],
    setAside: async (payment, refund) => {
      const [account, expiresAt] = [cardOf(payment), plusMs(refund.createdAt, REFUND_HOLD_MS)];
      const { amount, id: cause } = refund;
      return reserve(ledger, decided(placeHold({ id: holdId(refund), account, amount, expiresAt, cause })));
    },
    takeBack: async (payment, refund) => {
      const hold = decided(postHold(await heldFor(payment, refund), refund.amount, now()));
      return { debits: [{ account: hold.account, amount: refund.amount }], writes: [], hold };
    },
    letGo: async (payment, refund) => giveBack(ledger, decided(voidHold(await heldFor(payment, refund)))),
  };
}

const holdId = ({ id }: Refund) => `hld_${id.slice(id.indexOf("_") + 1)}` as const;

function cardOf({ purpose, id }: Payment): AccountId {
  if (purpose.kind !== "TOP_UP") throw new Error(`payment ${id} tops up nothing`);
  return `card:${purpose.card}`;
}

const credited = (payment: Payment): Settlement => ({
  credits: [{ account: cardOf(payment), amount: fen(-payment.amount) }],
  writes: [],
});

/** What the course of a refund has made sure of. */
function decided<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`a refund's hold: ${result.error.code}`);
  return result.value;
}
