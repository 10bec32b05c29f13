import { createHash } from "node:crypto";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { BankAccountAnswer, BankAccountCheck, BankAccountQuestion } from "../bank-account-check.ts";

/**
 * The answer that the last two digits of an account's number decide (docs/bank-account-check.md); any other is the
 * person's.
 */
const SANDBOX_CHECKS = { NO_MATCH: "91", UNKNOWN: "92", UNKNOWN_AT_FIRST: "93" } as const;

/** So long after the first question the sandbox knows of what it does not know at first. */
const SANDBOX_KNOWS_AFTER_MS = 5_000;

/** By how card numbers begin. */
const BANKS: Readonly<Record<string, string>> = {
  "622202": "中国工商银行",
  "622848": "中国农业银行",
  "621661": "中国银行",
  "621700": "中国建设银行",
};
const PREFIX_DIGITS = 6;
const REFERENCE_LENGTH = 16;

/** Asks nobody, and keeps nothing: every answer follows from the number and the time. */
export const openSandboxCheck =
  ({ now }: { readonly now: () => Instant }): BankAccountCheck =>
  async (question) =>
    answerTo(question, now());

function answerTo({ accountNumber, since }: BankAccountQuestion, now: Instant): BankAccountAnswer {
  const digest = createHash("sha256").update(accountNumber).digest("hex");
  const reference = `sandbox-${digest.slice(0, REFERENCE_LENGTH)}`;
  const unknown = { outcome: "UNKNOWN", reason: "NOT_TOLD" } as const;
  const isEarly = now < plusMs(since, SANDBOX_KNOWS_AFTER_MS);
  const ending = accountNumber.slice(-2);
  if (ending === SANDBOX_CHECKS.NO_MATCH) return { outcome: "NO_MATCH", reference };
  if (ending === SANDBOX_CHECKS.UNKNOWN) return unknown;
  if (ending === SANDBOX_CHECKS.UNKNOWN_AT_FIRST && isEarly) return unknown;
  return { outcome: "MATCH", reference, bank: BANKS[accountNumber.slice(0, PREFIX_DIGITS)] };
}
