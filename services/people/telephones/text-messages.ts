import type { Mode } from "../../kernel/actor.ts";
import type { CallFailure } from "../../kernel/signed-calls/failures.ts";

/** A text message. It leaves the platform, and nothing of it is logged. */
export type TextMessage = {
  /** 11 digits, without the country's code. */
  readonly mobile: string;
  readonly text: string;
  /** The message's own: said again it is the same message, and is sent once. */
  readonly id: string;
};

export type TextOutcome =
  /** It is on its way; whether it arrives nobody tells. */
  | { readonly outcome: "ACCEPTED" }
  /** It was not sent. */
  | { readonly outcome: "REFUSED"; readonly reason: "NOT_SENT" | "NOT_CONNECTED" }
  /** It may have been sent, or not. The reason is for logs, and nothing may be decided on it. */
  | { readonly outcome: "UNKNOWN"; readonly reason: CallFailure };

/**
 * Sends a text message. It does not throw for what happens there or on the way: what is not known for certain is
 * UNKNOWN.
 */
export type SendText = (message: TextMessage) => Promise<TextOutcome>;

/** Of both modes. */
export type TextMessages = Readonly<Record<Mode, SendText>>;

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** A sender of text messages to telephones. */
    readonly textMessages: TextMessages;
  }
}
