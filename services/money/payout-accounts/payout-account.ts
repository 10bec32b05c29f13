import type { CitizenId } from "../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import type { PayoutAccountId } from "./ids.ts";

/** How an account came: stated by a fund centre's file, or added by the person's own sign-in or by somebody for them. */
export const ORIGINS = ["FUND_CENTRE", "OWN", "GUARDIAN", "CLERK", "PARTNER", "AGENT"] as const;
export type Origin = (typeof ORIGINS)[number];

export type Added = {
  readonly origin: Exclude<Origin, "FUND_CENTRE">;
  /** As the audit trail names them. */
  readonly by: string;
  readonly at: Instant;
};

/** The bank's word that the account is the person's. */
export type Proof = {
  readonly at: Instant;
  /** The check's own number of its answer. */
  readonly reference: string;
};

/** A bank account to which a person can be paid. One record for each person and number, for ever. */
export type PayoutAccount = {
  readonly id: PayoutAccountId;
  /** Its owner. */
  readonly citizenId: CitizenId;
  /** Sealed, because nobody but who pays to it has to know it. */
  readonly number: string;
  /** As `maskBankAccount` writes it. */
  readonly maskedNumber: string;
  readonly bank?: string | undefined;
  /** When a fund centre's file first stated it as the person's own; that proves it, too. */
  readonly statedAt?: Instant | undefined;
  readonly added?: Added | undefined;
  readonly proof?: Proof | undefined;
  readonly removedAt?: Instant | undefined;
  readonly revision: number;
};

/** So many accounts a person has at most that they, or others for them, have added. */
export const ACCOUNTS_MAX = 10;

/** So long somebody can object to a new account before a rule pays to it. */
const REST_MS = DAY_MS;

/**
 * The origins that are the person's own word: a minor's guardian acts for them by law and looks after what is theirs (民法典,
 * arts. 23, 34, 35), where an agent is somebody else whom they have let act.
 */
const OWN_SIDE: readonly Origin[] = ["OWN", "GUARDIAN"];

const isOwnWord = ({ origin }: Pick<Added, "origin">): boolean => OWN_SIDE.includes(origin);

export const isStanding = ({ removedAt }: PayoutAccount): boolean => removedAt === undefined;

/** The first word that it is the person's, as far as is known: their own or the fund centre's. */
export function cameBy({ statedAt, added }: PayoutAccount): Pick<Added, "at"> & { readonly origin: Origin } {
  const own = added && isOwnWord(added) ? added : undefined;
  const stated = statedAt === undefined ? undefined : ({ origin: "FUND_CENTRE", at: statedAt } as const);
  const first = own && stated ? (own.at < stated.at ? own : stated) : (own ?? stated ?? added);
  if (!first) throw new Error("an account was neither stated nor added");
  return first;
}

/** Since when it is known to be the person's, and by whom; undefined where nobody has proven it. */
export function provenBy({
  statedAt,
  proof,
}: PayoutAccount): { readonly at: Instant; readonly by: "FUND_CENTRE" | "BANK_ACCOUNT_CHECK" } | undefined {
  if (statedAt !== undefined && !(proof && proof.at < statedAt)) return { at: statedAt, by: "FUND_CENTRE" };
  return proof && { at: proof.at, by: "BANK_ACCOUNT_CHECK" };
}

/** Whether a person can be paid to it at all. */
export const isPayable = (account: PayoutAccount): boolean =>
  isStanding(account) && provenBy(account) !== undefined;

export const CAUTIONS = ["REMOVED", "NOT_PROVEN", "ADDED_BY_ANOTHER", "ADDED_LATELY"] as const;
export type Caution = (typeof CAUTIONS)[number];

/** Why no rule pays to it, so that a person decides; undefined where a rule may. */
export function cautionOf(account: PayoutAccount, now: Instant): Caution | undefined {
  if (!isStanding(account)) return "REMOVED";
  if (!provenBy(account)) return "NOT_PROVEN";
  const { origin, at } = cameBy(account);
  if (origin !== "FUND_CENTRE" && !OWN_SIDE.includes(origin)) return "ADDED_BY_ANOTHER";
  return now < plusMs(at, REST_MS) ? "ADDED_LATELY" : undefined;
}

/** An account as somebody adds it. */
export type Adding = Pick<PayoutAccount, "id" | "citizenId" | "number" | "maskedNumber"> & {
  readonly added: Added;
};

/**
 * The account after it was added, still without a new proof. One that stands stays as it is, but that the person's own
 * word takes the place of somebody else's; one that was removed begins anew, and nothing of before counts for it.
 */
export function addTo(before: PayoutAccount | undefined, adding: Adding): PayoutAccount {
  if (!before) return { ...adding, revision: 1 };
  if (!isStanding(before)) return { ...adding, revision: before.revision + 1 };
  const isTakenOver = isOwnWord(adding.added) && !(before.added && isOwnWord(before.added));
  return isTakenOver ? { ...before, added: adding.added, revision: before.revision + 1 } : before;
}

export const prove = (
  account: PayoutAccount,
  proof: Proof,
  { bank }: Pick<PayoutAccount, "bank">,
): PayoutAccount => ({ ...account, proof, ...(bank === undefined ? {} : { bank }) });

/** Its record stays, because payouts of before point to it. */
export const removeFrom = (account: PayoutAccount, now: Instant): PayoutAccount => ({
  ...account,
  removedAt: now,
  revision: account.revision + 1,
});

/** Whether it takes one of the places that a person has. */
export const takesPlace = (account: PayoutAccount | undefined): boolean =>
  account?.added !== undefined && isStanding(account);
