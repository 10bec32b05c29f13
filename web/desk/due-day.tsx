import type { ReactNode } from "react";
import { dateAt, day, fromToday } from "../shared/format/dates.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";

const STANDING_STILL: Text = { zh: "暂停计时", en: "Clock stopped" };

/** A day by which something is due, and how far it is; without one the clock stands still. */
export function DueDay({ on }: { readonly on: string | null | undefined }): ReactNode {
  const { say, language } = useTexts();
  if (!on) return <span className="soft">{say(STANDING_STILL)}</span>;
  const today = dateAt(new Date());
  return (
    <span className={on < today ? "late" : ""}>
      {day(on, language)} <span className="small">({fromToday(on, today, language)})</span>
    </span>
  );
}
