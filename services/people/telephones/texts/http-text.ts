import { type Fields, isFields } from "../../../kernel/fields.ts";
import type { Peer, Protocol } from "../../../kernel/signed-calls/peer.ts";
import {
  CALL_LIMITS,
  type CallLimits,
  type CallPorts,
  openCall,
} from "../../../kernel/signed-calls/signed-call.ts";
import type { SendText, TextOutcome } from "../text-messages.ts";

/** The protocol of docs/text-messages.md. */
export const TEXT_PROTOCOL: Protocol = {
  name: "text-message",
  peer: "text messages",
  client: "client",
  peerKeys: "senderKeys",
};

const PATH = "/v1/text-messages";

/**
 * Text messages over HTTPS. Only an answer that the sender signed to this very message says that it was taken, or refused;
 * time-outs, faults, refused calls and whatever else comes back leave it UNKNOWN. A message is repeated under its own id.
 */
export function openHttpText(sender: Peer, ports: CallPorts, limits: CallLimits = CALL_LIMITS): SendText {
  const call = openCall(sender, ports, limits);
  return async ({ id: messageId, mobile, text }) => {
    const answered = await call(PATH, JSON.stringify({ messageId, mobile, text }));
    if (!answered.ok) return { outcome: "UNKNOWN", reason: answered.error };
    const outcome = readAnswer(answered.value.body, messageId);
    // The number may be at fault, or the sender; how many there are tells, and the log counts them.
    if (outcome?.outcome === "REFUSED") ports.log("WARN", "text messages: refused", { message: messageId });
    return outcome ?? { outcome: "UNKNOWN", reason: "NOT_AUTHENTIC" };
  };
}

/** Undefined where it is none to this message, or not what the protocol says. */
function readAnswer(body: string, messageId: string): TextOutcome | undefined {
  const { messageId: about, outcome } = fieldsOf(body);
  if (about !== messageId) return undefined;
  if (outcome === "ACCEPTED") return { outcome };
  return outcome === "REFUSED" ? { outcome, reason: "NOT_SENT" } : undefined;
}

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}
