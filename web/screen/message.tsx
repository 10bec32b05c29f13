import type { ReactNode } from "react";
import type { Text } from "../shared/texts/text.ts";
import { Both } from "./both.tsx";

type Kind = "connecting" | "unreachable" | "no-hall" | "unknown-hall" | "broken";

type Words = { readonly title: Text; readonly text: Text };

const NO_HALL_TEXT: Text = {
  zh: "本页地址以大厅编号结尾，例如 /screen/BJ-CY-01，请核对。",
  en: "This page's address ends with a hall's code, for example /screen/BJ-CY-01. Please check it.",
};

const WORDS: Readonly<Record<Kind, Words>> = {
  connecting: {
    title: { zh: "正在连接…", en: "Connecting…" },
    text: { zh: "叫号信息马上显示。", en: "The called numbers are about to appear." },
  },
  unreachable: {
    title: { zh: "暂时连接不上", en: "No connection" },
    text: {
      zh: "正在自动重试。请留意窗口叫号，或询问工作人员。",
      en: "We keep trying. Please listen to the windows, or ask the staff.",
    },
  },
  "no-hall": { title: { zh: "没有指定大厅", en: "No hall is named" }, text: NO_HALL_TEXT },
  "unknown-hall": { title: { zh: "没有这个大厅", en: "There is no such hall" }, text: NO_HALL_TEXT },
  broken: {
    title: { zh: "屏幕出了问题", en: "This screen has broken" },
    text: {
      zh: "稍后自动重新打开。请留意窗口叫号，或询问工作人员。",
      en: "It opens anew by itself. Please listen to the windows, or ask the staff.",
    },
  },
};

/** In place of the board, where there is none to show. */
export function Message({ kind }: { readonly kind: Kind }): ReactNode {
  const { title, text } = WORDS[kind];
  return (
    <main className="message">
      <h1>
        <Both text={title} />
      </h1>
      <p role="status">
        <Both text={text} />
      </p>
    </main>
  );
}
