import { isId, type PartnerId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen } from "../../kernel/money.ts";

/** The side on which an account grows: debit for what others owe the platform, credit for what it owes. */
export type Side = "DEBIT" | "CREDIT";

/**
 * The chart of accounts. `shared` accounts are those that everybody pays into: they are kept on shards, take any
 * transfer, and may stand on either side; the others belong to one holder and refuse an overdraft.
 */
export const ACCOUNT_KINDS = {
  /** Money that a payment channel has collected and not yet settled. */
  channel: { side: "DEBIT", shared: true },
  /** The platform's own bank account. */
  bank: { side: "DEBIT", shared: true },
  /** Owed to a biller. */
  biller: { side: "CREDIT", shared: true },
  /** Owed to a transit operator. */
  operator: { side: "CREDIT", shared: true },
  /** Closed for a biller or an operator in a day's settlement, until the bank has paid it to them. */
  settled: { side: "CREDIT", shared: true },
  /** The platform's own: fees that billers and operators have borne for their settlement. */
  fee: { side: "CREDIT", shared: true },
  /** The platform's own: what payment channels have kept of what they settled. */
  cost: { side: "DEBIT", shared: true },
  /** Owed to people, until the bank has paid it to them. */
  payout: { side: "CREDIT", shared: true },
  /** The debt of a housing-fund centre for withdrawals that the platform has granted. */
  fund: { side: "DEBIT", shared: true },
  /** Paid in by a partner in advance, to pay bills from. */
  prefund: { side: "CREDIT", shared: false },
  /** Given back by a biller to a holder of its account, for the bills that come next. */
  credit: { side: "CREDIT", shared: false },
  /** Money that a channel has or lacks against what the platform knew of, until it is resolved; one for each channel. */
  suspense: { side: "CREDIT", shared: true },
  /** Gained and lost where nobody could be found for it. */
  writeoff: { side: "CREDIT", shared: true },
  /** The value stored on a transit card. */
  card: { side: "CREDIT", shared: false },
} as const satisfies Record<string, { readonly side: Side; readonly shared: boolean }>;

export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** For example "biller:ptn_…" or "channel:sandbox". */
export type AccountId = `${AccountKind}:${string}`;

/** An account of one holder. All amounts are on its normal side. */
export type Account = {
  readonly id: AccountId;
  /**
   * The amount that may still go out: balance − held + allowance. Kept, so that one condition of the database guards
   * it.
   */
  readonly spendable: Fen;
  /** Reserved by open holds. */
  readonly held: Fen;
  /** How far below nothing the balance may go, for arrears; 0 for most. */
  readonly allowance: Fen;
};

/** In fen, on the account's normal side. */
export type Balance = { readonly balance: Fen; readonly held: Fen };

export const balanceOf = ({ spendable, held, allowance }: Account): Balance => ({
  balance: addMoney(spendable, held, fen(-allowance)),
  held,
});

const kindIn = (text: string): AccountKind | undefined =>
  Object.keys(ACCOUNT_KINDS).find((each): each is AccountKind => text.startsWith(`${each}:`));

/** Whether a text from outside can be the name of an account. */
export const isAccountId = (text: string): text is AccountId =>
  kindIn(text) !== undefined && /^[a-z]+:[A-Za-z0-9_-]{1,64}$/.test(text);

export const kindOf = (id: AccountId): AccountKind => {
  const kind = kindIn(id);
  if (!kind) throw new Error("no kind of account");
  return kind;
};

/** The accounts that a partner can have: what it paid in, what is owed to it, and what of that is on its way to it. */
export const accountsOfPartner = (partner: PartnerId): readonly AccountId[] => [
  `prefund:${partner}`,
  `biller:${partner}`,
  `operator:${partner}`,
  `settled:${partner}`,
];

/** An account of a partner's, by its name; undefined for a text that names none. */
export function partnersAccount(
  text: string,
): { readonly account: AccountId; readonly partner: PartnerId; readonly isShared: boolean } | undefined {
  if (!isAccountId(text)) return undefined;
  const partner = holderOf(text);
  if (!partner || !accountsOfPartner(partner).includes(text)) return undefined;
  return { account: text, partner, isShared: isShared(text) };
}

/** The partner that an account belongs to, if it is a partner's. */
export function holderOf(id: AccountId): PartnerId | undefined {
  const [, holder = ""] = id.split(":");
  return isId("ptn", holder) ? holder : undefined;
}

/** The account that a partition belongs to: "biller:ptn_x#07" is a shard of "biller:ptn_x". */
export function accountOf(partition: string): AccountId {
  const [name = "", shard] = partition.split("#");
  const account = name as AccountId;
  if ((shard !== undefined) !== isShared(account)) throw new Error("a partition that no account has");
  return account;
}

export const isShared = (id: AccountId): boolean => ACCOUNT_KINDS[kindOf(id)].shared;
const sideOf = (id: AccountId): Side => ACCOUNT_KINDS[kindOf(id)].side;

/** A signed amount (debits positive) as the account itself sees it: growing is positive. */
export const onNormalSide = (id: AccountId, signed: Fen): Fen =>
  sideOf(id) === "DEBIT" ? signed : fen(-signed);
