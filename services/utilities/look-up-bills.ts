import type { Citizen, Partner } from "../platform/actor.ts";
import type { Commit } from "../platform/commit.ts";
import { isId } from "../platform/ids.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import type { Secrets } from "../platform/secrets.ts";
import { recordsTable } from "../platform/tables.ts";
import { accountIdOf, type Bill } from "./bill.ts";
import type { Biller } from "./biller.ts";
import { getBiller } from "./biller-store.ts";
import { closedUntil, countGuess, GUESSES_MAX } from "./guesses.ts";
import { getGuesses, getUtilityAccount, listBills, putGuesses, type UtilityStore } from "./store.ts";
import { holderProofOf } from "./submit-bills.ts";
import type { UtilityAccount } from "./utility-account.ts";

export type AccountProof = {
  readonly biller: string;
  readonly accountNumber: string;
  readonly holderName?: string | undefined;
};

export type ProofRefusal =
  /** No such account, or not that holder: which of the two is not told. */
  { readonly code: "ACCOUNT_NOT_FOUND" } | { readonly code: "TOO_MANY_GUESSES"; readonly until: Instant };

export type ProofPorts = UtilityStore & {
  readonly commit: Commit;
  readonly secrets: Secrets;
  readonly actor: Citizen | Partner;
  readonly now: Instant;
  readonly requestId: string;
};

type Proven = { readonly biller: Biller; readonly account: UtilityAccount };

/** The account that somebody can name as its biller asks for. Wrong guesses are counted, and then no longer heard. */
export async function proveAccount(
  ports: ProofPorts,
  { biller: billerId, accountNumber, holderName = "" }: AccountProof,
): Promise<Result<Proven, ProofRefusal>> {
  const { database, actor, now, secrets } = ports;
  const known = isId("ptn", billerId) ? billerId : undefined;
  const id = known && accountIdOf(known, accountNumber);
  const [guesses, biller, account] = await Promise.all([
    getGuesses(ports, actor.id),
    known && getBiller(database, known),
    id && getUtilityAccount(ports, id),
  ]);
  const until = closedUntil(guesses, GUESSES_MAX[actor.kind], now);
  if (until) return err({ code: "TOO_MANY_GUESSES", until });
  if (biller && account && isProven(secrets, biller, account, holderName)) return ok({ biller, account });
  // One that was counted by another request at the same time counts once: the limit is no exact science.
  await ports.commit({
    actor,
    action: "utilities.account.guessed",
    aggregate: `guesses#${actor.id}`,
    table: recordsTable(ports.mode),
    at: now,
    requestId: ports.requestId,
    writes: [putGuesses(ports, actor.id, countGuess(guesses, now), guesses)],
  });
  return err({ code: "ACCOUNT_NOT_FOUND" });
}

const isProven = (
  secrets: Secrets,
  { lookup }: Biller,
  account: UtilityAccount,
  holderName: string,
): boolean =>
  lookup === "ACCOUNT_NUMBER" || holderProofOf(secrets, account.id, holderName) === account.holderProof;

export type LookedUp = Proven & { readonly bills: readonly Bill[] };

/** An account's bills for whoever wants to pay them: nothing in them says whose they are but the masked holder. */
export async function lookUpBills(
  ports: ProofPorts,
  proof: AccountProof,
): Promise<Result<LookedUp, ProofRefusal>> {
  const proven = await proveAccount(ports, proof);
  if (!proven.ok) return proven;
  const bills = await listBills(ports, proven.value.account.id);
  return ok({ ...proven.value, bills: bills.filter(({ status }) => status === "DUE") });
}
