import { readFields } from "../../../kernel/fields.ts";
import { base32 } from "../../../kernel/ids.ts";
import type { Peer, Protocol } from "../../../kernel/signed-calls/peer.ts";
import {
  CALL_LIMITS,
  type CallLimits,
  type CallPorts,
  openCall,
} from "../../../kernel/signed-calls/signed-call.ts";
import { checkText } from "../../../kernel/text.ts";
import type { BankAccountAnswer, BankAccountCheck } from "../bank-account-check.ts";

/** The protocol of docs/bank-account-check.md. */
export const CHECK_PROTOCOL: Protocol = {
  name: "account-check",
  peer: "bank account check",
  client: "client",
  peerKeys: "checkerKeys",
};

const PATH = "/v1/account-checks";
const ID_BYTES = 10;

/**
 * A check over HTTPS. Only an answer that the checker signed to this very question decides anything; time-outs, faults,
 * refused calls and whatever else comes back leave it UNKNOWN.
 */
export function openHttpCheck(
  checker: Peer,
  ports: CallPorts,
  limits: CallLimits = CALL_LIMITS,
): BankAccountCheck {
  const call = openCall(checker, ports, limits);
  return async ({ name, idNumber, accountNumber }) => {
    const checkId = `chk_${base32(ports.runtime.random(ID_BYTES))}`;
    const answered = await call(PATH, JSON.stringify({ checkId, name, idNumber, accountNumber }));
    if (!answered.ok) return { outcome: "UNKNOWN", reason: answered.error };
    return readAnswer(answered.value.body, checkId) ?? { outcome: "UNKNOWN", reason: "NOT_AUTHENTIC" };
  };
}

const REFERENCE = /^[A-Za-z0-9_.:-]{1,64}$/;
const BANK_LENGTH_MAX = 60;

/** Undefined where it is none to this question, or not what the protocol says. */
function readAnswer(body: string, checkId: string): BankAccountAnswer | undefined {
  const { checkId: about, outcome, number: reference, bank } = readFields(body);
  if (about !== checkId) return undefined;
  if (outcome === "UNKNOWN") return { outcome, reason: "NOT_TOLD" };
  if (typeof reference !== "string" || !REFERENCE.test(reference)) return undefined;
  if (outcome === "NO_MATCH") return { outcome, reference };
  if (outcome !== "MATCH") return undefined;
  if (bank === undefined) return { outcome, reference };
  const named = typeof bank === "string" ? checkText(bank, 1, BANK_LENGTH_MAX) : undefined;
  return named?.ok ? { outcome, reference, bank: named.value } : undefined;
}
