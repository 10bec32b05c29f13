import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

/** At these, a screen reader says how many seconds are left: each second would leave no room for anything else. */
const SAID_AT = [300, 240, 180, 120, 60, 30, 10];

const MINUTE_S = 60;
const left = (seconds: number): Text =>
  seconds > MINUTE_S
    ? {
        zh: `还剩 ${Math.floor(seconds / MINUTE_S)} 分 ${seconds % MINUTE_S} 秒`,
        en: `${Math.floor(seconds / MINUTE_S)} min ${seconds % MINUTE_S} s left`,
      }
    : { zh: `还剩 ${seconds} 秒`, en: `${seconds} s left` };
const said = (seconds: number): Text =>
  seconds > MINUTE_S
    ? { zh: `还剩 ${seconds / MINUTE_S} 分钟`, en: `${seconds / MINUTE_S} minutes left` }
    : { zh: `还剩 ${seconds} 秒`, en: `${seconds} seconds left` };

type CountdownProps = { readonly seconds: number };

/** The seconds for which a code holds: seen each second, and heard at a few of them. */
export function Countdown({ seconds }: CountdownProps): ReactNode {
  const { say } = useTexts();
  const heard = SAID_AT.findLast((at) => seconds <= at) ?? seconds;
  return (
    <>
      <p className="strong" aria-hidden="true">
        {say(left(seconds))}
      </p>
      <p className="out-of-sight" role="status">
        {say(said(heard))}
      </p>
    </>
  );
}
