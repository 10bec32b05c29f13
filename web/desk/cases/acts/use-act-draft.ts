import { useState } from "react";
import { readFragment } from "../../../shared/generated/fragment-masking.ts";
import { type Trouble, troubleAt } from "../../../shared/graphql/trouble.ts";
import { useChanges } from "../../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../../shared/sign-in/use-kept-draft.ts";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import type { Problem } from "../../../shared/ui/problem.ts";
import { type Act, namesOf, type Values } from "./act.ts";
import { HANDLED } from "./operations.ts";

const TEXTS = {
  missing: { zh: "请填写或选择", en: "Fill this in" },
  whole: { zh: "请填写整数", en: "Give a whole number" },
  nothingMarked: {
    zh: "请在申请表或材料上勾选至少一项需要补正的内容",
    en: "Mark at least one thing in the form or the materials that has to be put right",
  },
} satisfies Record<string, Text>;

/** "changed": the case is not as it was, so that the act cannot be done, or not any more. */
export type ActOutcome =
  | { readonly kind: "changed"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type ActDraft = {
  readonly values: Values;
  /** Undefined takes a value away. */
  readonly write: (changed: Readonly<Record<string, string | undefined>>) => void;
  readonly problems: readonly Problem[];
  readonly outcome: ActOutcome | undefined;
  readonly isSending: boolean;
  /** Answers whether it is done. */
  readonly submit: (act: Act) => Promise<boolean>;
  readonly forget: () => void;
};

/** A number of days has to be one to be sent at all; how many there may be is the platform's to say. */
const WHOLE = /^\d{1,4}$/;

/** The answer to the act of this key when it was sent last. */
type Answered = Pick<ActDraft, "problems" | "outcome"> & { readonly key: string };
const UNANSWERED = { problems: [], outcome: undefined } as const;

/** A draft of an act, from its first word until it is done. */
export function useActDraft(application: string, key: string): ActDraft {
  const { say } = useTexts();
  const { send, isSending } = useChanges();
  const {
    value: values,
    change: keep,
    forget,
  } = useKeptDraft<Values>(`act:${application}:${key}`, () => ({}));
  const [answered, setAnswered] = useState<Answered>({ key, ...UNANSWERED });
  const { problems, outcome } = answered.key === key ? answered : UNANSWERED;

  function write(changed: Readonly<Record<string, string | undefined>>): void {
    const next = Object.entries<string | undefined>({ ...values, ...changed });
    keep(Object.fromEntries(next.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))));
  }

  function missing(act: Act): readonly Problem[] {
    const isCorrection = act.key === "REQUEST_CORRECTION";
    const marks = Object.keys(values);
    if (isCorrection && marks.length === 0) return [{ field: "correction", text: say(TEXTS.nothingMarked) }];
    const empty = (isCorrection ? marks : namesOf(act))
      .filter((name) => (values[name] ?? "").trim() === "")
      .map((name) => ({ field: name, text: say(TEXTS.missing) }));
    const uncounted = act.fields.flatMap((field) => {
      const days = field.kind === "days" ? (values[field.name] ?? "").trim() : "";
      return field.kind === "days" && days !== "" && !WHOLE.test(days)
        ? [{ field: field.name, text: say(TEXTS.whole) }]
        : [];
    });
    return [...empty, ...uncounted];
  }

  const end = (how: Partial<Answered>): void => setAnswered({ key, ...UNANSWERED, ...how });

  async function submit(act: Act): Promise<boolean> {
    if (isSending) return false;
    const found = missing(act);
    setAnswered({ key, ...UNANSWERED, problems: found });
    if (found.length > 0) return false;
    const answer = await act.send(send, values);
    const result = answer.ok ? readFragment(HANDLED, answer.data.result) : undefined;
    if (!result) {
      const trouble = answer.ok ? troubleAt(answer.errors, ["result"]) : answer.trouble;
      end({ outcome: { kind: "trouble", trouble: trouble ?? { kind: "fault", requestId: undefined } } });
      return false;
    }
    if (result.__typename === "Application") {
      forget();
      return true;
    }
    const { message } = result;
    const field =
      result.__typename === "InvalidInput"
        ? namesOf(act).find((name) => result.path.includes(name))
        : undefined;
    if (field) end({ problems: [{ field, text: message }] });
    else end({ outcome: { kind: result.__typename === "InvalidInput" ? "refused" : "changed", message } });
    return false;
  }

  return { values, write, problems, outcome, isSending, submit, forget };
}
