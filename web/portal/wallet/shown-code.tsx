import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { GroupedCode } from "../../shared/ui/grouped-code.tsx";
import { QrCode } from "../../shared/ui/qr-code.tsx";
import { Countdown } from "./countdown.tsx";
import { useCountdown } from "./use-countdown.ts";

const TEXTS = {
  title: { zh: "请窗口人员扫码", en: "Have the counter read it" },
  label: { zh: "证照二维码", en: "QR code of the licence" },
  once: {
    zh: "只能用一次。不能扫码时，请对方输入：",
    en: "It is read once. Where it cannot be scanned, they type:",
  },
} satisfies Record<string, Text>;

type ShownCodeProps = { readonly code: string; readonly until: number };

/** A code as it is held to a counter: to be scanned, and to be typed. */
export function ShownCode({ code, until }: ShownCodeProps): ReactNode {
  const { say } = useTexts();
  const seconds = useCountdown(until);
  return (
    <>
      <h2>{say(TEXTS.title)}</h2>
      <QrCode text={code} label={say(TEXTS.label)} />
      <Countdown seconds={seconds} />
      <p>{say(TEXTS.once)}</p>
      <GroupedCode code={code} />
    </>
  );
}
