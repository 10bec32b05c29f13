import { actorName } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { MessageCode } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { numberAccount } from "./account-number.ts";
import { type AskPorts, type AskRefusal, askBank, type Identity } from "./ask-bank.ts";
import type { BankAccountAnswer } from "./bank-account-check.ts";
import type { Owner } from "./find-owner.ts";
import {
  ACCOUNTS_MAX,
  type Adding,
  addTo,
  cameBy,
  isStanding,
  type PayoutAccount,
  prove,
  provenBy,
  takesPlace,
} from "./payout-account.ts";
import { countPlaces, getPayoutAccount, putPayoutAccount, takePlace } from "./store.ts";

export type AccountWish = { readonly accountNumber: string; readonly identity: Identity };

/** The person at the clerk's window has gone meanwhile. */
type NotAttended = { readonly code: "NOT_ATTENDED"; readonly because: MessageCode };
export type AddRefusal = AskRefusal | NotAttended;

/**
 * Adds a bank account to which a person can be paid, once for a number; the person is told at once. Where nobody can tell
 * whether it is theirs it is kept unproven, and adding it again asks again; one that is somebody else's is not kept.
 */
export async function addPayoutAccount(
  ports: AskPorts,
  { citizenId, origin, attended }: Owner,
  { accountNumber, identity }: AccountWish,
): Promise<Result<PayoutAccount, AddRefusal>> {
  const { actor, now } = ports;
  const numbered = numberAccount(ports, citizenId, accountNumber);
  if (!numbered.ok) return err({ ...numbered.error, path: ["accountNumber"] });
  const adding: Adding = { ...numbered.value, added: { origin, by: actorName(actor), at: now } };
  const known = await getPayoutAccount(ports, citizenId, adding.id);
  if (!(await hasPlaceFor(ports, known, adding))) return err(TOO_MANY);
  const standing = known && isStanding(known) ? known : undefined;
  const asked = await askBank(ports, {
    ...{
      owner: citizenId,
      identity,
      id: adding.id,
      accountNumber,
      since: standing ? cameBy(standing).at : now,
    },
    isProven: standing !== undefined && provenBy(standing) !== undefined,
  });
  return asked.ok ? keep({ ...ports, attended }, adding, asked.value) : asked;
}

const TOO_MANY = {
  code: "TOO_MANY_PAYOUT_ACCOUNTS",
  values: { max: String(ACCOUNTS_MAX) },
  path: ["accountNumber"],
} as const;

const needsPlace = (before: PayoutAccount | undefined, after: PayoutAccount): boolean =>
  takesPlace(after) && !takesPlace(before);

async function hasPlaceFor(
  ports: AskPorts,
  before: PayoutAccount | undefined,
  adding: Adding,
): Promise<boolean> {
  if (!needsPlace(before, addTo(before, adding))) return true;
  if ((await countPlaces(ports, adding.citizenId)) < ACCOUNTS_MAX) return true;
  // It may be this very account, added by another call meanwhile, that took the last place.
  ports.database.forget();
  const now = await getPayoutAccount(ports, adding.citizenId, adding.id);
  return !needsPlace(now, addTo(now, adding));
}

/** Written over what stands now, whatever stood there when the bank was asked. */
async function keep(
  ports: AskPorts & Pick<Owner, "attended">,
  adding: Adding,
  answer: BankAccountAnswer | undefined,
): Promise<Result<PayoutAccount, AddRefusal>> {
  const { actor, now: at, requestId, mode, database, attended } = ports;
  const { commit } = attended ?? ports;
  const { citizenId, id } = adding;
  return decideUntilWritten({
    database,
    about: `the account ${id}`,
    read: () => getPayoutAccount(ports, citizenId, id),
    decide: async (before) => {
      if (!(await hasPlaceFor(ports, before, adding))) return err(TOO_MANY);
      const added = addTo(before, adding);
      const isToProve = answer?.outcome === "MATCH" && !provenBy(added);
      const kept = isToProve ? prove(added, { at, reference: answer.reference }, answer) : added;
      if (kept === before) return unchanged(ok(kept));
      const after = { ...kept, revision: (before?.revision ?? 0) + 1 };
      return ok({ before, after, what: added === before ? ("proven" as const) : ("added" as const) });
    },
    write: async ({ before, after, what }) => {
      const done = await commit({
        ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
        action: `payout-accounts.account.${what}`,
        writes: [
          putPayoutAccount(ports, after, before),
          ...(needsPlace(before, after) ? [takePlace(ports, citizenId)] : []),
        ],
        event: { type: `payout-account.${what}`, mode, to: [citizenId], payload: { about: id } },
      });
      if (done.ok) return done;
      database.forget();
      const ending = await attended?.ending();
      return ending ? err({ code: "NOT_ATTENDED", because: ending.code }) : done;
    },
  });
}
