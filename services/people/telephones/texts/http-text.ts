import { readFields } from "../../../kernel/fields.ts";
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

/** The words of the log about a text that may have been sent or not; an alarm reads it. */
const UNKNOWN_LINE = "text messages: outcome unknown";

const PATH = "/v1/text-messages";

/**
 * Text messages over HTTPS. Only an answer that the sender signed to this very message says that it was taken, or refused;
 * time-outs, faults, refused calls and whatever else comes back leave it UNKNOWN. A message is repeated under its own id.
 */
export function openHttpText(sender: Peer, ports: CallPorts, limits: CallLimits = CALL_LIMITS): SendText {
  const call = openCall(sender, ports, limits);
  return async ({ id: messageId, mobile, text }) => {
    const answered = await call(PATH, JSON.stringify({ messageId, mobile, text }));
    const outcome: TextOutcome = answered.ok
      ? readAnswer(answered.value.body, messageId)
      : { outcome: "UNKNOWN", reason: answered.error };
    // A caller's own number may be refused; that nobody knows is the sender's matter, and an alarm counts it.
    if (outcome.outcome === "UNKNOWN")
      ports.log("WARN", UNKNOWN_LINE, { id: messageId, reason: outcome.reason });
    return outcome;
  };
}

/** An answer to another message, or one that breaks the protocol, tells nothing. */
function readAnswer(body: string, messageId: string): TextOutcome {
  const { messageId: about, outcome } = readFields(body);
  if (about === messageId && outcome === "ACCEPTED") return { outcome };
  if (about === messageId && outcome === "REFUSED") return { outcome, reason: "NOT_SENT" };
  return { outcome: "UNKNOWN", reason: "NOT_AUTHENTIC" };
}
