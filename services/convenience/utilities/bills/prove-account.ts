import { type GuessPorts, hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { accountIdOf } from "../bill.ts";
import type { Biller } from "../biller.ts";
import { getBiller } from "../biller-store.ts";
import { getUtilityAccount } from "../store.ts";
import type { UtilityAccount } from "../utility-account.ts";
import { holderProofOf } from "./issue-bill.ts";

export type AccountProof = {
  readonly biller: string;
  readonly accountNumber: string;
  readonly holderName?: string | undefined;
};

export type ProofRefusal =
  /** No such account, or not that holder: which of the two is not told. */
  { readonly code: "ACCOUNT_NOT_FOUND" } | TooManyGuesses;

export type ProofPorts = GuessPorts & { readonly secrets: Secrets };

/** An account that somebody has named as its biller asks for. */
export type ProvenAccount = { readonly biller: Biller; readonly account: UtilityAccount };

/** The account that somebody can name as its biller asks for. Wrong guesses are counted, and then no longer heard. */
export async function proveAccount(
  ports: ProofPorts,
  { biller: billerId, accountNumber, holderName = "" }: AccountProof,
): Promise<Result<ProvenAccount, ProofRefusal>> {
  const { database, secrets } = ports;
  const known = isId("ptn", billerId) ? billerId : undefined;
  const id = known && accountIdOf(known, accountNumber);
  const proven = await hearGuess(ports, id, async () => {
    const [biller, account] = await Promise.all([
      known && getBiller(database, known),
      id && getUtilityAccount(ports, id),
    ]);
    const isRight = biller && account && isProven(secrets, biller, account, holderName);
    return isRight ? { biller, account } : undefined;
  });
  if (proven.ok) return proven;
  return err(proven.error.code === "WRONG_GUESS" ? { code: "ACCOUNT_NOT_FOUND" } : proven.error);
}

const isProven = (
  secrets: Secrets,
  { lookup }: Biller,
  account: UtilityAccount,
  holderName: string,
): boolean =>
  lookup === "ACCOUNT_NUMBER" || holderProofOf(secrets, account.id, holderName) === account.holderProof;
