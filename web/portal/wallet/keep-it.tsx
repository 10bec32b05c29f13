import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { SignInButton } from "../../shared/sign-in/sign-in-button.tsx";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Keeping } from "./use-kept-licence.ts";

const TEXTS = {
  none: { zh: "这台设备上还没有存这个证照", en: "This device has not kept this licence yet" },
  ended: { zh: "存在这台设备上的证照已到期", en: "What this device has kept of it has ended" },
  day: {
    zh: "有网络时存一次，24 小时内没有网络也能出示。",
    en: "It is kept once, while there is a network, and is then shown without one for 24 hours.",
  },
  device: {
    zh: "证照内容会留在这台设备上，能打开设备的人都能看到和出示。公用设备上请不要存。退出登录会移除它。",
    en: "What it says stays on this device: anybody who can open the device can see it and show it. Do not keep it on a device that others use. Signing out removes it.",
  },
  signIn: { zh: "存证照需要登录和网络。", en: "To keep it you need a network, and to sign in." },
  keep: { zh: "存到这台设备", en: "Keep it on this device" },
  keeping: { zh: "正在保存…", en: "Keeping it…" },
  unkept: { zh: "浏览器不允许保存证照", en: "This browser does not keep the licence" },
  unkeptText: {
    zh: "您可能在用无痕窗口。请换普通窗口，或换一个浏览器。",
    en: "You may be in a private window. Use an ordinary one, or another browser.",
  },
} satisfies Record<string, Text>;
const endedAt = (when: string): Text => ({ zh: `它在 ${when} 到期。`, en: `It ended on ${when}.` });

type KeepItProps = {
  readonly of: Pick<Keeping, "kept" | "isAsking" | "isUnkept">;
  /** Undefined where nobody has signed in. */
  readonly keep: (() => void) | undefined;
};

/** Says why a licence is not at hand, and how it is. */
export function KeepIt({ of: { kept, isAsking, isUnkept }, keep }: KeepItProps): ReactNode {
  const { say, language } = useTexts();
  return (
    <>
      {isUnkept && (
        <Notice tone="bad" title={say(TEXTS.unkept)} isNews>
          <p>{say(TEXTS.unkeptText)}</p>
        </Notice>
      )}
      <Notice tone="act" title={say(kept.kind === "ended" ? TEXTS.ended : TEXTS.none)}>
        {kept.kind === "ended" && <p>{say(endedAt(moment(kept.at, language)))}</p>}
        <p>{say(TEXTS.day)}</p>
        <p>{say(TEXTS.device)}</p>
        {keep ? (
          <button className="button" type="button" onClick={keep} aria-disabled={isAsking}>
            {say(isAsking ? TEXTS.keeping : TEXTS.keep)}
          </button>
        ) : (
          <>
            <p>{say(TEXTS.signIn)}</p>
            <SignInButton />
          </>
        )}
      </Notice>
    </>
  );
}
