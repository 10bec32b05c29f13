import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ShownOnce } from "../parts/shown-once.tsx";

const TEXTS = {
  title: { zh: "新密钥", en: "The new key" },
  put: {
    zh: "放进服务器的密钥管理，不要写进代码、网页或聊天。它由请求头 x-api-key 带上。",
    en: "Put it into your server's store of secrets, never into code, a web page or a chat. It goes with each request in the header x-api-key.",
  },
  lost: {
    zh: "丢了就吊销它，再创建一把。",
    en: "If you lose it, revoke it and make another.",
  },
  docs: { zh: "用它做第一次调用", en: "Make the first call with it" },
} satisfies Record<string, Text>;

type IssuedKeyProps = { readonly secret: string; readonly done: () => void };

/** A key as it was made, with what to do with it. */
export function IssuedKey({ secret, done }: IssuedKeyProps): ReactNode {
  const { say } = useTexts();
  return (
    <ShownOnce title={say(TEXTS.title)} secret={secret} done={done}>
      <p>{say(TEXTS.put)}</p>
      <p>{say(TEXTS.lost)}</p>
      <Link className="link-target" to="/console/docs">
        {say(TEXTS.docs)}
      </Link>
    </ShownOnce>
  );
}
