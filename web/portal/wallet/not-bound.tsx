import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";

const TEXTS = {
  title: { zh: "这台设备还不能出示证照", en: "This device shows no licences yet" },
  text: {
    zh: "先绑定它：只需一次，要用到您的公民身份号码。绑定后回到这里。",
    en: "Bind it first: once, with your identity number. Then you come back here.",
  },
  cleared: {
    zh: "以前绑定过、又清除了浏览器数据的，密钥已经丢失，需要重新绑定。",
    en: "Was it bound before? If its browser data were cleared, the key is lost, and it is bound anew.",
  },
  bind: { zh: "绑定这台设备", en: "Bind this device" },
} satisfies Record<string, Text>;

type NotBoundProps = { readonly licence: string; readonly isOffline?: boolean };

/** Leads to the binding of this device, and from there back to the licence that was to be shown. */
export function NotBound({ licence, isOffline = false }: NotBoundProps): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.title)}>
      <p>{say(TEXTS.text)}</p>
      <p className="soft">{say(TEXTS.cleared)}</p>
      <Link
        className="button"
        to="/licences/devices/bind"
        search={{ licence, ...(isOffline ? { offline: "yes" } : {}) }}
      >
        {say(TEXTS.bind)}
      </Link>
    </Notice>
  );
}
