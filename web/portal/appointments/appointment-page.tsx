import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment, time } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalAppointmentQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { APPOINTMENT_STATUSES, SOME_ITEM } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { APPOINTMENTS } from "../halls/hall-texts.ts";
import { TicketLink } from "../tickets/ticket-link.tsx";
import { AppointmentChanges } from "./appointment-changes.tsx";
import { ForTheHall } from "./for-the-hall.tsx";

const APPOINTMENT = graphql(`
  query PortalAppointment($id: ID!) {
    node(id: $id) {
      ... on Appointment {
        __typename
        id
        from
        to
        status
        createdAt
        ...AppointmentChanges
        ...ForTheHall
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
          address {
            zh
            en
          }
        }
        application {
          id
          number
        }
        ticket {
          ...TicketLink
        }
      }
    }
  }
`);

type Node = NonNullable<PortalAppointmentQuery["node"]>;
type Appointment = Extract<Node, { __typename: "Appointment" }>;

const TEXTS = {
  title: { zh: "大厅预约", en: "Your appointment" },
  none: { zh: "没有这个预约。", en: "There is no such appointment of yours." },
  booked: { zh: "预约成功", en: "Your visit is booked" },
  moved: { zh: "已改期", en: "Your visit has another time" },
  doneText: {
    zh: "请带身份证按时到大厅取号。开始前两小时内不能再改期或取消。",
    en: "Bring your identity card and take a number at the hall in time. It can be changed or cancelled until two hours before.",
  },
  item: { zh: "事项", en: "Service" },
  when: { zh: "时间", en: "Time" },
  hall: { zh: "大厅", en: "Hall" },
  address: { zh: "地址", en: "Address" },
  about: { zh: "关于办件", en: "About the case" },
} satisfies Record<string, Text>;

const route = getRouteApi("/appointments/$id");

/** An appointment: its code for the hall, and the ways to change it that the platform says there are. */
export function AppointmentPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(APPOINTMENT, { id });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return isAppointment(node) ? <About of={node} /> : <p>{say(TEXTS.none)}</p>;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/appointments">
          {say(APPOINTMENTS)}
        </Link>
      </p>
    </Page>
  );
}

const isAppointment = (node: object | null): node is Appointment => node !== null && "createdAt" in node;

function About({ of }: { readonly of: Appointment }): ReactNode {
  const { say, language } = useTexts();
  const { done } = route.useSearch();
  const { from, to, status, hall, serviceItem, application, ticket } = of;
  const { text, tone } = APPOINTMENT_STATUSES[status];
  return (
    <>
      {done && status === "BOOKED" && (
        <Notice tone="good" title={say(TEXTS[done])} isNews>
          <p>{say(TEXTS.doneText)}</p>
        </Notice>
      )}
      <section className="part">
        <p aria-live="polite">
          <Tag tone={tone}>{say(text)}</Tag>
        </p>
        <Facts
          of={[
            [say(TEXTS.when), `${moment(from, language)}–${time(to)}`],
            [say(TEXTS.item), say(serviceItem?.name ?? SOME_ITEM)],
            [
              say(TEXTS.hall),
              <Link
                key="hall"
                className="link-target"
                to="/halls/$code"
                params={{ code: hall.code }}
                search={{}}
              >
                {say(hall.name)}
              </Link>,
            ],
            [say(TEXTS.address), say(hall.address)],
            [
              say(TEXTS.about),
              application && (
                <Link key="case" className="link-target" to="/cases/$id" params={{ id: application.id }}>
                  {application.number}
                </Link>
              ),
            ],
          ]}
        />
        {ticket && <TicketLink of={ticket} />}
        <AppointmentChanges of={of} />
      </section>
      {status === "BOOKED" && <ForTheHall of={of} />}
    </>
  );
}
