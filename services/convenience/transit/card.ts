import { createHash } from "node:crypto";
import type { RegionCode } from "../../field/region.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { base32, type CitizenId, type PartnerId } from "../../kernel/ids.ts";
import { type Fen, fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import type { PayoutId } from "../../money/payouts/index.ts";
import type { CardId } from "./ids.ts";
import type { CardKind } from "./network/fare.ts";

/** 19 digits: 31, the region of issue, ten digits, and a check digit by Luhn (ISO/IEC 7812-1). */
export type CardNumber = string & { readonly __id: "card-number" };

export const CARD_STATUSES = ["ACTIVE", "FROZEN", "REPLACED", "CLOSED"] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** The actions of a holder on a card in each state; a card that was lost is frozen first, and can be found again. */
const TRANSITIONS = {
  ACTIVE: { freeze: "FROZEN", replace: "REPLACED", close: "CLOSED" },
  FROZEN: { unfreeze: "ACTIVE", replace: "REPLACED", close: "CLOSED" },
  REPLACED: {},
  CLOSED: {},
} as const satisfies Record<CardStatus, Partial<Record<CardAction, CardStatus>>>;

export type CardAction = "freeze" | "unfreeze" | "replace" | "close";

/** A transit card. Its stored value stands in the ledger, on `card:` and its id. */
export type Card = {
  readonly id: CardId;
  readonly number: CardNumber;
  readonly kind: CardKind;
  readonly region: RegionCode;
  readonly status: CardStatus;
  readonly issuedAt: Instant;
  /** The days for which the operator that handed it out has seen the proof of its kind. */
  readonly proven?: { readonly from: CivilDate; readonly until: CivilDate } | undefined;
  /** The operator that has handed it out; a card on a phone has none. */
  readonly issuer?: PartnerId | undefined;
  /** The person who has bound it. There is one at most, because it is money. */
  readonly holder?: CitizenId | undefined;
  /** The card that has taken over its value. */
  readonly replacedBy?: CardId | undefined;
  /** The payouts from it when it was closed. */
  readonly payouts?: readonly PayoutId[] | undefined;
  /** The times in which gates have to refuse it. Those that ended long ago are forgotten. */
  readonly blocks?: readonly Block[] | undefined;
  readonly revision: number;
  /** Tells the call that issued it from any other. */
  readonly issue: string;
};

/** From freezing, replacing or closing a card on; until it was found again. */
export type Block = { readonly from: Instant; readonly until?: Instant | undefined };

/** A card that can be used, or can be again. */
export const isInUse = ({ status }: Pick<Card, "status">): boolean =>
  status === "ACTIVE" || status === "FROZEN";

/** A card as its holder's. */
export type HeldCard = Card & { readonly citizenId: CitizenId };

export const heldCardOf = (card: Card, citizenId: CitizenId): HeldCard => ({ ...card, citizenId });

/** How far below nothing a ride may take a card: more than any one ride costs, so that each can end. */
export const ARREARS_MAX = fen(50_00n);

const PREFIX = "31";
const SERIAL_DIGITS = 10;
const NUMBER = /^31\d{17}$/;
const ID_BYTES = 10;

/** The number that a text leads to; texts are many and numbers few, so two can meet in one. */
export function numberFor(region: RegionCode, text: string): CardNumber {
  const digest = createHash("sha256").update(text).digest().readBigUInt64BE();
  const serial = (digest % 10n ** BigInt(SERIAL_DIGITS)).toString().padStart(SERIAL_DIGITS, "0");
  const digits = `${PREFIX}${region}${serial}`;
  return `${digits}${checkDigit(digits)}` as CardNumber;
}

export const isCardNumber = (text: string): text is CardNumber =>
  NUMBER.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);

/** Luhn: from the right every other digit is doubled, and its digits are summed with the others. */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Follows from the number, so that a card is read by it at once. */
export const cardIdOf = (number: CardNumber): CardId =>
  `crd_${base32(createHash("sha256").update(`card\n${number}`).digest().subarray(0, ID_BYTES))}`;

export type CardProblem = {
  readonly code: "CARD_NOT_ALLOWED_NOW";
  readonly status: CardStatus;
  readonly actions: readonly string[];
};

/** The card after an action, or which ones its state allows. */
export function act(card: Card, action: CardAction, now: Instant): Result<Card, CardProblem> {
  const next: Partial<Record<CardAction, CardStatus>> = TRANSITIONS[card.status];
  const status = next[action];
  if (!status) return err({ code: "CARD_NOT_ALLOWED_NOW", status: card.status, actions: actionsOf(card) });
  const blocks = status === "ACTIVE" ? unblock(card, now) : block(card, now);
  return ok({ ...card, status, blocks, revision: card.revision + 1 });
}

const isOpen = ({ until }: Block): boolean => until === undefined;

/** A block goes on where a card that is frozen is replaced or closed. */
function block({ blocks = [] }: Card, now: Instant): readonly Block[] {
  const kept = blocks.filter(({ until }) => !until || plusMs(until, BLOCKS_KEPT_MS) > now);
  return kept.some(isOpen) ? kept : [...kept, { from: now }];
}

const unblock = ({ blocks = [] }: Card, now: Instant): readonly Block[] =>
  blocks.map((each) => (isOpen(each) ? { ...each, until: now } : each));

/** Longer than taps may be late. */
const BLOCKS_KEPT_MS = 3 * DAY_MS;

/** A gate carries a list of the cards that it has to refuse; with one that is older it lets nobody in. */
export const STATUS_LIST_LIFETIME_MS = 6 * HOUR_MS;

/**
 * The stated time from which on every gate has a list with the card on it. Until then its taps are the holder's; from
 * then on they belong to the operator whose gate has let it in, until the card was found again. Undefined for a card
 * that gates let in.
 */
export const refusedFrom = ({ blocks = [] }: Pick<Card, "blocks">): Instant | undefined => {
  const open = blocks.find(isOpen);
  return open && listedFrom(open);
};

/** The stated time after which a tap was made that is not the holder's; undefined for a tap that is. */
export const notHoldersFrom = ({ blocks = [] }: Pick<Card, "blocks">, at: Instant): Instant | undefined =>
  blocks
    .map((each) => (isWithin(each, at) ? listedFrom(each) : undefined))
    .find((from) => from !== undefined);

const listedFrom = ({ from }: Block): Instant => plusMs(from, STATUS_LIST_LIFETIME_MS);

const isWithin = (each: Block, at: Instant): boolean =>
  at >= listedFrom(each) && (each.until === undefined || at < each.until);

export const actionsOf = ({ status }: Card): readonly string[] => Object.keys(TRANSITIONS[status]);

/** The actions of a guardian on a minor's card; the rest is for whoever rides with it. */
const GUARDIANS: readonly string[] = ["freeze", "unfreeze"] satisfies readonly CardAction[];

/**
 * The actions that a reader has on a card now. One that was closed and has got money since is closed again for it: a fare
 * that came to less later, or a top-up that took its time.
 */
export function actionsFor(card: HeldCard, reader: Actor, balance: Fen): readonly string[] {
  const actions = card.status === "CLOSED" && balance > 0n ? CLOSED_WITH_MONEY : actionsOf(card);
  const isWards = reader.kind === "CITIZEN" && reader.id !== card.citizenId;
  return isWards ? actions.filter((action) => GUARDIANS.includes(action)) : actions;
}

const CLOSED_WITH_MONEY: readonly string[] = ["close"] satisfies readonly CardAction[];

/** Bound by the same person again it stays as it is. */
export const bindTo = (card: Card, holder: CitizenId): Card =>
  card.holder === holder ? card : { ...card, holder, revision: card.revision + 1 };
