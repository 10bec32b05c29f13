import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskWindowQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useOfficer } from "../use-officer.ts";
import { useWatch } from "../use-watch.ts";
import { BookedVisits } from "./booked-visits.tsx";
import { CallNext } from "./call-next.tsx";
import { CalledTicket } from "./called-ticket.tsx";
import { GiveTicket } from "./give-ticket.tsx";
import { useLastAttendance, useWindowPlace } from "./use-place.ts";
import { WalkIn } from "./walk-in.tsx";

const WINDOW = graphql(`
  query DeskWindow($hall: ID!, $window: ID!, $day: Date!, $region: RegionCode!) {
    hall(code: $hall) {
      code
      name {
        zh
        en
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
        queues
      }
    }
    calledTicket(hall: $hall, window: $window) {
      id
      ...CalledTicket
    }
    bookedAppointments(hall: $hall, day: $day, first: 50) {
      ...BookedVisits
    }
    serviceItems(region: $region, first: 100) {
      edges {
        node {
          code
          name {
            zh
            en
          }
        }
      }
    }
  }
`);

type Hall = NonNullable<DeskWindowQuery["hall"]>;

const TEXTS = {
  unknown: { zh: "没有这个大厅或窗口。", en: "There is no such hall, or no such window." },
  choose: { zh: "选择别的窗口", en: "Choose another window" },
  waiting: { zh: "等候人数", en: "Waiting" },
  mine: { zh: "（本窗口）", en: "(this window)" },
  goOn: { zh: "继续上一次接待", en: "Go on with whom you received last" },
  open: { zh: "打开接待", en: "Open the attendance" },
} satisfies Record<string, Text>;
const windowText = (code: string): Text => ({ zh: `${code} 号窗口`, en: `Window ${code}` });

/** No region has it: an officer without any still works at the hall, whose items then go by their codes. */
const NOWHERE = "000000";

/** So often the clerk sees who has come. */
const EVERY_MS = 15_000;

const route = getRouteApi("/desk/window/$hall/$window");

/** A clerk's work at a window: call, receive, give out tickets. */
export function WindowPage(): ReactNode {
  const { say } = useTexts();
  const { hall, window } = route.useParams();
  const { change: setPlace } = useWindowPlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is kept when it is another place, not at each drawing.
  useEffect(() => setPlace({ hall, window }), [hall, window]);
  return (
    <Page title={say(windowText(window))}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => <WindowOf region={viewer.regions?.[0]?.code ?? NOWHERE} />}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/window">
          {say(TEXTS.choose)}
        </Link>
      </p>
    </Page>
  );
}

function WindowOf({ region }: { readonly region: string }): ReactNode {
  const { say } = useTexts();
  const { hall, window } = route.useParams();
  const asked = useOwnAnswer(WINDOW, { hall, window, day: dateAt(new Date()), region });
  useWatch(asked, EVERY_MS);
  return (
    <Answered asked={asked}>
      {(data, errors) => {
        const trouble = troubleAt(errors, ["hall"]) ?? troubleAt(errors, ["calledTicket"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        const here = data.hall?.windows.find(({ code }) => code === window);
        if (!data.hall || !here) return <p>{say(TEXTS.unknown)}</p>;
        return <Work data={data} hall={data.hall} own={here.queues} />;
      }}
    </Answered>
  );
}

type WorkProps = { readonly data: DeskWindowQuery; readonly hall: Hall; readonly own: readonly string[] };

function Work({ data, hall, own }: WorkProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { window } = route.useParams();
  const { change: setAttendance } = useLastAttendance();
  const { calledTicket, bookedAppointments, serviceItems } = data;
  const itemName = (code: string): string => {
    const item = serviceItems?.edges.find(({ node }) => node.code === code)?.node;
    return item ? say(item.name) : code;
  };
  function attend(attendance: string): void {
    setAttendance(attendance);
    void navigate({ to: "/desk/window/attendance/$attendance", params: { attendance } });
  }
  return (
    <>
      <p>{say(hall.name)}</p>
      <LastAttendance />
      <Queues hall={hall} own={own} />
      {calledTicket ? (
        // A text that was typed for one number is not for the next.
        <CalledTicket key={calledTicket.id} of={calledTicket} itemName={itemName} onReceived={attend} />
      ) : (
        <CallNext hall={hall.code} window={window} />
      )}
      <div className="parts">
        <GiveTicket hall={hall.code} queues={hall.queues} />
        <WalkIn onReceived={attend} />
      </div>
      {bookedAppointments && <BookedVisits of={bookedAppointments} hall={hall.code} itemName={itemName} />}
    </>
  );
}

function LastAttendance(): ReactNode {
  const { say } = useTexts();
  const { value: attendance } = useLastAttendance();
  if (!attendance) return null;
  return (
    <Notice title={say(TEXTS.goOn)}>
      <Link className="link-target" to="/desk/window/attendance/$attendance" params={{ attendance }}>
        {say(TEXTS.open)}
      </Link>
    </Notice>
  );
}

/** How many wait, queue by queue. */
function Queues({ hall, own }: Pick<WorkProps, "hall" | "own">): ReactNode {
  const { say } = useTexts();
  return (
    <dl className="totals" aria-label={say(TEXTS.waiting)}>
      {hall.queues.map(({ letter, name, waiting }) => (
        <div key={letter}>
          <dt>
            {letter} {say(name)} {own.includes(letter) && say(TEXTS.mine)}
          </dt>
          <dd>{waiting}</dd>
        </div>
      ))}
    </dl>
  );
}
