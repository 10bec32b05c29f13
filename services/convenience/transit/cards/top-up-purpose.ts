import type { TransactItem } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, plusMs } from "../../../kernel/runtime.ts";
import {
  type AccountId,
  getAccount,
  getBalance,
  getHold,
  giveBack,
  type Hold,
  holdIdOf,
  type LedgerStore,
  placeHold,
  postHold,
  reserve,
  voidHold,
} from "../../../money/ledger/index.ts";
import type {
  Payable,
  PayablePurpose,
  Payment,
  PurposePorts,
  PurposeWrites,
  Refund,
  Reversal,
  Settlement,
} from "../../../money/payments/index.ts";
import { type Card, cardIdOf, isCardNumber } from "../card.ts";
import { checkCard, getCard, getCurrentCard } from "../card-store.ts";
import { checkRoom, checkTopUp, type TopUpProblem, withoutPending, withPending } from "./top-up-book.ts";
import { getTopUps, putTopUps } from "./top-up-store.ts";

const KIND = "TOP_UP";
/** Money that is collected for rides after they were ridden. It comes to a card as a top-up does. */
const FARES_KIND = "RIDE_FARES";

/** A refund that the channel has not answered by then has long raised an alarm. */
const REFUND_HOLD_MS = 90 * DAY_MS;

/** Whether so much can be put on a card now, no matter who holds it. */
export async function payableTopUp(
  store: LedgerStore,
  number: string,
  amount: Fen,
): Promise<Result<Payable, TopUpProblem>> {
  const id = isCardNumber(number) ? cardIdOf(number) : undefined;
  const card = id && (await getCard(store, id));
  if (!card) return err({ code: "CARD_NOT_FOUND" });
  const checked = checkTopUp(card, await readFilling(store, card), amount);
  if (!checked.ok) return checked;
  return ok({ purpose: { kind: KIND, parts: [{ about: card.id, amount, refunded: ZERO }] }, amount });
}

/** A payment that collects the debt of a card; there is room for it unless too many payments are under way. */
export async function payableFares(
  store: LedgerStore,
  id: Card["id"],
  amount: Fen,
): Promise<Result<Payable, TopUpProblem>> {
  const card = await getCard(store, id);
  if (!card) return err({ code: "CARD_NOT_FOUND" });
  const checked = checkRoom(card, await readFilling(store, card), amount);
  if (!checked.ok) return checked;
  return ok({ purpose: { kind: FARES_KIND, parts: [{ about: card.id, amount, refunded: ZERO }] }, amount });
}

/** The money on a card, and the payments on their way to it. */
async function readFilling(store: LedgerStore, card: Card) {
  const [topUps, account] = await Promise.all([
    getTopUps(store, card.id),
    getBalance(store, accountOf(card)),
  ]);
  return { balance: account?.balance ?? ZERO, topUps };
}

/** The card that a payment tops up, or whose rides it pays; undefined for one that is for something else. */
export const cardToTopUp = ({ purpose }: Pick<Payment, "purpose">): string | undefined =>
  purpose.kind === KIND || purpose.kind === FARES_KIND ? purpose.parts[0]?.about : undefined;

/** True of all money for a card, a top-up or a fare. */
const forCard = {
  writes: topUpWrites,
  // Its value may have been ridden on; the platform bears it, and claims it from the payer.
  bears: () => "cost:chargebacks",
  isSpent: async (ports, { about }, amount) => {
    const card = await cardNow(ports, about);
    const found = card && (await getBalance(ports, accountOf(card)));
    return found !== undefined && found.balance - found.held < amount;
  },
  describe: async () => ({ supply: "STORED_VALUE" }),
} satisfies Omit<PayablePurpose, "kind" | "subject">;

/** Stored value of transit cards, as payments see it. */
export const topUpPurpose: PayablePurpose = {
  ...forCard,
  kind: KIND,
  // It asks the cap as any top-up does: nothing has kept room for it.
  assigned: { by: "ASSIGN_TO_CARD", payable: payableTopUp },
  subject: () => "交通卡充值",
};

/** Fares that are collected after the ride, as payments see them. */
export const faresPurpose: PayablePurpose = { ...forCard, kind: FARES_KIND, subject: () => "乘车费" };

const cardNow = async (store: LedgerStore, about: string | undefined): Promise<Card | undefined> =>
  about !== undefined && isId("crd", about) ? getCurrentCard(store, about) : undefined;

/**
 * Money for a card's stored value. From its beginning on a payment keeps its room under the card's cap from others. It
 * goes to the card that has the value by the time the money comes, and back from there.
 */
function topUpWrites(store: PurposePorts): PurposeWrites {
  const cardOf = async (payment: Payment): Promise<Card> => {
    const card = await cardNow(store, cardToTopUp(payment));
    if (!card) throw new Error(`payment ${payment.id} tops up no card`);
    return card;
  };
  /** Decided on what stands now: undefined where others have taken the room since it was looked for. */
  const keepRoom = async (payment: Payment): Promise<readonly TransactItem[] | undefined> => {
    const { amount, id } = payment;
    const card = await cardOf(payment);
    const found = await readFilling(store, card);
    if (!checkRoom(card, found, amount).ok) return undefined;
    const { topUps } = found;
    const pending = withPending(topUps, { payment: id, amount });
    return [checkCard(store, card), putTopUps(store, card.id, pending, topUps.revision)];
  };
  /** One that had no room kept for it has begun before there was a book of them. */
  const giveRoom = async ({ id }: Payment, card: Card): Promise<readonly TransactItem[]> => {
    const topUps = await getTopUps(store, card.id);
    if (topUps.pending.every(({ payment }) => payment !== id)) return [checkCard(store, card)];
    return [checkCard(store, card), putTopUps(store, card.id, withoutPending(topUps, id), topUps.revision)];
  };
  const creditOf = (card: Card, { amount }: Payment): Settlement["credits"] => [
    { account: accountOf(card), amount: fen(-amount) },
  ];
  const creditCard = async (payment: Payment): Promise<Settlement> => {
    const card = await cardOf(payment);
    return { credits: creditOf(card, payment), writes: await giveRoom(payment, card) };
  };
  const creditAtOnce = async (payment: Payment): Promise<Settlement | undefined> => {
    const card = await cardOf(payment);
    const found = await readFilling(store, card);
    if (!checkRoom(card, found, payment.amount).ok) return undefined;
    const { topUps } = found;
    const counted = withoutPending(topUps, payment.id);
    const writes = [checkCard(store, card), putTopUps(store, card.id, counted, topUps.revision)];
    return { credits: creditOf(card, payment), writes };
  };
  const findRefundHold = async (payment: Payment, refund: Refund): Promise<Hold> => {
    const hold = await getHold(store, accountOf(await cardOf(payment)), holdIdOf(refund.id));
    if (!hold) throw new Error(`nothing was set aside for ${refund.id}`);
    return hold;
  };
  const takeAtOnce = async (payment: Payment, { amount }: Refund): Promise<Reversal | undefined> => {
    const card = await cardOf(payment);
    const spares = await getAccount(store, accountOf(card));
    return spares && { debits: [{ account: spares.id, amount }], writes: [checkCard(store, card)], spares };
  };
  return {
    begin: keepRoom,
    settle: creditCard,
    payAtOnce: creditAtOnce,
    release: async (payment) => giveRoom(payment, await cardOf(payment)),
    setAside: async (payment, refund) => {
      const card = await cardOf(payment);
      const [account, expiresAt] = [accountOf(card), plusMs(refund.createdAt, REFUND_HOLD_MS)];
      const { amount, id: cause } = refund;
      const found = await getAccount(store, account);
      if (!found) throw new Error(`${account} is not there`);
      const hold = placeHold({ id: holdIdOf(refund.id), account, amount, expiresAt, cause });
      if (!hold.ok) throw new Error(`nothing can be held on ${account}: ${hold.error.code}`);
      return [...reserve(store, hold.value, found), checkCard(store, card)];
    },
    takeBack: async (payment, refund) => {
      // It goes back to a prefunded account at once, so nothing was set aside: the card has to have it.
      if (payment.channel === "prefund") return takeAtOnce(payment, refund);
      const posted = postHold(await findRefundHold(payment, refund), refund.amount, store.now());
      if (!posted.ok) return undefined;
      const { account } = posted.value;
      return { debits: [{ account, amount: refund.amount }], writes: [], hold: posted.value };
    },
    letGo: async (payment, refund) => {
      const freed = voidHold(await findRefundHold(payment, refund));
      return freed.ok ? giveBack(store, freed.value) : undefined;
    },
  };
}

const accountOf = ({ id }: Card): AccountId => `card:${id}`;
