import { type ReactNode, useEffect, useRef } from "react";
import { moment, time } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { TakenTicket } from "./use-take-ticket.ts";

const TEXTS = {
  title: { zh: "您的号码", en: "Your number" },
  wait: {
    zh: "请留意大屏幕和叫号声。叫到时，请到屏幕上所示的窗口。",
    en: "Watch the screen and listen. When your number comes up, go to the window that it names.",
  },
  next: { zh: "下一个就是您。", en: "You are next." },
  print: { zh: "打印", en: "Print" },
  done: { zh: "完成", en: "Done" },
} satisfies Record<string, Text>;
const aheadText = (count: number): Text => ({ zh: `前面还有 ${count} 人。`, en: `${count} before you.` });
const bookedText = (at: string): Text => ({ zh: `预约时间 ${at}`, en: `Booked for ${at}` });

type KioskTicketProps = { readonly of: TakenTicket; readonly leave: () => void };

/** The number, large enough to be remembered, and how many are ahead. */
export function KioskTicket({ of, leave }: KioskTicketProps): ReactNode {
  const { say, language } = useTexts();
  const { number, takenAt, bookedFor, ahead } = of;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      <p className="kiosk-number">{number}</p>
      {bookedFor && <p>{say(bookedText(time(bookedFor)))}</p>}
      {typeof ahead === "number" && <p>{say(ahead === 0 ? TEXTS.next : aheadText(ahead))}</p>}
      <p>{say(TEXTS.wait)}</p>
      <p className="soft small">{moment(takenAt, language)}</p>
      <button className="button button-plain kiosk-choice no-print" type="button" onClick={() => print()}>
        {say(TEXTS.print)}
      </button>
      <button className="button kiosk-choice no-print" type="button" onClick={leave}>
        {say(TEXTS.done)}
      </button>
    </>
  );
}
