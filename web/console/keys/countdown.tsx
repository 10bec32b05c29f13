import { type ReactNode, useEffect, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const SECOND_MS = 1_000;

const left = (hours: number, minutes: number, seconds: number): Text => ({
  zh: `还能用 ${hours} 小时 ${minutes} 分 ${seconds} 秒`,
  en: `Works for another ${hours} h ${minutes} min ${seconds} s`,
});
const OVER: Text = { zh: "已经停用", en: "It has ceased to work" };

/** The time that is left, second by second: to be read, and not told by a screen reader each time. */
export function Countdown({ to }: { readonly to: string }): ReactNode {
  const { say } = useTexts();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((Date.parse(to) - now) / SECOND_MS));
  const text =
    seconds === 0 ? OVER : left(Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60);
  return (
    <p>
      <time className="strong money" dateTime={to}>
        {say(text)}
      </time>
    </p>
  );
}
