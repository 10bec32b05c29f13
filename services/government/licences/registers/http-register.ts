import { isFields, isObject, readFields } from "../../../kernel/fields.ts";
import { err, ok } from "../../../kernel/result.ts";
import type { Peer, Protocol } from "../../../kernel/signed-calls/peer.ts";
import {
  CALL_LIMITS,
  type CallLimits,
  type CallPorts,
  openCall,
} from "../../../kernel/signed-calls/signed-call.ts";
import type { AskRegister, ChangesQuestion } from "./licence-register.ts";
import type { ChangesPage, LicenceChange } from "./register-change.ts";

/** The protocol of docs/licence-files.md. */
export const REGISTER_PROTOCOL: Protocol = {
  name: "licence-register",
  peer: "licence register",
  client: "client",
  peerKeys: "registerKeys",
};

const PATH = "/v1/licence-changes";

/** A page has some fifty rows of 65,536 bytes, and nobody waits for it but the run. */
const REGISTER_LIMITS: CallLimits = {
  ...CALL_LIMITS,
  ATTEMPT_TIMEOUT_MS: 10_000,
  CALL_TIMEOUT_MS: 25_000,
  ANSWER_BYTES_MAX: 4_194_304,
};

/**
 * A register over HTTPS. Only an answer that the register signed to this very question counts; time-outs, faults, refused calls
 * and whatever else comes back are failures, after which the same is asked for again.
 */
export function openHttpRegister(
  register: Peer,
  ports: CallPorts,
  limits: CallLimits = REGISTER_LIMITS,
): AskRegister {
  const call = openCall(register, ports, limits);
  return async (question) => {
    const { after = null, limit, refused } = question;
    const answered = await call(PATH, JSON.stringify({ after, limit, refused }));
    if (!answered.ok) return answered;
    const page = readPage(answered.value.body, question);
    return page ? ok(page) : err("NOT_AUTHENTIC");
  };
}

const CHANGE_ID = /^[A-Za-z0-9_.:-]{1,64}$/;
const PLACE = /^[\x21-\x7e]{1,256}$/;

/**
 * Undefined for what the protocol does not say: more changes than were asked for, none that lead on, or a place that does not move
 * on behind some, by which the same would be asked for without an end.
 */
function readPage(body: string, { after, limit }: ChangesQuestion): ChangesPage | undefined {
  const { changes, next, more } = readFields(body);
  if (!Array.isArray(changes) || changes.length > limit || typeof more !== "boolean") return undefined;
  if (typeof next !== "string" || !PLACE.test(next)) return undefined;
  const isOnward = changes.length === 0 ? !more : next !== after;
  const read = changes.flatMap((one) => changeOf(one) ?? []);
  const names = new Set(read.map(({ id }) => id));
  return isOnward && names.size === changes.length ? { changes: read, next, more } : undefined;
}

function changeOf(value: unknown): LicenceChange | undefined {
  const { change, row } = isFields(value) ? value : {};
  if (typeof change !== "string" || !CHANGE_ID.test(change)) return undefined;
  return isObject(row) ? { id: change, row } : undefined;
}
