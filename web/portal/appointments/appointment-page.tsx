import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment, time } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalAppointmentQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { APPOINTMENT_STATUSES, SOME_ITEM } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { AreYouSure } from "../../shared/ui/are-you-sure.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { QrCode } from "../../shared/ui/qr-code.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { APPOINTMENTS } from "../halls/hall-texts.ts";
import { TicketLink } from "../tickets/ticket-link.tsx";

const APPOINTMENT = graphql(`
  query PortalAppointment($id: ID!) {
    node(id: $id) {
      ... on Appointment {
        __typename
        id
        item
        from
        to
        status
        availableActions
        serviceItem {
          id
          name {
            zh
            en
          }
          materials {
            code
            required
            filledBy
            name {
              zh
              en
            }
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

const CANCEL = graphql(`
  mutation PortalCancelVisit($id: ID!) {
    done: cancelAppointment(id: $id) {
      __typename
      ... on Refusal {
        message
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
  code: { zh: "到大厅时出示", en: "To be shown at the hall" },
  codeText: {
    zh: "取号机或工作人员扫这个码，就能按您的预约取号。",
    en: "The kiosk or a clerk reads this code and gives out your number.",
  },
  codeLabel: { zh: "预约二维码", en: "The code of your appointment" },
  bring: { zh: "请带上", en: "Bring with you" },
  change: { zh: "改期", en: "Change the time" },
  cancel: { zh: "取消预约", en: "Cancel this visit" },
  sure: { zh: "确定取消这个预约吗？", en: "Do you want to cancel this visit?" },
  sureText: { zh: "取消后名额会让给别人。", en: "The place goes to somebody else." },
  yes: { zh: "确定取消", en: "Yes, cancel it" },
  cancelling: { zh: "正在取消…", en: "Cancelling…" },
  no: { zh: "保留预约", en: "Keep it" },
  tooLate: {
    zh: "离开始不到两小时，不能再改期或取消。来不了请拨打 12345。",
    en: "It begins within two hours, so it cannot be changed or cancelled any more. If you cannot come, call 12345.",
  },
  refused: { zh: "没有取消", en: "It was not cancelled" },
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

const isAppointment = (node: object | null): node is Appointment =>
  node !== null && "availableActions" in node;

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
        <Changes of={of} />
      </section>
      {status === "BOOKED" && <ForTheHall of={of} />}
    </>
  );
}

function Changes({
  of: { id, item, hall, status, availableActions },
}: {
  readonly of: Appointment;
}): ReactNode {
  const { say } = useTexts();
  const { isSending, refusal, trouble, act } = useAct(CANCEL, { id });
  const mayMove = availableActions.includes("MOVE") && item !== null;
  const mayCancel = availableActions.includes("CANCEL");
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={act} isAsking={isSending} />}
      {refusal && (
        <Notice tone="bad" title={say(TEXTS.refused)} isNews>
          <p>{refusal}</p>
        </Notice>
      )}
      {status === "BOOKED" && !mayCancel && <p>{say(TEXTS.tooLate)}</p>}
      <div className="stack no-print">
        {mayMove && (
          <Link
            className="button button-plain"
            to="/halls/$code/book"
            params={{ code: hall.code }}
            search={{ item, move: id }}
          >
            {say(TEXTS.change)}
          </Link>
        )}
        {mayCancel && (
          <AreYouSure
            {...{ ask: TEXTS.cancel, title: TEXTS.sure, text: TEXTS.sureText, no: TEXTS.no }}
            {...{ yes: TEXTS.yes, doing: TEXTS.cancelling, isDoing: isSending, act }}
          />
        )}
      </div>
    </>
  );
}

/** The code that finds the booking, and the papers that the platform does not hold. */
function ForTheHall({ of: { id, serviceItem } }: { readonly of: Appointment }): ReactNode {
  const { say } = useTexts();
  const papers = (serviceItem?.materials ?? []).filter(({ required, filledBy }) => required && !filledBy);
  return (
    <>
      <section className="part stack">
        <h2>{say(TEXTS.code)}</h2>
        <p>{say(TEXTS.codeText)}</p>
        <QrCode text={id} label={say(TEXTS.codeLabel)} />
        <p className="soft small">{id}</p>
      </section>
      {papers.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.bring)}</h2>
          <ul className="rows">
            {papers.map(({ code, name }) => (
              <li key={code}>{say(name)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
