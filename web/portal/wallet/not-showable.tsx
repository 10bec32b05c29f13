import type { ReactNode } from "react";
import { ELECTRONIC_LICENCE_STATUSES } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Unshowable } from "./showable.ts";

const TEXTS = {
  title: { zh: "现在不能出示这个证照", en: "This licence cannot be shown now" },
  unknown: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
  unreadable: {
    zh: "证照内容暂时读不出来，请稍后再试。",
    en: "What it says cannot be read right now. Try again later.",
  },
} satisfies Record<string, Text>;

/** Says why a licence cannot be shown. */
export function NotShowable({ of: { why } }: { readonly of: Unshowable }): ReactNode {
  const { say } = useTexts();
  if (why === "unknown") return <p className="part">{say(TEXTS.unknown)}</p>;
  return (
    <Notice tone="act" title={say(TEXTS.title)}>
      <p>{say(why === "unreadable" ? TEXTS.unreadable : ELECTRONIC_LICENCE_STATUSES[why].text)}</p>
    </Notice>
  );
}
