import { useState } from "react";
import { instantOf } from "../../shared/format/dates.ts";
import { valueAt } from "../../shared/forms/answers.ts";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { type AnyEnd, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { differencesBetween } from "./differences.ts";
import { NOT_JSON, type TypedJson } from "./json-box.tsx";
import { controlFinder, controlsOf } from "./spec-controls.ts";
import type { Spec } from "./specs.ts";
import { controlId, readObject, textAt, type Values, withValue } from "./values.ts";

/** A rule that a draft breaks, in the platform's words, and where in it. */
export type DraftViolation = { readonly message: string; readonly path: readonly string[] };

/** The same with the id of the control at that place, if there is one. */
export type PlacedViolation = DraftViolation & { readonly field: string | undefined };

export type DraftEditing = {
  readonly values: Values;
  readonly change: (path: readonly string[], value: unknown) => void;
  readonly json: TypedJson;
  /** At their controls: of what is typed, and of the draft as it was saved where that still stands. */
  readonly problems: readonly Problem[];
  /** Those for which it was not saved. */
  readonly refused: readonly Problem[];
  /** All that keeps the draft out of force, as it was saved last. */
  readonly violations: readonly PlacedViolation[];
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly outcome: AnyEnd | undefined;
  /** Something is typed in that is not saved. */
  readonly isTyped: boolean;
  readonly discard: () => void;
};

const TEXTS = {
  count: { zh: "请填写整数", en: "Write a whole number" },
  day: { zh: "请选择日期", en: "Choose a day" },
  moment: { zh: "请选择日期和时间", en: "Choose the day and the time" },
  region: { zh: "请填写 6 位行政区划代码", en: "Write the region's code, of six digits" },
  money: { zh: "请填写金额，例如 12.00", en: "Write an amount, for example 12.00" },
  json: { zh: "不是 JSON 对象", en: "This is no JSON object" },
} satisfies Record<string, Text>;

/** A number has to be one to be sent at all. Everything else is the platform's to say. */
const WELL_FORMED: Readonly<Record<keyof typeof TEXTS, (text: string) => boolean>> = {
  count: (text) => /^\d{1,6}$/.test(text.trim()),
  day: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  moment: (text) => instantOf(text) !== undefined,
  region: (text) => /^\d{6}$/.test(text.trim()),
  money: (text) => /^\d{1,9}(\.\d{1,2})?$/.test(text.trim()),
  json: (text) => readObject(text) !== undefined,
};

const isFormed = (kind: Spec["kind"]): kind is keyof typeof TEXTS => Object.hasOwn(TEXTS, kind);

/** JSON as it was typed, by its box, while it cannot be read. */
const NOTHING = (): Readonly<Record<string, string>> => ({});

type Draft<Input, Result> = {
  /** The kind of thing, for example "item": what is typed is kept under it. */
  readonly of: string;
  /** By which it is told from others of its kind. */
  readonly name: string;
  readonly saved: Values;
  readonly specsOf: (values: Values) => readonly Spec[];
  /** Of the draft that is saved. */
  readonly violations: readonly DraftViolation[];
  /** Changes what hangs together with a change. */
  readonly follow?: (next: Values, before: Values) => Values;
  /** Where its form stands in what is typed, if it has one. */
  readonly formAt?: readonly string[];
  readonly document: TypedDocumentString<{ readonly done: Result | null }, { readonly input: Input }>;
  readonly inputOf: (values: Values) => Input;
  /** Called with what was typed, once it is saved. */
  readonly onSaved: (values: Values) => void;
};

/** A draft that is being written. Typed values stay, whatever becomes of the page, until they are saved. */
export function useDraft<Input, Result extends object>(draft: Draft<Input, Result>): DraftEditing {
  const { of, name, saved, specsOf, violations, formAt, document, inputOf, onSaved } = draft;
  const follow = draft.follow ?? ((next: Values): Values => next);
  const { say } = useTexts();
  const { value: typed, change: put, forget: putAway } = useKept<Values | null>(`${of}:${name}`, () => null);
  const { value: unread, change: putUnread, forget: forgetUnread } = useKept(`${of}-json:${name}`, NOTHING);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const { send, isSending, ended: outcome, forget } = useAct(document);
  // The page goes on with what it sent: the answer that shows it is still on its way.
  const [sent, setSent] = useState<Values>();
  const values = typed ?? sent ?? saved;
  const specs = specsOf(values);
  const controls = controlsOf(specs, values);
  const controlAt = controlFinder(specs, values, formAt);

  const standing = violations.map(({ message, path }) => {
    const at = controlAt(path);
    const isAsSaved = at && differencesBetween(valueAt(saved, at), valueAt(values, at)).length === 0;
    return { message, path, isAsSaved, field: at && controlId(at) };
  });

  function refusedIn(ended: AnyEnd | undefined): readonly Problem[] {
    return refusedField(ended, (path) => {
      const at = controlAt(path[0] === "input" ? path.slice(1) : path);
      return at && controlId(at);
    });
  }

  async function save(): Promise<void> {
    const wrong = controls.flatMap((control) => {
      const { kind, path } = control;
      if (!isFormed(kind)) return [];
      const written = textAt(values, ...path);
      const isLeftOut = "optional" in control && control.optional && written.trim() === "";
      return isLeftOut || WELL_FORMED[kind](written)
        ? []
        : [{ field: controlId(path), text: say(TEXTS[kind]) }];
    });
    wrong.push(...Object.keys(unread).map((field) => ({ field, text: say(NOT_JSON) })));
    setRefused(wrong);
    forget();
    if (wrong.length > 0) return;
    const ended = await send({ input: inputOf(values) });
    setRefused(refusedIn(ended));
    if (ended?.kind !== "done") return;
    setSent(values);
    putAway();
    onSaved(values);
  }

  return {
    ...{ values, isSaving: isSending, outcome, refused, violations: standing },
    problems: [
      ...refused,
      ...standing.flatMap(({ field, message, isAsSaved }) =>
        field && isAsSaved ? [{ field, text: message }] : [],
      ),
    ],
    isTyped: typed !== null || Object.keys(unread).length > 0,
    change: (path, value) => put(follow(withValue(values, path, value), values)),
    json: {
      typed: unread,
      type: (id, text) => {
        const { [id]: _, ...others } = unread;
        putUnread(text === undefined ? others : { ...others, [id]: text });
      },
    },
    save: () => void save(),
    discard: () => {
      putAway();
      forgetUnread();
      setRefused([]);
      forget();
    },
  };
}
