import type { ReactNode } from "react";
import { frontEnd } from "../front-end.ts";
import type { Trouble } from "../graphql/trouble.ts";
import { useSession } from "../sign-in/session.ts";
import { SignInButton } from "../sign-in/sign-in-button.tsx";
import { type Text, useTexts } from "../texts/text.ts";
import { Notice } from "./notice.tsx";

type TroubleNoticeProps = {
  readonly trouble: Trouble;
  readonly again: () => void;
  /** Under way again. */
  readonly isAsking?: boolean;
};

type Words = { readonly title: Text; readonly text: Text };

const AGAIN: Text = { zh: "重试", en: "Try again" };
const ASKING: Text = { zh: "正在重试…", en: "Trying again…" };
const NUMBER: Text = { zh: "求助时请提供编号：", en: "If you ask for help, quote this number: " };

const SIGNED_OUT: Text = { zh: "请先登录", en: "Sign in to see this" };
const OVER: Words = {
  title: { zh: "登录已失效", en: "Your sign-in has ended" },
  text: {
    zh: "为了您的安全，请重新登录。您填写的内容都还在，登录后回到这一页。",
    en: "To keep your data safe, sign in again. What you have typed is kept, and you come back to this page.",
  },
};

/** The trouble in words, and what to do about it. */
const WORDS: Readonly<Record<Exclude<Trouble["kind"], "signed-out">, Words>> = {
  offline: {
    title: { zh: "网络不通", en: "You are offline" },
    text: {
      zh: "没有连上服务器。请检查网络后重试，已填写的内容不会丢失。",
      en: "We could not reach the service. Check your connection and try again; nothing you typed is lost.",
    },
  },
  busy: {
    title: { zh: "访问过于频繁", en: "Too many requests" },
    text: {
      zh: "现在访问的人很多，请稍等片刻再试。",
      en: "The service is busy right now. Wait a little, then try again.",
    },
  },
  unknown: {
    title: { zh: "还不知道是否成功", en: "We do not know yet whether it worked" },
    text: {
      zh: "可能已经办成。请先查看结果，再决定是否重做。",
      en: "It may have gone through. Look at how it stands before you do it again.",
    },
  },
  forbidden: {
    title: { zh: "无权查看", en: "This is not open to you" },
    text: { zh: "您的身份不能查看这部分内容。", en: "It is for other people than you." },
  },
  refused: {
    title: { zh: "这样查不到", en: "It cannot be asked for like this" },
    text: { zh: "请修改后再试。", en: "Change it and try again." },
  },
  fault: {
    title: { zh: "系统出了问题", en: "Something is wrong on our side" },
    text: {
      zh: "这不是您的错。请稍后重试。",
      en: "It is not your fault. Try again in a while.",
    },
  },
};

export function TroubleNotice({ trouble, again, isAsking = false }: TroubleNoticeProps): ReactNode {
  const { say } = useTexts();
  const { status } = useSession();
  if (trouble.kind === "signed-out") {
    const words = status === "over" ? OVER : { title: SIGNED_OUT, text: frontEnd().signInWhy };
    return (
      <Notice tone="act" title={say(words.title)} isNews={status === "over"}>
        <p>{say(words.text)}</p>
        <SignInButton />
      </Notice>
    );
  }
  const words = WORDS[trouble.kind];
  const requestId = "requestId" in trouble ? trouble.requestId : undefined;
  return (
    <Notice tone="bad" title={say(words.title)} isNews>
      <p>{"message" in trouble ? trouble.message : say(words.text)}</p>
      {trouble.kind === "fault" && <p>{say(frontEnd().helpInFault)}</p>}
      {trouble.kind === "busy" && <p>{say(waitOf(trouble.seconds))}</p>}
      {requestId !== undefined && (
        <p className="soft small">
          {say(NUMBER)}
          {requestId}
        </p>
      )}
      {!("message" in trouble) && (
        <button className="button button-plain" type="button" onClick={again} aria-disabled={isAsking}>
          {say(isAsking ? ASKING : AGAIN)}
        </button>
      )}
    </Notice>
  );
}

const waitOf = (seconds: number): Text => ({
  zh: `请等待约 ${seconds} 秒。`,
  en: `Wait for about ${seconds} seconds.`,
});
