import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import type { KeptLicence } from "../../shared/wallet/kept-licences.ts";
import { Countdown } from "./countdown.tsx";
import { DenseQrCode } from "./dense-qr-code.tsx";
import type { Presented, Wish } from "./presentation.ts";
import { NOT_PRESENTED } from "./presentation-texts.ts";
import { useCountdown } from "./use-countdown.ts";
import { usePresentation } from "./use-presentation.ts";

const TEXTS = {
  title: { zh: "请窗口人员扫码", en: "Have the counter read it" },
  label: { zh: "离线出示的证照二维码", en: "QR code of the licence for a counter that is offline" },
  minute: {
    zh: "每分钟自动换新，截图无效。",
    en: "It changes by itself every minute; a screenshot is refused.",
  },
  hide: { zh: "收起", en: "Take it off the screen" },
  wrong: { zh: "没有生成二维码", en: "There is no code" },
} satisfies Record<string, Text>;
const FAILURES: Readonly<Record<Exclude<Presented["kind"], "shown" | "none">, Text>> = {
  ...NOT_PRESENTED,
  "too-large": {
    zh: "选的内容太多，一个二维码放不下。请少选几项。",
    en: "So much does not fit into one code. Choose fewer fields.",
  },
};
const forCounter = (audience: string): Text => ({
  zh: `只对 ${audience} 有效。`,
  en: `It is good at ${audience} alone.`,
});

type ShownProps = { readonly of: KeptLicence; readonly wish: Wish; readonly hide: () => void };

/** A presentation as it is held to a counter, made anew each minute. The focus comes along to its heading. */
export function ShownPresentation({ of, wish, hide }: ShownProps): ReactNode {
  const { say } = useTexts();
  const presented = usePresentation(of, wish);
  const seconds = useCountdown(presented.kind === "shown" ? presented.until : undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      {presented.kind === "shown" ? (
        <>
          <DenseQrCode text={presented.text} label={say(TEXTS.label)} />
          <Countdown seconds={seconds} />
          <p>{say(forCounter(wish.audience))}</p>
          <p>{say(TEXTS.minute)}</p>
        </>
      ) : (
        presented.kind !== "none" && (
          <Notice tone="bad" title={say(TEXTS.wrong)} isNews>
            <p>{say(FAILURES[presented.kind])}</p>
          </Notice>
        )
      )}
      <button className="button button-plain" type="button" onClick={hide}>
        {say(TEXTS.hide)}
      </button>
    </>
  );
}
