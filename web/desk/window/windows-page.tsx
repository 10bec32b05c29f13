import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskHallsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useOfficer } from "../use-officer.ts";
import { useWindowPlace } from "./use-place.ts";

const HALLS = graphql(`
  query DeskHalls($region: RegionCode!) {
    halls(region: $region, first: 50) {
      edges {
        node {
          code
          name {
            zh
            en
          }
          address {
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
            calls
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

type Hall = NonNullable<DeskHallsQuery["halls"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "窗口", en: "Window" },
  choose: { zh: "选择您坐的窗口", en: "Choose the window at which you sit" },
  nowhere: {
    zh: "您的账号没有辖区，因此没有大厅。请联系授权的管理员。",
    en: "Your account has no region, so there is no hall. Turn to whoever appointed you.",
  },
  none: { zh: "辖区内没有大厅。", en: "There is no hall in your region." },
  more: { zh: "这里只列出前 50 个大厅。", en: "These are the first 50 halls." },
  last: { zh: "您上次的窗口", en: "The window where you were" },
  kiosk: { zh: "打开取号机", en: "Open the ticket machine" },
} satisfies Record<string, Text>;
const windowText = (code: string): Text => ({ zh: `${code} 号窗口`, en: `Window ${code}` });
const callsText = (number: string): Text => ({ zh: `正在办 ${number}`, en: `serves ${number}` });
const waitText = (count: number): Text => ({ zh: `${count} 人等候`, en: `${count} waiting` });

/** The halls of the clerk's region, each with its windows and its ticket machine. */
export function WindowsPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => {
          const [first] = viewer.regions ?? [];
          return first ? <Halls region={first.code} /> : <p>{say(TEXTS.nowhere)}</p>;
        }}
      </Answered>
    </Page>
  );
}

function Halls({ region }: { readonly region: string }): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(HALLS, { region });
  return (
    <>
      <LastWindow />
      <p>{say(TEXTS.choose)}</p>
      <Answered asked={asked}>
        {({ halls }, errors) => {
          const trouble = troubleAt(errors, ["halls"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const found = halls?.edges.map(({ node }) => node) ?? [];
          return (
            <>
              {found.length === 0 && <p>{say(TEXTS.none)}</p>}
              {found.map((hall) => (
                <HallPart key={hall.code} of={hall} />
              ))}
              {halls?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
            </>
          );
        }}
      </Answered>
    </>
  );
}

function LastWindow(): ReactNode {
  const { say } = useTexts();
  const { value: place } = useWindowPlace();
  if (!place) return null;
  return (
    <Notice title={say(TEXTS.last)}>
      <Link className="link-target" to="/desk/window/$hall/$window" params={place}>
        {place.hall} · {say(windowText(place.window))}
      </Link>
    </Notice>
  );
}

function HallPart({ of: { code, name, address, queues, windows } }: { readonly of: Hall }): ReactNode {
  const { say } = useTexts();
  const queueName = (letter: string): string => {
    const queue = queues.find((one) => one.letter === letter);
    return queue ? `${letter} ${say(queue.name)}` : letter;
  };
  return (
    <section className="part" aria-labelledby={code}>
      <h2 id={code}>{say(name)}</h2>
      <p className="soft">{say(address)}</p>
      <ul className="tags">
        {queues.map((queue) => (
          <li key={queue.letter}>
            {queueName(queue.letter)}: {say(waitText(queue.waiting))}
          </li>
        ))}
      </ul>
      <ul className="rows">
        {windows.map((window) => (
          <li key={window.code} className="row">
            <Link
              className="link-target"
              to="/desk/window/$hall/$window"
              params={{ hall: code, window: window.code }}
            >
              {say(windowText(window.code))}
            </Link>
            <span>{window.queues.map(queueName).join(", ")}</span>
            <span className="soft">{window.calls && say(callsText(window.calls))}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link className="link-target" to="/desk/kiosk/$hall" params={{ hall: code }}>
          {say(TEXTS.kiosk)}
        </Link>
      </p>
    </section>
  );
}
