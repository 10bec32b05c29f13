import type { ReactNode } from "react";
import { SignInButton } from "../sign-in/sign-in-button.tsx";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";

const TEXTS = {
  title: { zh: "页面已锁定", en: "This page is locked" },
  why: { zh: "长时间没有操作，已自动退出登录", en: "Nobody has used it for a while, so you are signed out" },
  text: {
    zh: "重新登录后回到原来的页面，您填写的内容都还在。",
    en: "Sign in again to come back to where you were; what you have typed is kept.",
  },
} satisfies Record<string, Text>;

/** In place of what was shown: whoever comes by may be anybody. */
export function LockedPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Notice tone="act" title={say(TEXTS.why)} isNews>
        <p>{say(TEXTS.text)}</p>
        <SignInButton />
      </Notice>
    </Page>
  );
}
