import type { Mode } from "../../kernel/actor.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { numberFor } from "./account-number.ts";
import type { PayoutAccountId } from "./ids.ts";

type Ports = {
  readonly mode: Mode;
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "seal" | "sign">;
  readonly parts: Pick<Parts, "bankAccountChecks">;
};

/** An enterprise's bank account, as its bank has confirmed it. */
export type ProvenAccount = {
  readonly id: PayoutAccountId;
  /** Sealed. */
  readonly number: string;
  readonly maskedNumber: string;
  readonly bank?: string | undefined;
  readonly provenAt: Instant;
  /** The check's own number of its answer. */
  readonly proof: string;
};

export type NotProven = {
  readonly code: "BANK_ACCOUNT_INVALID" | "BANK_ACCOUNT_NOT_THE_ENTERPRISES" | "BANK_DID_NOT_TELL";
};

/**
 * The bank account of a partner's enterprise, by the word of a bank: name and credit code are the register's, so that
 * nobody states whose it is. One that no bank confirms is not paid to.
 */
export async function provePartnerAccount(
  { mode, now, secrets, parts }: Ports,
  partner: { readonly id: PartnerId; readonly name: string; readonly creditCode: string },
  accountNumber: string,
): Promise<Result<ProvenAccount, NotProven>> {
  const numbered = numberFor({ secrets, mode }, partner.id, accountNumber);
  if (!numbered.ok) return numbered;
  const { name, creditCode: idNumber } = partner;
  const answer = await parts.bankAccountChecks[mode]({ name, idNumber, accountNumber, since: now });
  switch (answer.outcome) {
    case "UNKNOWN":
      return err({ code: "BANK_DID_NOT_TELL" });
    case "NO_MATCH":
      return err({ code: "BANK_ACCOUNT_NOT_THE_ENTERPRISES" });
    case "MATCH": {
      const { reference: proof, bank } = answer;
      return ok({ ...numbered.value, ...(bank === undefined ? {} : { bank }), provenAt: now, proof });
    }
  }
}
