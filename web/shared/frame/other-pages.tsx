import type { ReactNode } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import { Page } from "../ui/page.tsx";
import { TroubleNotice } from "../ui/trouble-notice.tsx";

const NOT_FOUND = {
  title: { zh: "没有这个页面", en: "There is no such page" },
  text: {
    zh: "地址可能有误，或者内容已经不在了。",
    en: "The address may be wrong, or what was here has gone.",
  },
} satisfies Record<string, Text>;

const CRASH: Text = { zh: "页面出了问题", en: "This page has broken" };

/** @param children The way on from here. */
export function NotFoundPage({ children }: { readonly children: ReactNode }): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(NOT_FOUND.title)}>
      <p>{say(NOT_FOUND.text)}</p>
      <p>{children}</p>
    </Page>
  );
}

/** A fault of the page itself, or a part of it that could not be loaded. A text that was typed is kept over the reload. */
export function CrashPage(): ReactNode {
  const { say } = useTexts();
  const trouble = navigator.onLine
    ? ({ kind: "fault", requestId: undefined } as const)
    : ({ kind: "offline" } as const);
  return (
    <Page title={say(CRASH)}>
      <TroubleNotice trouble={trouble} again={() => location.reload()} />
    </Page>
  );
}
