import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../shared/sign-in/session.ts";
import type { Text } from "../../shared/texts/text.ts";
import { Question } from "../forms/question.tsx";

const TEXTS = {
  question: { zh: "修改还没有保存，要离开吗？", en: "Leave without saving?" },
  kept: {
    zh: "已填写的内容留在这个浏览器标签页，回来后可以接着改；关闭标签页就没有了。",
    en: "It stays in this tab of your browser, and you can go on when you come back. It is gone once the tab is closed.",
  },
  stay: { zh: "留在这里", en: "Stay here" },
  leave: { zh: "离开", en: "Leave" },
} satisfies Record<string, Text>;

/** Asks an officer who goes to another page, or closes this one, while something is typed that is not saved. */
export function AskBeforeLeaving({ isTyped }: { readonly isTyped: boolean }): ReactNode {
  // Of a sign-in that has ended, the way to the next one loses nothing.
  const isSignedIn = useSession().status === "signed-in";
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    disabled: !isTyped,
    enableBeforeUnload: isSignedIn,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Question
      {...{ title: TEXTS.question, about: TEXTS.kept, no: TEXTS.stay, yes: TEXTS.leave }}
      onNo={reset}
      onYes={proceed}
    />
  );
}
