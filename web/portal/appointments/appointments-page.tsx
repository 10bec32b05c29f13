import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalAppointmentsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { APPOINTMENT_STATUSES, SOME_ITEM } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { APPOINTMENTS, BOOK } from "../halls/hall-texts.ts";
import { TicketLink } from "../tickets/ticket-link.tsx";

const LINE = graphql(`
  fragment AppointmentLine on Appointment {
    id
    from
    status
    serviceItem {
      id
      name {
        zh
        en
      }
    }
    hall {
      code
      name {
        zh
        en
      }
    }
    ticket {
      ...TicketLink
    }
  }
`);

const MINE = graphql(`
  query PortalAppointments($after: String) {
    me {
      id
      upcomingAppointments {
        id
        ...AppointmentLine
      }
      appointments(first: 10, after: $after) {
        edges {
          node {
            id
            ...AppointmentLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Citizen = NonNullable<PortalAppointmentsQuery["me"]>;

const TEXTS = {
  next: { zh: "即将到来", en: "Coming up" },
  none: { zh: "您没有即将到来的预约。", en: "You have no appointment coming up." },
  others: { zh: "其他预约", en: "The others" },
  older: { zh: "更早的预约", en: "Older appointments" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/appointments");

/** Visits to halls: those that are before the reader, and all others. */
export function AppointmentsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(MINE, after ? { after } : {});
  return (
    <Page title={say(APPOINTMENTS)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble =
            troubleAt(errors, ["me", "upcomingAppointments"]) ?? troubleAt(errors, ["me", "appointments"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return me && <Lists of={me} isLater={after !== undefined} />;
        }}
      </Answered>
      <p>
        <Link className="button button-plain" to="/halls">
          {say(BOOK)}
        </Link>
      </p>
    </Page>
  );
}

function Lists({ of, isLater }: { readonly of: Citizen; readonly isLater: boolean }): ReactNode {
  const { say } = useTexts();
  const next = of.upcomingAppointments ?? [];
  const { edges = [], pageInfo } = of.appointments ?? {};
  const others = edges.map(({ node }) => node).filter(({ id }) => !next.some((one) => one.id === id));
  const isPaged = isLater || pageInfo?.hasNextPage;
  return (
    <>
      {!isLater && (
        <section className="part">
          <h2>{say(TEXTS.next)}</h2>
          {next.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
          <ul className="rows">
            {next.map((one) => (
              <Line key={one.id} of={one} />
            ))}
          </ul>
        </section>
      )}
      {(others.length > 0 || isPaged) && (
        <section className="part">
          <h2>{say(TEXTS.others)}</h2>
          <ul className="rows">
            {others.map((one) => (
              <Line key={one.id} of={one} />
            ))}
          </ul>
          <div className="row">
            {isLater && (
              <Link className="link-target" to="/appointments" search={{}}>
                {say(TEXTS.newest)}
              </Link>
            )}
            {pageInfo?.hasNextPage && pageInfo.endCursor && (
              <Link className="link-target" to="/appointments" search={{ after: pageInfo.endCursor }}>
                {say(TEXTS.older)}
              </Link>
            )}
          </div>
        </section>
      )}
    </>
  );
}

function Line({ of }: { readonly of: FragmentType<typeof LINE> }): ReactNode {
  const { say, language } = useTexts();
  const { id, from, status, serviceItem, hall, ticket } = readFragment(LINE, of);
  const { text, tone } = APPOINTMENT_STATUSES[status];
  return (
    <li className="stack-tight">
      <Link className="link-target" to="/appointments/$id" params={{ id }} search={{}}>
        {moment(from, language)}
      </Link>
      <span>{say(serviceItem?.name ?? SOME_ITEM)}</span>
      <span className="soft small">{say(hall.name)}</span>
      <span>
        <Tag tone={tone}>{say(text)}</Tag>
      </span>
      {ticket && <TicketLink of={ticket} />}
    </li>
  );
}
