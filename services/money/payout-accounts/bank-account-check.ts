import type { Mode } from "../../kernel/actor.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { CallFailure } from "../../kernel/signed-calls/failures.ts";

/** Whether an account is this person's, or this enterprise's. It leaves the platform, and nothing of it is logged. */
export type BankAccountQuestion = {
  readonly name: string;
  /** A person's identity number, or an enterprise's unified social credit code. */
  readonly idNumber: string;
  readonly accountNumber: string;
  /** When it was first asked. */
  readonly since: Instant;
};

export type BankAccountAnswer =
  /** The account is the person's; `bank` is the bank that has it, as people call it. */
  | { readonly outcome: "MATCH"; readonly reference: string; readonly bank?: string | undefined }
  | { readonly outcome: "NO_MATCH"; readonly reference: string }
  /** Nobody could tell: it can be asked again. The reason is for logs, and nothing may be decided on it. */
  | { readonly outcome: "UNKNOWN"; readonly reason: CallFailure | "NOT_TOLD" | "NOT_CONNECTED" };

/**
 * Asks somebody who knows whether an account is a person's. It may be asked again as often as one likes, and does not
 * throw for what happens there or on the way: what is not known for certain is UNKNOWN.
 */
export type BankAccountCheck = (question: BankAccountQuestion) => Promise<BankAccountAnswer>;

/** Of both modes. */
export type BankAccountChecks = Readonly<Record<Mode, BankAccountCheck>>;

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** The port that tells whether a bank account is a person's. */
    readonly bankAccountChecks: BankAccountChecks;
  }
}
