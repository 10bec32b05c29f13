import type { CheckResult, DecisionOutcome } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

type Judged = { readonly text: Text; readonly tone: Tone };

export const DECISIONS: Readonly<Record<DecisionOutcome, Judged>> = {
  APPROVED: { text: { zh: "批准", en: "Granted" }, tone: "good" },
  REJECTED: { text: { zh: "不予批准", en: "Refused" }, tone: "bad" },
  NOT_ACCEPTED: { text: { zh: "不予受理", en: "Not accepted" }, tone: "bad" },
};

export const CHECK_RESULTS: Readonly<Record<CheckResult, Judged>> = {
  PASSED: { text: { zh: "符合", en: "Met" }, tone: "good" },
  FAILED: { text: { zh: "不符合", en: "Not met" }, tone: "bad" },
  UNCLEAR: { text: { zh: "需人工判断", en: "Left to a person" }, tone: "wait" },
  OVER_BUDGET: { text: { zh: "需人工判断", en: "Left to a person" }, tone: "wait" },
};
