import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayOfWeek } from "../../shared/format/dates.ts";
import { hoursText, openingAt, openingText, weekText } from "../../shared/format/opening.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalHallQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BOOK, FIND_HALL, waitingIn } from "./hall-texts.ts";

const HALL = graphql(`
  query PortalHall($code: ID!) {
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
      followsCalendar
      weeklyHours {
        weekday
        from
        to
      }
      specialDays {
        day
        hours {
          from
          to
        }
        reason {
          zh
          en
        }
      }
      openDays(first: 2) {
        day
        hours {
          from
          to
        }
      }
      queues {
        letter
        waiting
        name {
          zh
          en
        }
      }
      windows {
        code
        calls
        queues
      }
    }
  }
`);

type Hall = NonNullable<PortalHallQuery["hall"]>;

const TEXTS = {
  title: { zh: "政务服务大厅", en: "Service hall" },
  none: { zh: "没有这个大厅。", en: "There is no such hall." },
  address: { zh: "地址", en: "Address" },
  windows: { zh: "窗口", en: "Windows" },
  phone: { zh: "咨询电话", en: "Questions" },
  hours: { zh: "开放时间", en: "Opening hours" },
  calendar: {
    zh: "法定节假日不开放，调休上班日照常开放。",
    en: "Closed on public holidays, open on days that are worked in exchange.",
  },
  special: { zh: "特殊安排", en: "Other hours" },
  closed: { zh: "不开放", en: "closed" },
  queues: { zh: "现在排队情况", en: "The queues now" },
  atWindows: { zh: "窗口", en: "windows" },
  calling: { zh: "正在叫号", en: "now serving" },
  board: { zh: "大厅叫号屏", en: "The hall's screen" },
  howTitle: { zh: "到大厅怎么办", en: "At the hall" },
  how: {
    zh: "带上身份证，在取号机或咨询台取号；已预约的到时优先叫号。没有预约也可以来。",
    en: "Bring your identity card and take a number at the kiosk or the desk; who has booked is called first at their time. You may come without a booking, too.",
  },
} satisfies Record<string, Text>;

const route = getRouteApi("/halls/$code");

/** A hall: its hours, how many wait, and the way to a booking. */
export function HallPage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const asked = useAnswer(HALL, { code });
  const hall = asked.answer?.ok ? asked.answer.data.hall : undefined;
  return (
    <Page title={say(hall?.name ?? TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {(answer, errors) => {
          const trouble = troubleAt(errors, ["hall"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return answer.hall ? <About of={answer.hall} /> : <p>{say(TEXTS.none)}</p>;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/halls">
          {say(FIND_HALL)}
        </Link>
      </p>
    </Page>
  );
}

function About({ of: hall }: { readonly of: Hall }): ReactNode {
  const { say, language } = useTexts();
  const { item } = route.useSearch();
  const { code, address, windows, openDays } = hall;
  const now = new Date();
  const opening = openingAt(openDays, now);
  return (
    <>
      <section className="part stack">
        <Tag tone={opening.isOpen ? "good" : "plain"}>{openingText(opening, now, language)}</Tag>
        <Facts
          of={[
            [say(TEXTS.address), say(address)],
            [say(TEXTS.windows), String(windows.length)],
            [say(TEXTS.phone), "12345"],
          ]}
        />
        <Link className="button" to="/halls/$code/book" params={{ code }} search={item ? { item } : {}}>
          {say(BOOK)}
        </Link>
      </section>
      <Hours of={hall} />
      <Queues of={hall} />
      <section className="part stack">
        <h2>{say(TEXTS.howTitle)}</h2>
        <p>{say(TEXTS.how)}</p>
        <a className="link-target" href={`/screen/${encodeURIComponent(code)}`}>
          {say(TEXTS.board)}
        </a>
      </section>
    </>
  );
}

function Hours({ of: { weeklyHours, specialDays, followsCalendar } }: { readonly of: Hall }): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.hours)}</h2>
      <Facts of={weekText(weeklyHours, language)} />
      {followsCalendar && <p className="soft small">{say(TEXTS.calendar)}</p>}
      {specialDays.length > 0 && (
        <>
          <h3>{say(TEXTS.special)}</h3>
          <Facts
            of={specialDays.map(({ day, hours, reason }) => [
              dayOfWeek(day, language),
              `${hours.length > 0 ? hoursText(hours, language) : say(TEXTS.closed)} · ${say(reason)}`,
            ])}
          />
        </>
      )}
    </section>
  );
}

function Queues({ of: { queues, windows } }: { readonly of: Hall }): ReactNode {
  const { say } = useTexts();
  const listed = (words: readonly string[]): string => words.join(say(BETWEEN));
  return (
    <section className="part">
      <h2>{say(TEXTS.queues)}</h2>
      <ul className="rows">
        {queues.map(({ letter, name, waiting }) => {
          const own = windows.filter((one) => one.queues.includes(letter));
          const calls = own.flatMap((one) => (one.calls?.startsWith(letter) ? [one.calls] : []));
          return (
            <li key={letter} className="stack-tight">
              <span className="strong">
                {letter} · {say(name)}
              </span>
              <span>{say(waitingIn(waiting))}</span>
              <span className="soft small">
                {say(TEXTS.atWindows)} {listed(own.map((one) => one.code))}
                {calls.length > 0 && ` · ${say(TEXTS.calling)} ${listed(calls)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
