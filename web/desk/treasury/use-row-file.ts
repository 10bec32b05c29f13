import { useState } from "react";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { type Kept, useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import { type FileColumn, type FileRow, type NotRead, readRowFile } from "./row-file.ts";

/** The platform takes so many rows at once. */
const AT_ONCE = 50;

/** A row, and what has become of it: the platform's words where it was not taken. */
export type TakenRow<Result> = { readonly row: FileRow; readonly result: Result };

export type RowFileOf<Input, Result> = {
  /** Under which its text is held, and of its field. */
  readonly id: string;
  readonly columns: readonly FileColumn[];
  readonly document: TypedDocumentString<
    { readonly taken: readonly Result[] | null },
    { readonly rows: readonly Input[] }
  >;
  /** The row as the platform takes it, or what is wrong with a cell. */
  readonly inputOf: (cells: FileRow["cells"]) => Input | { readonly problem: Text };
};

const EMPTY: Text = {
  zh: "请粘贴或选择文件：第一行是列名，以下每行一条",
  en: "Paste or choose a file: its first line names the columns, and a row stands on each line below",
};
const columnMissing = (column: string): Text => ({
  zh: `第一行缺少列“${column}”`,
  en: `The first line lacks the column ${column}`,
});
const inLine = (line: number, { zh, en }: Text): Text => ({
  zh: `第 ${line} 行：${zh}`,
  en: `Line ${line}: ${en}`,
});
const cellMissing = (column: string): Text => ({ zh: `缺少“${column}”`, en: `${column} is empty` });

function wordsOf(notRead: NotRead): Text {
  switch (notRead.code) {
    case "EMPTY":
      return EMPTY;
    case "COLUMN_MISSING":
      return columnMissing(notRead.column);
    case "CELL_MISSING":
      return inLine(notRead.line, cellMissing(notRead.column));
  }
}

type RowFile<Result> = {
  readonly text: Kept<string>;
  readonly problems: readonly Problem[];
  readonly problem: string | undefined;
  readonly send: () => void;
  readonly isSending: boolean;
  readonly trouble: Trouble | undefined;
  readonly taken: readonly TakenRow<Result>[];
};

/**
 * A file of rows that is sent part by part. Where a part does not arrive, the text stays, and is sent from its first row again:
 * rows that were taken change nothing.
 */
export function useRowFile<Input extends object, Result>(of: RowFileOf<Input, Result>): RowFile<Result> {
  // Rows name payouts and payments of people: they go with the page.
  const text = useKept(`rows:${of.id}`, () => "", "memory");
  const { problems, problemOf, find } = useProblems();
  const change = useChange(of.document);
  const [taken, setTaken] = useState<readonly TakenRow<Result>[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();

  async function send(): Promise<void> {
    if (change.isSending) return;
    setTaken([]);
    setTrouble(undefined);
    const read = inputsIn(text.value, of);
    find("problem" in read ? [read.problem] : []);
    if ("problem" in read) return;
    const done: TakenRow<Result>[] = [];
    for (let i = 0; i < read.rows.length; i += AT_ONCE) {
      const part = read.rows.slice(i, i + AT_ONCE);
      const came = resultIn(await change.send({ rows: part.map(({ input }) => input) }), "taken");
      if (came.kind === "trouble") return setTrouble(came.trouble);
      done.push(...part.flatMap(({ row }, k) => pairOf(row, came.result[k])));
      setTaken([...done]);
    }
    text.forget();
  }

  return {
    ...{ text, problems, problem: problemOf(of.id), trouble, taken },
    ...{ send: () => void send(), isSending: change.isSending },
  };
}

const pairOf = <Result>(row: FileRow, result: Result | undefined): readonly TakenRow<Result>[] =>
  result === undefined ? [] : [{ row, result }];

type Read<Input> =
  | { readonly rows: readonly { readonly row: FileRow; readonly input: Input }[] }
  | { readonly problem: FoundProblem };

function inputsIn<Input extends object, Result>(text: string, of: RowFileOf<Input, Result>): Read<Input> {
  const read = readRowFile(text, of.columns);
  if ("code" in read) return { problem: { field: of.id, text: wordsOf(read) } };
  const rows: { readonly row: FileRow; readonly input: Input }[] = [];
  for (const row of read) {
    const input = of.inputOf(row.cells);
    if ("problem" in input) return { problem: { field: of.id, text: inLine(row.line, input.problem) } };
    rows.push({ row, input });
  }
  return { rows };
}
