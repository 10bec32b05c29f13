import type { ReactNode } from "react";
import { moment } from "../../../shared/format/dates.ts";
import { SignInButton } from "../../../shared/sign-in/sign-in-button.tsx";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Notice } from "../../../shared/ui/notice.tsx";
import type { Ride } from "./use-ride.ts";

const TEXTS = {
  none: { zh: "这台设备上还没有乘车码", en: "There is no ride code on this device yet" },
  day: {
    zh: "领取一次可用一天，之后没有网络也能出示，每分钟自动换新。",
    en: "You get it once for a day. Then it works without a network, and changes by itself every minute.",
  },
  device: {
    zh: "乘车码留在这台设备上，能打开设备的人都能用它乘车。公用设备上请不要领取。",
    en: "It stays on this device, and anybody who can open the device can ride with it. Do not get it on a device that others use.",
  },
  ended: { zh: "乘车码已到期", en: "Your ride code has ended" },
  again: {
    zh: "有网络时重新领取，一次可用一天。现在没有网络，请用实体卡或单程票乘车。",
    en: "Get a new one, for a day, when you have a network. Without one now, ride with your card or a ticket.",
  },
  signIn: { zh: "领取需要登录。", en: "You have to sign in to get one." },
  get: { zh: "领取乘车码", en: "Get the ride code" },
  getting: { zh: "正在领取…", en: "Getting it…" },
  unkept: { zh: "浏览器不允许保存乘车码", en: "This browser does not keep the code" },
  unkeptText: {
    zh: "您可能在用无痕窗口。请换普通窗口，或换一个浏览器。",
    en: "You may be in a private window. Use an ordinary one, or another browser.",
  },
} satisfies Record<string, Text>;
const endedAt = (when: string): Text => ({ zh: `它在 ${when} 到期。`, en: `It ended on ${when}.` });

type GetCodeProps = {
  readonly ride: Ride;
  /** The card's, as the platform says; undefined where nobody has signed in, or nothing was heard. */
  readonly number: string | undefined;
};

/** Says why there is no code, and how there is one. */
export function GetCode({ ride, number }: GetCodeProps): ReactNode {
  const { say, language } = useTexts();
  const { code, ask, isAsking, isUnkept } = ride;
  const isEnded = code.kind === "ended";
  return (
    <>
      {isUnkept && (
        <Notice tone="bad" title={say(TEXTS.unkept)} isNews>
          <p>{say(TEXTS.unkeptText)}</p>
        </Notice>
      )}
      <Notice tone="act" title={say(isEnded ? TEXTS.ended : TEXTS.none)}>
        {isEnded && <p>{say(endedAt(moment(code.at, language)))}</p>}
        <p>{say(isEnded ? TEXTS.again : TEXTS.day)}</p>
        <p>{say(TEXTS.device)}</p>
        {number ? (
          <button className="button" type="button" onClick={() => void ask(number)} aria-disabled={isAsking}>
            {say(isAsking ? TEXTS.getting : TEXTS.get)}
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
