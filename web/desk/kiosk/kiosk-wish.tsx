import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { TakeTicketInput } from "../../shared/generated/graphql.ts";
import { refusalAt } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { CardField } from "../card-field.tsx";
import { type TakenTicket, useTakeTicket } from "./use-take-ticket.ts";

const TEXTS = {
  booked: { zh: "今天的预约", en: "Your booking for today" },
  card: { zh: "请把身份证放在读卡处", en: "Hold your identity card to the reader" },
  idNumber: { zh: "或输入身份证号码", en: "Or type your identity number" },
  missing: { zh: "请放身份证，或输入身份证号码", en: "Hold your card to the reader, or type its number" },
  named: {
    zh: "刷身份证取号，到窗口不用再刷；叫号时也会收到通知。",
    en: "With your card the ticket is in your name: you need not show it again, and are told when you are called.",
  },
  take: { zh: "取号", en: "Take a ticket" },
  takeWithout: { zh: "不刷身份证，直接取号", en: "Take a ticket without a card" },
  taking: { zh: "正在取号…", en: "One moment…" },
  back: { zh: "返回", en: "Back" },
} satisfies Record<string, Text>;

/** A queue, by the letter of its numbers. */
export type KioskQueue = { readonly letter: string; readonly name: Text };

type KioskWishProps = {
  readonly hall: string;
  /** The queue that was chosen; none for somebody who has booked. */
  readonly queue: KioskQueue | undefined;
  readonly onTaken: (ticket: TakenTicket) => void;
  readonly leave: () => void;
};

/** A ticket is taken for a booking, by the card or its number; or in a queue, with a name or without. */
export function KioskWish({ hall, queue, onTaken, leave }: KioskWishProps): ReactNode {
  const { say } = useTexts();
  const [idNumber, setIdNumber] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { take, again, failure, isSending } = useTakeTicket(onTaken);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const wish = { hall, ...(queue ? { queue: queue.letter } : {}) };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = idNumber.replaceAll(/\s/g, "").toUpperCase();
    const isMissing = !queue && typed === "";
    setProblems(isMissing ? [{ field: "kiosk-id-number", text: say(TEXTS.missing) }] : []);
    const shown: Pick<TakeTicketInput, "idNumber"> = typed === "" ? {} : { idNumber: typed };
    if (!isMissing) take({ ...wish, ...shown });
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <h2 tabIndex={-1} ref={heading}>
        {queue ? say(queue.name) : say(TEXTS.booked)}
      </h2>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      {queue && <p>{say(TEXTS.named)}</p>}
      <CardField
        id="kiosk-card"
        label={say(TEXTS.card)}
        problem={refusalAt(failure, "card")}
        onRead={(card) => take({ ...wish, card })}
      />
      {!queue && (
        <Field
          id="kiosk-id-number"
          label={say(TEXTS.idNumber)}
          problem={problems[0]?.text ?? refusalAt(failure, "idNumber")}
        >
          {(marks) => (
            <input
              {...marks}
              autoComplete="off"
              maxLength={24}
              value={idNumber}
              onChange={(event) => setIdNumber(event.target.value)}
            />
          )}
        </Field>
      )}
      <button className="button kiosk-choice" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.taking : queue ? TEXTS.takeWithout : TEXTS.take)}
      </button>
      <button className="button button-plain kiosk-choice" type="button" onClick={leave}>
        {say(TEXTS.back)}
      </button>
    </form>
  );
}
