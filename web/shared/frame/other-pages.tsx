import type { ReactNode } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import { Page } from "../ui/page.tsx";

const NOT_FOUND = {
  title: { zh: "没有这个页面", en: "There is no such page" },
  text: {
    zh: "地址可能有误，或者内容已经不在了。",
    en: "The address may be wrong, or what was here has gone.",
  },
} satisfies Record<string, Text>;

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
