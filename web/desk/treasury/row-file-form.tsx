import type { ReactNode } from "react";
import { type Done, isDone } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { TextFileField } from "../forms/text-file-field.tsx";
import type { FileColumn } from "./row-file.ts";
import { type RowFileOf, type TakenRow, useRowFile } from "./use-row-file.ts";

const TEXTS = {
  columns: { zh: "文件的列", en: "Columns of the file" },
  name: { zh: "列名", en: "Name" },
  about: { zh: "内容", en: "What stands in it" },
  optional: { zh: "可空", en: "may be empty" },
  file: { zh: "选择文件", en: "Choose the file" },
  rows: { zh: "或粘贴内容", en: "Or paste what is in it" },
  rowsHint: {
    zh: "逗号分隔，第一行是列名。同一文件可以再次提交，已入账的行不会重复入账。",
    en: "Separated by commas; the first line names the columns. A file can be sent again: rows that were taken change nothing.",
  },
  send: { zh: "提交文件", en: "Take the file" },
  taking: { zh: "正在入账…", en: "Taking it…" },
  outcome: { zh: "各行结果", en: "What has become of each row" },
  line: { zh: "行", en: "Line" },
  taken: { zh: "结果", en: "Outcome" },
  refused: { zh: "未入账", en: "Not taken" },
} satisfies Record<string, Text>;
const toldText = (all: number, refused: number): Text => ({
  zh: `已处理 ${all} 行，其中 ${refused} 行未入账。`,
  en: `${all} rows are dealt with, ${refused} of them not taken.`,
});

type Outcomes<Result> = {
  /** The column by which a row is known. */
  readonly subject: string;
  readonly outcomeOf: (done: Done<Result>) => { readonly text: Text; readonly tone: Tone };
};

type RowFileProps<Input, Result> = RowFileOf<Input, Result> & Outcomes<Result>;

/** A file of rows, chosen or pasted, and what has become of each of them. */
export function RowFileForm<Input extends object, Result extends object>(
  of: RowFileProps<Input, Result>,
): ReactNode {
  const { say } = useTexts();
  const file = useRowFile(of);
  const { isSending, taken, trouble, problem, problems, text, send } = file;
  const isOver = taken.length > 0 && !isSending && !trouble;
  return (
    <>
      {isOver && (
        <Told
          key={taken.length}
          title={say(toldText(taken.length, taken.filter(({ result }) => !isDone(result)).length))}
        />
      )}
      {taken.length > 0 && <TakenRows of={taken} subject={of.subject} outcomeOf={of.outcomeOf} />}
      <form
        className="part form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ErrorSummary problems={problems} />
        {trouble && <TroubleNotice trouble={trouble} again={send} isAsking={isSending} />}
        <Columns of={of.columns} />
        <TextFileField
          id={`${of.id}-file`}
          label={say(TEXTS.file)}
          accept=".csv,text/csv,text/plain"
          read={text.change}
        />
        <Field id={of.id} label={say(TEXTS.rows)} hint={say(TEXTS.rowsHint)} problem={problem}>
          {(marks) => (
            <textarea
              {...marks}
              rows={8}
              spellCheck={false}
              value={text.value}
              onChange={(event) => text.change(event.target.value)}
            />
          )}
        </Field>
        <div>
          <button className="button" type="submit" aria-disabled={isSending}>
            {say(isSending ? TEXTS.taking : TEXTS.send)}
          </button>
        </div>
      </form>
    </>
  );
}

function Columns({ of }: { readonly of: readonly FileColumn[] }): ReactNode {
  const { say } = useTexts();
  return (
    <Table<FileColumn>
      caption={say(TEXTS.columns)}
      keyOf={({ name }) => name}
      rows={of}
      columns={[
        { head: say(TEXTS.name), cell: ({ name }) => <code>{name}</code> },
        {
          head: say(TEXTS.about),
          cell: ({ about, isOptional }) => say(about) + (isOptional ? ` · ${say(TEXTS.optional)}` : ""),
          kind: "wide",
        },
      ]}
    />
  );
}

type TakenRowsProps<Result> = Outcomes<Result> & { readonly of: readonly TakenRow<Result>[] };

function TakenRows<Result extends object>({ of, subject, outcomeOf }: TakenRowsProps<Result>): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <Table<TakenRow<Result>>
        caption={say(TEXTS.outcome)}
        keyOf={({ row }) => String(row.line)}
        rows={of}
        columns={[
          { head: say(TEXTS.line), cell: ({ row }) => row.line, kind: "number" },
          { head: subject, cell: ({ row }) => <code>{row.cells[subject]}</code> },
          {
            head: say(TEXTS.taken),
            cell: ({ result }) => <Outcome of={result} outcomeOf={outcomeOf} />,
            kind: "wide",
          },
        ]}
      />
    </section>
  );
}

type OutcomeProps<Result> = Pick<Outcomes<Result>, "outcomeOf"> & { readonly of: Result };

function Outcome<Result extends object>({ of, outcomeOf }: OutcomeProps<Result>): ReactNode {
  const { say } = useTexts();
  if (isDone(of)) {
    const { text, tone } = outcomeOf(of);
    return <Tag tone={tone}>{say(text)}</Tag>;
  }
  return (
    <>
      <Tag tone="bad">{say(TEXTS.refused)}</Tag> {"message" in of && String(of.message)}
    </>
  );
}
