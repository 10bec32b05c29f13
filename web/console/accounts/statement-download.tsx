import { type ReactNode, useState } from "react";
import { ask } from "../../shared/graphql/ask.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { saveFile, textFile } from "../../shared/ui/save-file.ts";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { STATEMENT, type StatementLine, type StatementOf } from "./statement.ts";
import { csvOf } from "./statement-csv.ts";

const TEXTS = {
  download: { zh: "下载整月 CSV", en: "Download the whole month as CSV" },
  downloading: { zh: "正在准备…", en: "Getting it ready…" },
  done: { zh: "已下载", en: "Downloaded" },
} satisfies Record<string, Text>;

/** As large as a page may be. */
const PAGE_SIZE = 100;

/** The month as a file, made of all its pages here: no server keeps one. */
export function StatementDownload({ of }: { readonly of: StatementOf }): ReactNode {
  const { say } = useTexts();
  const [state, setState] = useState<"still" | "under way" | "done">("still");
  const [trouble, setTrouble] = useState<Trouble>();

  async function download(): Promise<void> {
    if (state === "under way") return;
    setState("under way");
    setTrouble(undefined);
    const lines = await wholeMonth(of);
    const isThere = Array.isArray(lines);
    setState(isThere ? "done" : "still");
    if (isThere)
      saveFile(textFile(csvOf(lines), "text/csv"), `statement-${of.kind.toLowerCase()}-${of.month}.csv`);
    else setTrouble(lines);
  }

  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={() => void download()} />}
      <div className="buttons">
        <button
          className="button button-plain"
          type="button"
          onClick={() => void download()}
          aria-disabled={state === "under way"}
        >
          {say(state === "under way" ? TEXTS.downloading : TEXTS.download)}
        </button>
        <span role="status">{state === "done" && say(TEXTS.done)}</span>
      </div>
    </>
  );
}

async function wholeMonth(of: StatementOf): Promise<StatementLine[] | Trouble> {
  const lines: StatementLine[] = [];
  for (let after: string | undefined; ; ) {
    const answer = await ask(STATEMENT, { ...of, first: PAGE_SIZE, ...(after ? { after } : {}) });
    if (!answer.ok) return answer.trouble;
    const { node } = answer.data;
    const statement = node?.__typename === "Partner" ? node.accounts?.[0]?.statement : undefined;
    if (!statement) return troubleAt(answer.errors, ["node"]) ?? { kind: "fault", requestId: undefined };
    lines.push(...statement.edges.map((edge) => edge.node));
    if (!statement.pageInfo.hasNextPage || !statement.pageInfo.endCursor) return lines;
    after = statement.pageInfo.endCursor;
  }
}
