import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { instantOf } from "../../shared/format/dates.ts";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "./kept-form.tsx";
import { Question } from "./question.tsx";
import { type Asked, TypedFields } from "./typed-fields.tsx";
import { useKeptForm } from "./use-kept-form.ts";

const TEXTS = {
  back: { zh: "不办理，返回", en: "Leave it as it is" },
  no: { zh: "先不提交", en: "Do not send it" },
  noTime: { zh: "请选择日期和时间", en: "Choose the day and the time" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;

const FIELDS = ["at", "reason"] as const;
type Draft = Readonly<Record<(typeof FIELDS)[number], string>>;

type Field = Pick<Asked, "label" | "hint">;

type DatedActProps<V, Result> = {
  /** Under which what is typed is kept. */
  readonly kept: string;
  readonly texts: Parameters<typeof KeptFormFrame>[0]["texts"] & { readonly done: Text };
  /** Asks for the time, which is Beijing's, and for the reason. */
  readonly asked: Readonly<Record<(typeof FIELDS)[number], Field>>;
  /** Asks once more before it is sent, for what cannot be taken back. */
  readonly question?: Readonly<Record<"title" | "about", Text>>;
  /** The time's name in the mutation. */
  readonly field: string;
  readonly document: TypedDocumentString<{ readonly [field: string]: Result | null }, V>;
  /** `at` is an instant. */
  readonly variablesOf: (draft: Draft) => V;
  readonly done: (words: string) => void;
  /** The page without this form. */
  readonly back: Pick<LinkProps, "to" | "params" | "search">;
};

/** An act as of a time, and for a reason, both of which are needed. The focus goes to the form as it opens. */
export function DatedAct<V, Result extends object>(props: DatedActProps<V, Result>): ReactNode {
  const { kept, texts, asked, question, field, document, variablesOf, done, back } = props;
  const [isAsking, setAsking] = useState(false);
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { draft, write, problemOf, ...form } = useKeptForm({
    ...{ name: kept, fields: FIELDS, missingIn, document },
    empty: (): Draft => ({ at: "", reason: "" }),
    fieldAt: (path) => (path.includes(field) ? "at" : FIELDS.find((one) => path.includes(one))),
    variablesOf: ({ at, reason }: Draft) => variablesOf({ at: instantOf(at) ?? at, reason: reason.trim() }),
    done: () => done(say(texts.done)),
  });
  const questions = {
    at: { ...asked.at, input: { type: "datetime-local" } },
    reason: { ...asked.reason, input: { maxLength: 4000 } },
  };
  // Of a form that lacks something, that is said first.
  const send = (): void => (question && missingIn(draft).length === 0 ? setAsking(true) : form.send());
  return (
    <div tabIndex={-1} ref={place}>
      {question && isAsking && (
        <Question
          {...{ ...question, no: TEXTS.no, yes: texts.send }}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            form.send();
          }}
        />
      )}
      <KeptFormFrame of={{ ...form, send }} texts={texts}>
        <TypedFields
          {...{ fields: FIELDS, asked: questions, draft, problemOf }}
          write={(name, text) => write({ [name]: text })}
        />
      </KeptFormFrame>
      <p>
        <Link className="link-target" {...back}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </div>
  );
}

const missingIn = ({ at, reason }: Draft): readonly FoundProblem[] => [
  ...(instantOf(at) === undefined ? [{ field: "at", text: TEXTS.noTime }] : []),
  ...(reason.trim() === "" ? [{ field: "reason", text: TEXTS.noReason }] : []),
];
