import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Tag } from "../../shared/ui/tag.tsx";

type State = "same" | "to-publish" | "yours";

const STATES: Readonly<Record<State, { readonly text: Text; readonly tone: Tone }>> = {
  same: { text: { zh: "与现行版本相同", en: "As in force" }, tone: "plain" },
  "to-publish": { text: { zh: "待您复核发布", en: "For you to publish" }, tone: "act" },
  yours: { text: { zh: "待他人复核发布", en: "For another to publish" }, tone: "wait" },
};

type DraftStateProps = {
  readonly isChanged: boolean;
  /** The officer can publish it. */
  readonly isOffered: boolean;
};

/** Whether a draft waits to be published, and by whom. */
export function DraftState({ isChanged, isOffered }: DraftStateProps): ReactNode {
  const { say } = useTexts();
  const { text, tone } = STATES[!isChanged ? "same" : isOffered ? "to-publish" : "yours"];
  return <Tag tone={tone}>{say(text)}</Tag>;
}
