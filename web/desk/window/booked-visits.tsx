import type { ReactNode } from "react";
import { time } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { APPOINTMENT_STATUSES } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { useTakeTicket } from "../kiosk/use-take-ticket.ts";

const FRAGMENT = graphql(`
  fragment BookedVisits on AppointmentConnection {
    edges {
      node {
        id
        from
        to
        status
        item
        ticket {
          number
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
`);

const TEXTS = {
  title: { zh: "今天的预约", en: "Booked for today" },
  time: { zh: "时间", en: "Time" },
  item: { zh: "事项", en: "Service" },
  status: { zh: "状态", en: "State" },
  ticket: { zh: "号码", en: "Ticket" },
  checkIn: { zh: "签到发号", en: "Check in" },
  none: { zh: "今天没有预约。", en: "Nobody has booked for today." },
  more: { zh: "这里只列出前 50 个预约。", en: "These are the first 50." },
} satisfies Record<string, Text>;
const givenText = (number: string): Text => ({
  zh: `已签到，号码 ${number}`,
  en: `Checked in: ticket ${number}`,
});

type BookedVisitsProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly hall: string;
  readonly itemName: (code: string) => string;
};

/** The day's bookings, each to be checked in when its citizen shows it. They are nobody's name. */
export function BookedVisits({ of, hall, itemName }: BookedVisitsProps): ReactNode {
  const { say } = useTexts();
  const { edges, pageInfo } = readFragment(FRAGMENT, of);
  const rows = edges.map(({ node }) => node);
  const { take, ticket, again, failure, isSending } = useTakeTicket();
  return (
    <section className="part" aria-label={say(TEXTS.title)}>
      {rows.length === 0 && <h2>{say(TEXTS.title)}</h2>}
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      {ticket && <Notice tone="good" title={say(givenText(ticket.number))} isNews />}
      {rows.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table
          caption={say(TEXTS.title)}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: say(TEXTS.time), cell: ({ from, to }) => `${time(from)}–${time(to)}` },
            { head: say(TEXTS.item), cell: ({ item }) => item && itemName(item), kind: "wide" },
            {
              head: say(TEXTS.status),
              cell: ({ status }) => (
                <Tag tone={APPOINTMENT_STATUSES[status].tone}>{say(APPOINTMENT_STATUSES[status].text)}</Tag>
              ),
            },
            {
              head: say(TEXTS.ticket),
              cell: ({ id, status, ticket: given, from }) =>
                status === "BOOKED" ? (
                  <button
                    className="button button-plain"
                    type="button"
                    aria-disabled={isSending}
                    onClick={() => take({ hall, appointment: id })}
                  >
                    {say(TEXTS.checkIn)}
                    <span className="out-of-sight"> {time(from)}</span>
                  </button>
                ) : (
                  given?.number
                ),
            },
          ]}
        />
      )}
      {pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
    </section>
  );
}
