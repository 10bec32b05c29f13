import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { GroupedCode } from "../../shared/ui/grouped-code.tsx";
import { Countdown } from "./countdown.tsx";
import { DenseQrCode } from "./dense-qr-code.tsx";
import { useCountdown } from "./use-countdown.ts";
import type { ShownOffer as Shown } from "./use-offer.ts";

const TEXTS = {
  title: { zh: "用钱包扫码领取", en: "Scan it with your wallet" },
  label: { zh: "领取证照的二维码", en: "QR code of the offer" },
  once: { zh: "五分钟内有效，只能领取一次。", en: "It holds for five minutes, and is fetched once." },
  here: { zh: "钱包就在这台设备上：打开钱包", en: "The wallet is on this device: open it" },
  code: { zh: "钱包会要求输入这个交易码：", en: "Your wallet asks for this transaction code:" },
  warning: {
    zh: "只在您自己的钱包里输入，不要告诉任何人。工作人员不会向您索要。",
    en: "Type it in your own wallet alone, and tell it to nobody. No official asks for it.",
  },
} satisfies Record<string, Text>;

/** An offer as a wallet takes it: to be scanned, or opened on the same device; and the code that its holder types. */
export function ShownOffer({ of }: { readonly of: Extract<Shown, { readonly kind: "shown" }> }): ReactNode {
  const { say } = useTexts();
  const seconds = useCountdown(of.until);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form, with the button that was pressed, has gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      <DenseQrCode text={of.uri} label={say(TEXTS.label)} />
      <p>{say(TEXTS.once)}</p>
      <Countdown seconds={seconds} />
      <a className="button button-plain" href={of.uri}>
        {say(TEXTS.here)}
      </a>
      <p>{say(TEXTS.code)}</p>
      <GroupedCode code={of.transactionCode} />
      <p className="soft">{say(TEXTS.warning)}</p>
    </>
  );
}
