import { type ReactNode, useEffect, useState } from "react";
import { time } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { useOnceFor } from "../../shared/use-once-for.ts";

const MINUTE_MS = 60_000;
const TICK_MS = 15_000;
/** So shortly before the end it is pointed out. */
const SOON_MINUTES = 3;

const leftText = (minutes: number, until: string): Text => ({
  zh: `还有 ${minutes} 分钟（至 ${until}）；每办一步重新计时 20 分钟。`,
  en: `${minutes} minutes left (until ${until}); each thing that is done begins 20 minutes anew.`,
});

/** The present moment, again and again. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Whether it has passed; then the platform is asked once whether it was put off meanwhile. */
export function useIsOver(until: string, again: () => void): boolean {
  const isOver = new Date(until).getTime() <= useNow(TICK_MS);
  useOnceFor(isOver && until, () => again());
  return isOver;
}

/** How long the person still counts as being there. */
export function TimeLeft({ until }: { readonly until: string }): ReactNode {
  const { say } = useTexts();
  const minutes = Math.ceil((new Date(until).getTime() - useNow(TICK_MS)) / MINUTE_MS);
  return (
    <p className={minutes <= SOON_MINUTES ? "late" : "soft"}>
      {say(leftText(Math.max(minutes, 0), time(until)))}
    </p>
  );
}
