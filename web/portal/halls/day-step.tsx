import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { dayOfWeek } from "../../shared/format/dates.ts";
import { hoursText } from "../../shared/format/opening.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBookDayQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { SOME_ITEM } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NoHall } from "./item-step.tsx";
import { firstRadio, RadioList } from "./radio-list.tsx";
import { STEP_TEXTS, type WishedVisit } from "./visit.ts";

const DAYS = graphql(`
  query PortalBookDay($code: ID!, $item: ID!) {
    hall(code: $code) {
      code
      name {
        zh
        en
      }
      openDays {
        day
        hours {
          from
          to
        }
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
  title: { zh: "预约：选择日期", en: "Book a visit: the day" },
  moveTitle: { zh: "改期：选择日期", en: "Change your visit: the day" },
  legend: { zh: "哪一天来？", en: "The day on which you come" },
  wrong: { zh: "请选择日期", en: "Choose a day" },
  nothing: {
    zh: "这个大厅两周内不开放，暂时不能预约。",
    en: "This hall is not open within two weeks, so nothing can be booked now.",
  },
} satisfies Record<string, Text>;

type DayStepProps = { readonly visit: WishedVisit };

/** Asks for the day, of those on which the hall is open. */
export function DayStep({ visit }: DayStepProps): ReactNode {
  const { say } = useTexts();
  const asked = useAnswer(DAYS, { code: visit.hall, item: visit.item });
  return (
    <Page title={say(visit.move ? TEXTS.moveTitle : TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {(answer, errors) => {
          const trouble = troubleAt(errors, ["hall"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return answer.hall ? <Choose of={answer} visit={visit} /> : <NoHall />;
        }}
      </Answered>
    </Page>
  );
}

function Choose({ of, visit }: DayStepProps & { readonly of: PortalBookDayQuery }): ReactNode {
  const { say, language } = useTexts();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const choices = (of.hall?.openDays ?? []).map(({ day, hours }) => ({
    value: day,
    label: (
      <span className="stack-tight">
        <span>{dayOfWeek(day, language)}</span>
        <span className="soft small">{hoursText(hours, language)}</span>
      </span>
    ),
  }));
  const problem = isWrong && !chosen ? say(TEXTS.wrong) : undefined;
  function goOn(event: FormEvent): void {
    event.preventDefault();
    setWrong(true);
    if (chosen)
      void navigate({
        to: "/halls/$code/book",
        params: { code: visit.hall },
        search: (before) => ({ ...before, day: chosen }),
      });
  }
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: firstRadio("day", choices), text: problem }] : []} />
      <form className="part" onSubmit={goOn}>
        <Facts
          of={[
            [say(STEP_TEXTS.item), say(of.serviceItem?.name ?? SOME_ITEM)],
            [say(STEP_TEXTS.hall), of.hall && say(of.hall.name)],
          ]}
        />
        {visit.move && <p>{say(STEP_TEXTS.moving)}</p>}
        {choices.length === 0 ? (
          <p>{say(TEXTS.nothing)}</p>
        ) : (
          <>
            <RadioList name="day" legend={say(TEXTS.legend)} {...{ choices, chosen, choose, problem }} />
            <button className="button" type="submit">
              {say(STEP_TEXTS.goOn)}
            </button>
          </>
        )}
      </form>
    </>
  );
}
