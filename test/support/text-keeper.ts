import type { Mode } from "../../services/kernel/actor.ts";
import type {
  SendText,
  TextMessage,
  TextMessages,
  TextOutcome,
} from "../../services/people/telephones/text-messages.ts";

export type SentText = TextMessage & { readonly mode: Mode };

/** A sender of text messages that is not ours. It keeps them, so that a test can read what a person would. */
export function openTextKeeper() {
  const sent: SentText[] = [];
  const outcomes: TextOutcome[] = [];
  const keepIn =
    (mode: Mode): SendText =>
    async (message) => {
      sent.push({ ...message, mode });
      return outcomes.shift() ?? { outcome: "ACCEPTED" };
    };
  const textMessages: TextMessages = { live: keepIn("live"), test: keepIn("test") };
  const to = (mobile: string): readonly SentText[] => sent.filter((text) => text.mobile === mobile);
  return {
    textMessages,
    sent,
    /** The fates of the next texts, one each. */
    answer: (...next: readonly TextOutcome[]): void => void outcomes.push(...next),
    to,
    /** The code in the last text to a number. */
    codeTo: (mobile: string): string => {
      const code = /(?<!\d)\d{6}(?!\d)/.exec(to(mobile).at(-1)?.text ?? "")?.[0];
      if (code === undefined) throw new Error(`no code was sent to ${mobile}`);
      return code;
    },
  };
}
