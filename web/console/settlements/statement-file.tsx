import { type ReactNode, useState } from "react";
import { ask } from "../../shared/graphql/ask.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { saveFile, textFile } from "../../shared/ui/save-file.ts";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { STATEMENT_PART } from "./settlement-operations.ts";

const TEXTS = {
  download: { zh: "下载对账单", en: "Download the statement" },
  downloading: { zh: "正在准备…", en: "Getting it ready…" },
  done: { zh: "已下载", en: "Downloaded" },
} satisfies Record<string, Text>;

/** The statement's file of a day, put together of the parts that the platform writes. */
export function StatementFile({ id, day }: { readonly id: string; readonly day: string }): ReactNode {
  const { say } = useTexts();
  const [state, setState] = useState<"still" | "under way" | "done">("still");
  const [trouble, setTrouble] = useState<Trouble>();

  async function download(): Promise<void> {
    if (state === "under way") return;
    setState("under way");
    setTrouble(undefined);
    const file = await wholeFile(id);
    setState("csv" in file ? "done" : "still");
    if ("csv" in file) saveFile(textFile(file.csv, "text/csv"), file.name);
    else setTrouble(file);
  }

  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={() => void download()} />}
      <button
        className="button button-plain"
        type="button"
        onClick={() => void download()}
        aria-disabled={state === "under way"}
      >
        {say(state === "under way" ? TEXTS.downloading : TEXTS.download)}
        <span className="out-of-sight">: {day}</span>
      </button>
      <span role="status">{state === "done" && say(TEXTS.done)}</span>
    </>
  );
}

async function wholeFile(id: string): Promise<{ readonly name: string; readonly csv: string } | Trouble> {
  let csv = "";
  for (let after: string | undefined; ; ) {
    const answer = await ask(STATEMENT_PART, { id, ...(after ? { after } : {}) });
    if (!answer.ok) return answer.trouble;
    const { node } = answer.data;
    const part = node?.__typename === "Settlement" ? node.statement : undefined;
    if (!part) return troubleAt(answer.errors, ["node"]) ?? { kind: "fault", requestId: undefined };
    csv += part.csv;
    if (!part.next) return { name: part.name, csv };
    after = part.next;
  }
}
