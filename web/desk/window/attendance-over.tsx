import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";

const TEXTS = {
  title: { zh: "这次接待已经结束", en: "This attendance is over" },
  text: {
    zh: "对方需再次证明到场：重新叫号接待，或者读卡接待。",
    en: "The person has to show again that they are there: receive them by their ticket or card once more.",
  },
} satisfies Record<string, Text>;

/** In place of all that was shown of the person: the next visitor may be at the window. */
export function AttendanceOver(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.title)} isNews>
      <p>{say(TEXTS.text)}</p>
    </Notice>
  );
}
