import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { dayOfWeek, moment, time } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBookSlotQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { SignInButton } from "../../shared/sign-in/sign-in-button.tsx";
import { SOME_ITEM } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { APPOINTMENTS } from "./hall-texts.ts";
import { NoHall } from "./item-step.tsx";
import { firstRadio, RadioList } from "./radio-list.tsx";
import { type BookingOutcome, useBooking } from "./use-booking.ts";
import { STEP_TEXTS, type WishedVisit } from "./visit.ts";

const SLOTS = graphql(`
  query PortalBookSlot($code: ID!, $item: ID!, $day: Date!) {
    hall(code: $code) {
      code
      name {
        zh
        en
      }
      address {
        zh
        en
      }
      slots(item: $item, day: $day) {
        from
        to
        free
      }
    }
    serviceItem(code: $item) {
      id
      name {
        zh
        en
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "预约：选择时间", en: "Book a visit: the time" },
  moveTitle: { zh: "改期：选择时间", en: "Change your visit: the time" },
  day: { zh: "日期", en: "Day" },
  address: { zh: "地址", en: "Address" },
  legend: { zh: "几点来？", en: "The time at which you come" },
  wrong: { zh: "请选择时间", en: "Choose a time" },
  full: { zh: "约满", en: "full" },
  nothing: {
    zh: "这一天没有可以预约的时间。请换一天，或直接到大厅取号。",
    en: "No time can be booked on this day. Choose another day, or take a number at the hall.",
  },
  otherDay: { zh: "换一天", en: "Choose another day" },
  book: { zh: "确认预约", en: "Book this visit" },
  move: { zh: "确认改期", en: "Change to this time" },
  sending: { zh: "正在提交…", en: "Sending…" },
  refused: { zh: "没有约成", en: "Nothing was booked" },
  signIn: { zh: "登录后才能预约", en: "Sign in to book" },
} satisfies Record<string, Text>;
const left = (count: number): Text => ({
  zh: `余 ${count}`,
  en: count === 1 ? "1 place left" : `${count} places left`,
});
const again = (from: string): Text => ({
  zh: `${from}起可以再预约。`,
  en: `You can book again from ${from}.`,
});

type SlotStepProps = { readonly visit: WishedVisit; readonly day: string };

/** Asks for the time, of those that have a place left, and books it. */
export function SlotStep({ visit, day }: SlotStepProps): ReactNode {
  const { say } = useTexts();
  const asked = useAnswer(SLOTS, { code: visit.hall, item: visit.item, day });
  return (
    <Page title={say(visit.move ? TEXTS.moveTitle : TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {(answer, errors) => {
          const trouble = troubleAt(errors, ["hall", "slots"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return answer.hall ? <Choose of={answer} visit={visit} day={day} /> : <NoHall />;
        }}
      </Answered>
      <p>
        <Link
          className="link-target"
          to="/halls/$code/book"
          params={{ code: visit.hall }}
          search={({ day: _, ...rest }) => rest}
        >
          {say(TEXTS.otherDay)}
        </Link>
      </p>
    </Page>
  );
}

function Choose({ of, visit, day }: SlotStepProps & { readonly of: PortalBookSlotQuery }): ReactNode {
  const { say, language } = useTexts();
  const navigate = useNavigate();
  const { status } = useSession();
  const { outcome, isSending, book } = useBooking(visit);
  const [chosen, choose] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const slots = of.hall?.slots ?? [];
  const choices = slots.map(({ from, to, free }) => ({
    value: from,
    isOff: free === 0,
    label: (
      <span className="stack-tight">
        <span>
          {time(from)}–{time(to)}
        </span>
        <span className="soft small">{say(free === 0 ? TEXTS.full : left(free))}</span>
      </span>
    ),
  }));
  // The place has gone meanwhile: said where another is chosen.
  const problem =
    outcome?.kind === "full" && !chosen ? outcome.message : isWrong && !chosen ? say(TEXTS.wrong) : undefined;
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWrong(true);
    if (!chosen) return;
    const next = await book(chosen);
    if (next?.kind === "full") choose(undefined);
    if (next?.kind === "booked")
      await navigate({
        to: "/appointments/$id",
        params: { id: next.id },
        search: { done: visit.move ? "moved" : "booked" },
      });
  }
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: firstRadio("slot", choices), text: problem }] : []} />
      <NotBooked outcome={outcome} again={() => chosen && void book(chosen)} isSending={isSending} />
      <form className="part" onSubmit={send}>
        <Facts
          of={[
            [say(STEP_TEXTS.item), say(of.serviceItem?.name ?? SOME_ITEM)],
            [say(STEP_TEXTS.hall), of.hall && say(of.hall.name)],
            [say(TEXTS.address), of.hall && say(of.hall.address)],
            [say(TEXTS.day), dayOfWeek(day, language)],
          ]}
        />
        {visit.move && <p>{say(STEP_TEXTS.moving)}</p>}
        {choices.length === 0 ? (
          <p>{say(TEXTS.nothing)}</p>
        ) : (
          <>
            <RadioList
              name="slot"
              legend={say(TEXTS.legend)}
              isDense
              {...{ choices, chosen, choose, problem }}
            />
            {status === "signed-in" && (
              <button className="button" type="submit" aria-disabled={isSending}>
                {say(isSending ? TEXTS.sending : visit.move ? TEXTS.move : TEXTS.book)}
              </button>
            )}
          </>
        )}
      </form>
      {choices.length > 0 && status !== "signed-in" && status !== "starting" && (
        <Notice tone="act" title={say(TEXTS.signIn)}>
          <SignInButton />
        </Notice>
      )}
    </>
  );
}

type NotBookedProps = {
  readonly outcome: BookingOutcome | undefined;
  readonly again: () => void;
  readonly isSending: boolean;
};

/** A refusal in the platform's words, or the trouble in place of an answer. */
function NotBooked({ outcome, again: retry, isSending }: NotBookedProps): ReactNode {
  const { say, language } = useTexts();
  if (outcome?.kind === "trouble")
    return <TroubleNotice trouble={outcome.trouble} again={retry} isAsking={isSending} />;
  if (outcome?.kind !== "refused") return null;
  return (
    <Notice tone="bad" title={say(TEXTS.refused)} isNews>
      <p>{outcome.message}</p>
      {outcome.until && <p>{say(again(moment(outcome.until, language)))}</p>}
      <Link className="link-target" to="/appointments">
        {say(APPOINTMENTS)}
      </Link>
    </Notice>
  );
}
