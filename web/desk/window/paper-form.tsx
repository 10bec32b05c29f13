import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { PAPER, type PaperField, type PaperWish, usePaperForm } from "./use-paper-form.ts";

const SENDING: Text = { zh: "正在登记…", en: "Recording…" };
const PAPER_LABEL: Text = { zh: "文书编号", en: "Number of the paper" };

type PaperFormProps<Name extends string, V, Result> = PaperWish<Name, V, Result> & {
  readonly about: Text;
  /** The papers that show it; not asked for where it is of a register. */
  readonly papers?: Text;
  readonly send: Text;
  readonly done: (result: Result) => Text;
};

/** Records what a clerk has seen on a paper at the window: a few facts, and the paper's number. */
export function PaperForm<Name extends string, V, Result>(of: PaperFormProps<Name, V, Result>): ReactNode {
  const { say } = useTexts();
  const form = usePaperForm(of);
  const { idOf, problemAt, problems } = form;
  const { ended, failure, isSending } = of.act;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      <p className="soft">{say(of.about)}</p>
      {ended?.kind === "done" && <Told title={say(of.done(ended.result))} />}
      <ErrorSummary problems={problems} />
      {problems.length === 0 && <FailureNotice failure={failure} again={form.send} isSending={isSending} />}
      {of.fields.map((field) => (
        <Fact
          key={field.name}
          id={idOf(field.name)}
          of={field}
          value={form.facts[field.name]}
          problem={problemAt(idOf(field.name))}
          change={(text) => form.changeFact(field.name, text)}
        />
      ))}
      {!of.isOfRegister && (
        <TextField
          id={idOf(PAPER)}
          label={say(PAPER_LABEL)}
          {...(of.papers ? { hint: say(of.papers) } : {})}
          problem={problemAt(idOf(PAPER))}
          maxLength={100}
          of={{ value: form.paper, change: form.changePaper }}
        />
      )}
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? SENDING : of.send)}
        </button>
      </p>
    </form>
  );
}

const LENGTHS = { NUMBER: 24, NAME: 50, TITLE: 200 } as const;

type FactProps = {
  readonly id: string;
  readonly of: PaperField<string>;
  readonly value: string;
  readonly problem: string | undefined;
  readonly change: (text: string) => void;
};

function Fact({ id, of, value, problem, change }: FactProps): ReactNode {
  const { say } = useTexts();
  const said = { id, label: say(of.label), problem, ...(of.hint ? { hint: say(of.hint) } : {}) };
  switch (of.kind) {
    case "CHOICE":
      return (
        <Choice
          {...said}
          value={value}
          options={of.options.map((option) => ({ value: option.value, text: say(option.text) }))}
          choose={change}
        />
      );
    case "DAY":
      return (
        <Field {...said}>
          {(marks) => (
            <input {...marks} type="date" value={value} onChange={(event) => change(event.target.value)} />
          )}
        </Field>
      );
    default:
      return <TextField {...said} maxLength={LENGTHS[of.kind]} of={{ value, change }} />;
  }
}
