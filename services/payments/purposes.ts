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
      const hold = placeHold({ id: holdId(refund), account, amount, expiresAt, cause });
      if (!hold.ok) throw new Error(`nothing can be held on ${account}: ${hold.error.code}`);
      return reserve(ledger, hold.value);
    },
    takeBack: async (payment, refund) => {
      const posted = postHold(await heldFor(payment, refund), refund.amount, now());
      if (!posted.ok) return undefined;
      const { account } = posted.value;
      return { debits: [{ account, amount: refund.amount }], writes: [], hold: posted.value };
    },
    letGo: async (payment, refund) => {
      const freed = voidHold(await heldFor(payment, refund));
      return freed.ok ? giveBack(ledger, freed.value) : undefined;
    },
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
