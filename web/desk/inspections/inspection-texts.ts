import type { RandomInspectionOutcome } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

type Stands = { readonly text: Text; readonly tone: Tone };

export const OUTCOMES: Readonly<Record<RandomInspectionOutcome, Stands>> = {
  NO_PROBLEM: { text: { zh: "未发现问题", en: "Nothing found" }, tone: "good" },
  RECTIFICATION: { text: { zh: "责令改正", en: "To be put right" }, tone: "act" },
  NOT_REACHABLE: { text: { zh: "无法联系", en: "Nobody was there" }, tone: "bad" },
  PUT_RIGHT: { text: { zh: "已改正", en: "Put right" }, tone: "good" },
};

const UNDER_WAY: Readonly<Record<string, Stands>> = {
  DRAWN: { text: { zh: "待检查", en: "To be inspected" }, tone: "wait" },
  REPORTED: { text: { zh: "待另一人确认", en: "To be confirmed by the other" }, tone: "act" },
};

const isOutcome = (state: string): state is RandomInspectionOutcome => Object.hasOwn(OUTCOMES, state);

/** An inspection is under way, or has the outcome that was published last. */
export const stateOf = (state: string): Stands =>
  isOutcome(state)
    ? OUTCOMES[state]
    : (UNDER_WAY[state] ?? { text: { zh: state, en: state }, tone: "plain" });
