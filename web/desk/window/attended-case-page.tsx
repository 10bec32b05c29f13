import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AddAccount } from "../../shared/forms/add-account.tsx";
import { APPLICATION_TO_FILL } from "../../shared/forms/application-to-fill.ts";
import { OFFERED_ACCOUNT } from "../../shared/forms/form-view.ts";
import type { Offered } from "../../shared/forms/offered.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskAttendedCaseQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { useOfficer } from "../use-officer.ts";
import { AboutTicket } from "./about-ticket.tsx";
import { AttendanceOver } from "./attendance-over.tsx";
import { AttendedActs } from "./attended-acts.tsx";
import { AttendedWords } from "./attended-words.tsx";
import { ConfirmAtWindow } from "./confirm-at-window.tsx";
import { FillAtWindow } from "./fill-at-window.tsx";
import { FOREIGN_WAYS } from "./foreign-ways.ts";
import { TimeLeft, useIsOver } from "./time-left.tsx";

const CASE = graphql(`
  query DeskAttendedCase($attendance: ID!, $id: ID!, $region: RegionCode!) {
    attendance(id: $attendance) {
      id
      name
      until
      payoutAccounts {
        ...OfferedAccountParts
      }
      ticket {
        id
        status
        ...AboutTicket
      }
      application(id: $id) {
        id
        number
        status
        capacity
        availableActions
        subject {
          name
        }
        answer {
          because
        }
        item {
          name {
            zh
            en
          }
        }
        ...ApplicationToFill
        ...DeskForeignWays
        ...ConfirmAtWindow
        ...AttendedWords
      }
    }
    regions(under: $region) {
      code
      name
    }
  }
`);

export type AttendedCase = NonNullable<NonNullable<DeskAttendedCaseQuery["attendance"]>["application"]>;

const TEXTS = {
  title: { zh: "办件", en: "Case" },
  unknown: {
    zh: "没有这个办件，它不属于窗口前的人，或者接待已经结束。",
    en: "There is no such case, it is not of who is at your window, or the attendance is over.",
  },
  back: { zh: "回到接待", en: "Back to the attendance" },
  subject: { zh: "申请人", en: "Applicant" },
  number: { zh: "办件编号", en: "Case number" },
} satisfies Record<string, Text>;

const NOWHERE = "000000";

const route = getRouteApi("/desk/window/attendance/$attendance/cases/$id");

/** A case of the person at the window: filled in, handed in and confirmed with them. */
export function AttendedCasePage(): ReactNode {
  const { say } = useTexts();
  const { attendance } = route.useParams();
  return (
    <Answered asked={useOfficer()}>
      {({ viewer }) => (
        <CaseOf region={viewer.regions?.[0]?.code ?? NOWHERE}>
          <p>
            <Link className="link-target" to="/desk/window/attendance/$attendance" params={{ attendance }}>
              {say(TEXTS.back)}
            </Link>
          </p>
        </CaseOf>
      )}
    </Answered>
  );
}

function CaseOf({ region, children }: { readonly region: string; readonly children: ReactNode }): ReactNode {
  const { say } = useTexts();
  const { attendance: id, id: application } = route.useParams();
  const asked = useOwnAnswer(CASE, { attendance: id, id: application, region });
  const data = asked.answer?.ok ? asked.answer.data : undefined;
  const found = data?.attendance?.application;
  return (
    <Page title={say(found ? found.item.name : TEXTS.title)} isNarrow>
      {children}
      <Answered asked={asked}>
        {({ attendance, regions }) =>
          attendance?.application ? (
            <Found
              attendance={attendance}
              of={attendance.application}
              regions={regions ?? []}
              again={asked.again}
            />
          ) : (
            <p>{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
    </Page>
  );
}

type FoundProps = {
  readonly attendance: NonNullable<DeskAttendedCaseQuery["attendance"]>;
  readonly of: AttendedCase;
  readonly regions: Offered["regions"];
  readonly again: () => void;
};

/** Nothing of the person stays when they do not count as being there any more; what was typed for them is kept. */
function Found({ attendance, again, ...shown }: FoundProps): ReactNode {
  const isOver = useIsOver(attendance.until, again);
  return isOver ? <AttendanceOver /> : <Attended attendance={attendance} {...shown} />;
}

function Attended({ attendance, of, regions }: Omit<FoundProps, "again">): ReactNode {
  const { say } = useTexts();
  const { number, status, subject, answer, availableActions, capacity } = of;
  const { text, tone } = CASE_STATUSES[status];
  // Accounts are their owner's alone.
  const accounts = capacity === "SELF" ? attendance.payoutAccounts : [];
  const offered: Offered = {
    accounts: (accounts ?? []).map((one) => readFragment(OFFERED_ACCOUNT, one)),
    regions,
    ...(capacity === "SELF"
      ? { addAccount: (added) => <AddAccount added={added} attendance={attendance.id} /> }
      : {}),
  };
  return (
    <>
      <section className="part">
        <p>
          <Tag tone={tone}>{say(text)}</Tag>
        </p>
        <p className="strong">{answer.because}</p>
        <Facts
          of={[
            [say(TEXTS.subject), subject.name],
            [say(TEXTS.number), number],
          ]}
        />
        <TimeLeft until={attendance.until} />
        {attendance.ticket?.status === "CALLED" && <AboutTicket of={attendance.ticket} application={of.id} />}
      </section>
      <ConfirmAtWindow of={of} attendance={attendance.id} />
      {availableActions.includes("SAVE") && (
        <FillAtWindow
          of={readFragment(APPLICATION_TO_FILL, of)}
          offered={offered}
          attendance={attendance.id}
          ways={readFragment(FOREIGN_WAYS, of)}
        />
      )}
      <AttendedWords of={of} attendance={attendance.id} />
      <AttendedActs of={of} attendance={attendance.id} />
    </>
  );
}
