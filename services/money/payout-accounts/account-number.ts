import { isBankAccountNumber, maskBankAccount } from "../../field/bank-account.ts";
import type { Mode } from "../../kernel/actor.ts";
import { base32, type CitizenId, type PartnerId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { PayoutAccount } from "./payout-account.ts";

export type NumberedAccount = Pick<PayoutAccount, "id" | "citizenId" | "number" | "maskedNumber">;

/** The readers for whom numbers of accounts are sealed: those who pay to them. */
const READER = "payouts";

type NumberPorts = { readonly secrets: Pick<Secrets, "seal" | "sign">; readonly mode: Mode };
type BadNumber = { readonly code: "BANK_ACCOUNT_INVALID" };

/** A person's account with a number. */
export function numberAccount(
  ports: NumberPorts,
  citizenId: CitizenId,
  accountNumber: string,
): Result<NumberedAccount, BadNumber> {
  const numbered = numberFor(ports, citizenId, accountNumber);
  return numbered.ok ? ok({ ...numbered.value, citizenId }) : numbered;
}

/**
 * The account of an owner with a number: its id follows from both, so that a number is one account of theirs however often
 * it is stated, and tells nobody of the number.
 */
export function numberFor(
  { secrets, mode }: NumberPorts,
  owner: CitizenId | PartnerId,
  accountNumber: string,
): Result<Omit<NumberedAccount, "citizenId">, BadNumber> {
  if (!isBankAccountNumber(accountNumber)) return err({ code: "BANK_ACCOUNT_INVALID" });
  const tail = secrets.sign(`payout-account\n${mode}\n${owner}\n${accountNumber}`);
  return ok({
    id: `pac_${base32(Buffer.from(tail, "base64url"))}`,
    number: secrets.seal(READER, accountNumber),
    maskedNumber: maskBankAccount(accountNumber),
  });
}

/** The number itself, for the check and for those who pay to it. */
export function openNumber(sealed: string, { unseal }: Pick<Secrets, "unseal">): string {
  const hidden = unseal(sealed);
  if (hidden?.reader !== READER) throw new Error("an account's number cannot be opened");
  return hidden.id;
}
