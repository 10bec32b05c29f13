import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ApplicationForInput, DeskAttendanceQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { useLastTold } from "../use-last-told.ts";
import { useOfficer } from "../use-officer.ts";
import { AttendanceEnd } from "./attendance-end.tsx";
import { AttendanceOver } from "./attendance-over.tsx";
import { AttendedCases } from "./attended-cases.tsx";
import { AttendedFamily } from "./attended-family.tsx";
import { StartCase } from "./start-case.tsx";
import { TimeLeft, useIsOver } from "./time-left.tsx";

const ATTENDANCE = graphql(`
  query DeskAttendance($id: ID!, $for: ApplicationForInput, $region: RegionCode!) {
    attendance(id: $id) {
      id
      name
      startedAt
      until
      ticket {
        id
        number
        status
        item
        hall {
          region
        }
        application {
          id
        }
      }
      represents {
        enterprise
        person
        name
        capacity
        items
      }
      ...AttendedCases
    }
    serviceItems(region: $region, first: 100) {
      edges {
        node {
          code
          name {
            zh
            en
          }
          audiences
        }
      }
    }
    regions(under: $region) {
      code
      name
    }
  }
`);

export type Attended = NonNullable<DeskAttendanceQuery["attendance"]>;

const TEXTS = {
  title: { zh: "窗口接待", en: "At your window" },
  unknown: {
    zh: "没有这次接待，或者它不是您的。",
    en: "There is no such attendance, or it is not yours.",
  },
  back: { zh: "回到窗口", en: "Back to the window" },
  whose: { zh: "办谁的事", en: "In whose matter" },
  own: { zh: "本人", en: "Their own" },
  unnamed: { zh: "姓名未登记的人", en: "A person whose name is not on record" },
} satisfies Record<string, Text>;
const servedText = (name: string): Text => ({ zh: `${name} 在窗口`, en: `${name} is at your window` });

const route = getRouteApi("/desk/window/attendance/$attendance");

/** Nobody is found by it: items and regions are asked for with the officer's own. */
const NOWHERE = "000000";

/** Somebody at the window, and what can be done for them. */
export function AttendancePage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => <AttendanceOf region={viewer.regions?.[0]?.code ?? NOWHERE} />}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/window">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function AttendanceOf({ region }: { readonly region: string }): ReactNode {
  const { say } = useTexts();
  const { attendance: id } = route.useParams();
  // None of it goes into the address, for it names somebody.
  const [whose, setWhose] = useState<ApplicationForInput>();
  const asked = useOwnAnswer(ATTENDANCE, { id, region, ...(whose ? { for: whose } : {}) });
  const last = useLastTold(asked);
  if (!last) return <Answered asked={asked}>{() => null}</Answered>;
  const { attendance, serviceItems, regions } = last;
  // A guardianship, or an authority, may end while it is chosen.
  if (whose && attendance && !isRepresented(attendance, whose)) setWhose(undefined);
  if (!attendance) return <p>{say(TEXTS.unknown)}</p>;
  return (
    <Served
      of={attendance}
      {...{ whose, setWhose, region }}
      items={serviceItems?.edges.map(({ node }) => node) ?? []}
      regions={regions ?? []}
      again={asked.again}
    >
      {/* Another's cases are not shown for a moment under the name that was just chosen. */}
      <Answered asked={asked}>
        {({ attendance: now }) => now && <AttendedCases of={now} attendance={now.id} />}
      </Answered>
    </Served>
  );
}

type Item = NonNullable<DeskAttendanceQuery["serviceItems"]>["edges"][number]["node"];

type ServedProps = {
  readonly of: Attended;
  readonly whose: ApplicationForInput | undefined;
  readonly setWhose: (whose: ApplicationForInput | undefined) => void;
  readonly items: readonly Item[];
  readonly region: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly again: () => void;
  readonly children: ReactNode;
};

function Served({ of, whose, setWhose, items, region, regions, again, children }: ServedProps): ReactNode {
  const { say } = useTexts();
  const isOver = useIsOver(of.until, again);
  if (isOver) return <AttendanceOver />;
  return (
    <>
      <p className="big">{say(servedText(of.name ?? say(TEXTS.unnamed)))}</p>
      <TimeLeft until={of.until} />
      <AttendanceEnd of={of} />
      <Whose of={of} whose={whose} setWhose={setWhose} />
      {children}
      <StartCase
        key={whose ? keyOf(whose) : ""}
        attendance={of.id}
        whose={whose}
        isWhoseEnterprise={whose?.enterprise !== undefined && whose.enterprise !== null}
        items={items}
        only={representedItems(of, whose)}
        item={of.ticket?.item ?? undefined}
        region={of.ticket?.hall.region ?? region}
        regions={regions}
      />
      <AttendedFamily attendance={of.id} name={of.name ?? ""} />
    </>
  );
}

type WhoseProps = Pick<ServedProps, "of" | "whose" | "setWhose">;

const keyOf = ({ enterprise, person }: ApplicationForInput): string => String(enterprise ?? person ?? "");

const isRepresented = ({ represents }: Attended, whose: ApplicationForInput): boolean =>
  represents.some((one) => keyOf(one) === keyOf(whose));

/** The items in which the person may act for somebody; undefined for all. */
const representedItems = (
  { represents }: Attended,
  whose: ApplicationForInput | undefined,
): readonly string[] | undefined =>
  (whose && represents.find((one) => keyOf(one) === keyOf(whose))?.items) ?? undefined;

/** The person themselves, or one of those for whom they may act. */
function Whose({ of: { represents }, whose, setWhose }: WhoseProps): ReactNode {
  const { say } = useTexts();
  if (represents.length === 0) return null;
  return (
    <Choice
      id="whose"
      label={say(TEXTS.whose)}
      value={whose ? keyOf(whose) : ""}
      options={[
        { value: "", text: say(TEXTS.own) },
        ...represents.map((one) => ({ value: keyOf(one), text: say(nameOf(one)) })),
      ]}
      choose={(key) => {
        const chosen = represents.find((one) => keyOf(one) === key);
        setWhose(chosen && (chosen.enterprise ? { enterprise: chosen.enterprise } : personOf(chosen)));
      }}
    />
  );
}

/** A minor is named as one: their guardian is at the window. */
function nameOf({ name, capacity }: Attended["represents"][number]): Text {
  if (name === null) return TEXTS.unnamed;
  return capacity === "GUARDIAN"
    ? { zh: `${name}（监护人代办）`, en: `${name} (by their guardian)` }
    : { zh: name, en: name };
}

const personOf = ({ person }: Attended["represents"][number]): ApplicationForInput | undefined =>
  person ? { person } : undefined;
