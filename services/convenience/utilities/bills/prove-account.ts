import { type GuessPorts, hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { getUtilityAccount, listFormerTenancies } from "../account-store.ts";
import { accountIdOf } from "../bill-place.ts";
import type { Biller } from "../biller.ts";
import { getBiller } from "../biller-store.ts";
import type { UtilityStore } from "../store.ts";
import type { UtilityAccount } from "../utility-account.ts";
import { holderProofsOf } from "./place-row.ts";

export type AccountProof = {
  readonly biller: string;
  readonly accountNumber: string;
  readonly holderName?: string | undefined;
};

export type ProofRefusal =
  /** No such account, or not that holder: which of the two is not told. */
  { readonly code: "ACCOUNT_NOT_FOUND" } | TooManyGuesses;

export type ProofPorts = GuessPorts & { readonly secrets: Secrets };

/** An account that somebody has named as its biller asks for, in the time of the holder whom they named. */
export type ProvenAccount = { readonly biller: Biller; readonly account: UtilityAccount };

/** The account that somebody can name as its biller asks for. Wrong guesses are counted, and then no longer heard. */
export async function proveAccount(
  ports: ProofPorts,
  { biller: billerId, accountNumber, holderName = "" }: AccountProof,
): Promise<Result<ProvenAccount, ProofRefusal>> {
  const { database } = ports;
  const known = isId("ptn", billerId) ? billerId : undefined;
  const id = known && accountIdOf(known, accountNumber);
  const proven = await hearGuess(ports, id, async () => {
    const [biller, account] = await Promise.all([
      known && getBiller(database, known),
      id && getUtilityAccount(ports, id),
    ]);
    const named = biller && account && (await tenancyNamed(ports, biller, account, holderName));
    return named ? { biller, account: named } : undefined;
  });
  if (proven.ok) return proven;
  return err(proven.error.code === "WRONG_GUESS" ? { code: "ACCOUNT_NOT_FOUND" } : proven.error);
}

/**
 * The tenancy of the holder who is named, or without a name, where the biller asks for none, the one that stands. A name
 * that is no holder's finds nothing: a holder who has moved out finds by the name what is still to be paid.
 */
async function tenancyNamed(
  store: UtilityStore & Pick<ProofPorts, "secrets">,
  { lookup }: Biller,
  account: UtilityAccount,
  holderName: string,
): Promise<UtilityAccount | undefined> {
  const isOpen = lookup === "ACCOUNT_NUMBER";
  const proofs = holderProofsOf(store.secrets, account.id, holderName);
  const isNamed = ({ holderProof }: UtilityAccount): boolean => proofs.includes(holderProof);
  if (isNamed(account) || (isOpen && holderName === "")) return account;
  const former = await listFormerTenancies(store, account.id);
  return former.find((each) => !each.reversed && isNamed(each));
}
