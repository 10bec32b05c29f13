import { type CreditCode, isCreditCode } from "../../../field/credit-code.ts";
import type { Mode, Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import type { Values } from "../../../kernel/message.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkReason, mayEdit, type OutsideJurisdiction, type Violation } from "../../catalogue/index.ts";
import { type IssuerIn, type IssuerKeys, type KeptKey, withKey } from "./issuer-key.ts";
import { getIssuerKeys, putIssuerKeys } from "./issuer-key-store.ts";

export type KeyWrites = {
  readonly database: Database;
  readonly commit: Commit;
  readonly requestId: string;
};

export type ByOfficer = { readonly actor: Officer; readonly now: Instant };

/** A key of an issuer in a mode, as callers name it. */
export type KeyPlace = { readonly mode: Mode; readonly issuer: string; readonly keyId: string };

export type NotFound = { readonly code: "NOT_FOUND" };

/** The history of an issuer's keys in a mode. */
export const keyHistory = ({ mode, issuer }: IssuerIn): string => `issuer-keys:${mode}:${issuer}`;

type Refusal = { readonly code: string; readonly values?: Values };

/** An act of an officer on one key. */
type Act<E extends Refusal> = {
  readonly action: string;
  readonly reason: string;
  /** The time that it is about, as its history tells it: "until 2026-…". */
  readonly when?: string;
  /** Pure but for what it has to ask of others, as whether the key signs; the same key where nothing is to change. */
  readonly decide: (key: KeptKey) => Result<KeptKey, E> | Promise<Result<KeptKey, E>>;
  /** Besides the issuer's keys. */
  readonly writes?: (key: KeptKey) => readonly TransactItem[];
};

/**
 * Changes one key of an issuer, with a reason, over exactly what was decided on. Errors: NOT_FOUND; OUTSIDE_JURISDICTION; a
 * reason that is none; those of the act.
 */
export async function changeIssuerKey<E extends Refusal>(
  { database, commit, requestId }: KeyWrites,
  { mode, issuer, keyId }: KeyPlace,
  { actor, now }: ByOfficer,
  { action, reason, when, decide, writes }: Act<E>,
): Promise<Result<KeptKey, NotFound | OutsideJurisdiction | Violation | E>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isCreditCode(issuer)) return err({ code: "NOT_FOUND" });
  const place = { mode, issuer };
  return decideUntilWritten({
    database,
    about: `the keys of ${issuer}`,
    read: () => getIssuerKeys(database, place),
    decide: async (before) => {
      const key = before?.keys.find((each) => each.keyId === keyId);
      if (!before || !key) return err({ code: "NOT_FOUND" } as const);
      if (!mayEdit(before, actor.jurisdiction)) return err({ code: "OUTSIDE_JURISDICTION" } as const);
      const decided = await decide(key);
      if (!decided.ok) return decided;
      if (decided.value === key) return unchanged(decided);
      return ok({ before, after: withKey(before, decided.value), answer: decided.value });
    },
    write: ({ before, after, answer }) =>
      commit({
        ...{
          actor,
          action,
          reason: `${when ? `${keyId} ${when}` : keyId}: ${why.value}`,
          requestId,
          at: now,
        },
        ...{ aggregate: keyHistory(place), table: "registry" },
        writes: [putIssuerKeys(database, after, before), ...(writes?.(answer) ?? [])],
      }),
  });
}

/** The keys of an issuer as an officer who answers for them reads them; undefined for others, as if there were none. */
export async function findEditedKeys(
  database: Pick<Database, "get">,
  { mode, issuer }: { readonly mode: Mode; readonly issuer: CreditCode },
  officer: Officer,
): Promise<IssuerKeys | undefined> {
  const keys = await getIssuerKeys(database, { mode, issuer });
  return keys && mayEdit(keys, officer.jurisdiction) ? keys : undefined;
}
