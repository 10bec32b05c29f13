import { type FormEvent, type ReactNode, useState } from "react";
import type { TakeTicketInput } from "../../shared/generated/graphql.ts";
import { refusalAt } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { CardField } from "../card-field.tsx";
import { useTakeTicket } from "../kiosk/use-take-ticket.ts";

const TEXTS = {
  title: { zh: "发号", en: "Give out a ticket" },
  queue: { zh: "队列", en: "Queue" },
  choose: { zh: "请选择", en: "Choose one" },
  idNumber: { zh: "或按身份证号码签到今天的预约", en: "Or check in today's booking by identity number" },
  card: {
    zh: "刷身份证（实名取号，可省略）",
    en: "Identity card (gives the ticket a name; may be left out)",
  },
  give: { zh: "发号", en: "Give out" },
  giving: { zh: "正在发号…", en: "Giving out…" },
  missing: { zh: "请选择队列，或输入身份证号码", en: "Choose a queue, or type an identity number" },
} satisfies Record<string, Text>;
const givenText = (number: string): Text => ({ zh: `已发号 ${number}`, en: `Ticket ${number} is given out` });

type Queue = { readonly letter: string; readonly name: Text };
type GiveTicketProps = { readonly hall: string; readonly queues: readonly Queue[] };

/** A ticket for somebody at the counter, with a booking or without. */
export function GiveTicket({ hall, queues }: GiveTicketProps): ReactNode {
  const { say } = useTexts();
  const [queue, setQueue] = useState("");
  const [idNumber, setIdNumber] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { take, ticket, again, failure, isSending } = useTakeTicket(() => {
    setIdNumber("");
    setQueue("");
  });

  function give(shown: Pick<TakeTicketInput, "card">): void {
    const typed = idNumber.replaceAll(/\s/g, "").toUpperCase();
    const isMissing = queue === "" && typed === "" && !shown.card;
    setProblems(isMissing ? [{ field: "ticket-queue", text: say(TEXTS.missing) }] : []);
    if (isMissing) return;
    take({
      hall,
      ...shown,
      ...(queue === "" ? {} : { queue }),
      ...(typed === "" ? {} : { idNumber: typed }),
    });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    give({});
  }
  return (
    <section className="part" aria-labelledby="give">
      <h2 id="give">{say(TEXTS.title)}</h2>
      <form className="form" noValidate onSubmit={submit}>
        <ErrorSummary problems={problems} />
        <FailureNotice failure={failure} again={again} isSending={isSending} />
        {ticket && <Notice tone="good" title={say(givenText(ticket.number))} isNews />}
        <Choice
          id="ticket-queue"
          label={say(TEXTS.queue)}
          value={queue}
          problem={problems[0]?.text}
          options={[
            { value: "", text: say(TEXTS.choose) },
            ...queues.map(({ letter, name }) => ({ value: letter, text: `${letter} ${say(name)}` })),
          ]}
          choose={setQueue}
        />
        <Field id="ticket-id-number" label={say(TEXTS.idNumber)} problem={refusalAt(failure, "idNumber")}>
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
        <CardField
          id="ticket-card"
          label={say(TEXTS.card)}
          problem={refusalAt(failure, "card")}
          onRead={(card) => give({ card })}
        />
        <p>
          <button className="button button-plain" type="submit" aria-disabled={isSending}>
            {say(isSending ? TEXTS.giving : TEXTS.give)}
          </button>
        </p>
      </form>
    </section>
  );
}
