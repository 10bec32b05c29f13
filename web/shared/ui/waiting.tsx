import type { ReactNode } from "react";
import { type Text, useTexts } from "../texts/text.ts";

const LOADING: Text = { zh: "正在加载…", en: "Loading…" };

export function Waiting(): ReactNode {
  const { say } = useTexts();
  return (
    <div className="waiting" role="status">
      <span className="out-of-sight">{say(LOADING)}</span>
      <div className="waiting-line" />
      <div className="waiting-line" />
      <div className="waiting-line" />
    </div>
  );
}
