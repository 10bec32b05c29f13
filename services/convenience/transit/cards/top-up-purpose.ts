import { type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import {
  type AccountId,
  getAccount,
  getBalance,
  getHold,
  giveBack,
  type Hold,
  type LedgerStore,
  placeHold,
  postHold,
  reserve,
  voidHold,
} from "../../../money/ledger/index.ts";
import type { Payment } from "../../../money/payments/payment.ts";
import type { Payable, PurposeWrites, Settlement } from "../../../money/payments/purpose.ts";
import type { Refund } from "../../../money/payments/refund.ts";
import {
  type Card,
  cardIdOf,
  checkCard,
  checkTopUp,
  getCard,
  getCurrentCard,
  isCardNumber,
  type TopUpProblem,
} from "../index.ts";

/** A refund that the channel has not answered by then has long raised an alarm. */
const REFUND_HOLD_MS = 90 * DAY_MS;

/** Whether so much can be put on a card now, whoever holds it. */
export async function payableTopUp(
  store: LedgerStore,
  number: string,
  amount: Fen,
): Promise<Result<Payable, TopUpProblem>> {
  const id = isCardNumber(number) ? cardIdOf(number) : undefined;
  const card = id && (await getCard(store, id));
  if (!card) return err({ code: "CARD_NOT_FOUND" });
  const { balance = ZERO } = (await getBalance(store, accountOf(card))) ?? {};
  const checked = checkTopUp(card, balance, amount);
  return checked.ok ? ok({ purpose: { kind: "TOP_UP", card: card.id }, amount }) : checked;
}

/**
 * Money for a card's stored value: nobody else wants the same, so there is nothing to keep from others. It goes to the
 * card that has the value by the time the money comes, and back from there.
 */
export function topUps(store: LedgerStore, now: () => Instant): PurposeWrites {
  const cardOf = async ({ purpose, id }: Payment): Promise<Card> => {
    const card = purpose.kind === "TOP_UP" ? await getCurrentCard(store, purpose.card) : undefined;
    if (!card) throw new Error(`payment ${id} tops up no card`);
    return card;
  };
  const credited = async (payment: Payment): Promise<Settlement> => {
    const card = await cardOf(payment);
    return {
      credits: [{ account: accountOf(card), amount: fen(-payment.amount) }],
      writes: [checkCard(store, card)],
    };
  };
  const heldFor = async (payment: Payment, refund: Refund): Promise<Hold> => {
    const hold = await getHold(store, accountOf(await cardOf(payment)), holdId(refund));
    if (!hold) throw new Error(`nothing was set aside for ${refund.id}`);
    return hold;
  };
  return {
    begin: async () => [],
    settle: credited,
    payAtOnce: credited,
    release: async () => [],
    setAside: async (payment, refund) => {
      const card = await cardOf(payment);
      const [account, expiresAt] = [accountOf(card), plusMs(refund.createdAt, REFUND_HOLD_MS)];
      const { amount, id: cause } = refund;
      const found = await getAccount(store, account);
      if (!found) throw new Error(`${account} is not there`);
      const hold = placeHold({ id: holdId(refund), account, amount, expiresAt, cause });
      if (!hold.ok) throw new Error(`nothing can be held on ${account}: ${hold.error.code}`);
      return [...reserve(store, hold.value, found), checkCard(store, card)];
    },
    takeBack: async (payment, refund) => {
      const posted = postHold(await heldFor(payment, refund), refund.amount, now());
      if (!posted.ok) return undefined;
      const { account } = posted.value;
      return { debits: [{ account, amount: refund.amount }], writes: [], hold: posted.value };
    },
    letGo: async (payment, refund) => {
      const freed = voidHold(await heldFor(payment, refund));
      return freed.ok ? giveBack(store, freed.value) : undefined;
    },
  };
}

const holdId = ({ id }: Refund) => `hld_${id.slice(id.indexOf("_") + 1)}` as const;

const accountOf = ({ id }: Card): AccountId => `card:${id}`;
