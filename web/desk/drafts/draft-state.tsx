import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Tag } from "../../shared/ui/tag.tsx";

type State = "same" | "for-you" | "yours";

const STATES: Readonly<Record<State, { readonly text: Text; readonly tone: Tone }>> = {
  same: { text: { zh: "与现行版本相同", en: "As in force" }, tone: "plain" },
  "for-you": { text: { zh: "待您复核", en: "For you to decide on" }, tone: "act" },
  yours: { text: { zh: "待他人复核", en: "For another to decide on" }, tone: "wait" },
};

type DraftStateProps = {
  readonly isChanged: boolean;
  /** The officer can bring it into force. */
  readonly isOffered: boolean;
};

/** Whether a draft waits for a second officer, and whether it is this one. */
export function DraftState({ isChanged, isOffered }: DraftStateProps): ReactNode {
  const { say } = useTexts();
  const { text, tone } = STATES[!isChanged ? "same" : isOffered ? "for-you" : "yours"];
  return <Tag tone={tone}>{say(text)}</Tag>;
}
