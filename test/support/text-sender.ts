import { TEXT_PROTOCOL } from "../../services/people/telephones/texts/http-text.ts";
import { type PeerFault, type PeerOptions, startSignedPeer } from "./signed-peer.ts";

/** The faults that a sender alone has. */
type OwnFault = "SIGNED_AS_PAYMENT" | "ABOUT_ANOTHER_MESSAGE";

export type SenderFault = PeerFault | OwnFault;

type Message = { readonly messageId: string; readonly mobile: string; readonly text: string };

export type TextSender = Awaited<ReturnType<typeof startTextSender>>;

/**
 * A sender of text messages that we do not own, on a free port of this machine: it speaks the protocol of
 * docs/text-messages.md, keeps what it has sent, and does wrong what it is told to do wrong.
 */
export async function startTextSender(options: PeerOptions = {}) {
  const sent = new Map<string, Message>();
  /** Numbers to which nothing can be sent. */
  const refused = new Set<string>();
  const told: { answer?: Readonly<Record<string, unknown>> } = {};

  const take = async (path: string, body: string, fault: SenderFault) => {
    if (path !== "/v1/text-messages") return { status: 404 };
    const message: Message = JSON.parse(body);
    const { messageId, mobile } = message;
    const outcome = refused.has(mobile) ? "REFUSED" : "ACCEPTED";
    if (outcome === "ACCEPTED") sent.set(messageId, sent.get(messageId) ?? message);
    const about = fault === "ABOUT_ANOTHER_MESSAGE" ? "txt_another" : messageId;
    return {
      answer: { messageId: about, outcome, ...told.answer },
      signed: fault === "SIGNED_AS_PAYMENT" ? { typ: "payment-answer" } : {},
    };
  };
  const tamper = (answer: string): string => answer.replace("REFUSED", "ACCEPTED");
  const server = await startSignedPeer<OwnFault>({ protocol: TEXT_PROTOCOL, take, tamper }, options);

  return {
    ...server,
    /** The messages that went out, each message once. */
    sent: (): readonly Message[] => [...sent.values()],
    refused,
    /** Overlays all further answers. */
    tell: (answer: Readonly<Record<string, unknown>>): void => {
      told.answer = answer;
    },
  };
}
