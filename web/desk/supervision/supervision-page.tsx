import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskSupervisionQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place } from "../queue/queue-search.ts";
import { useLastTold } from "../use-last-told.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { NextPage } from "./next-page.tsx";
import { PlaceFilters } from "./place-filters.tsx";
import type { List, SupervisionSearch } from "./place-search.ts";
import { LISTS } from "./place-search.ts";
import { Placed } from "./placed.tsx";
import { SupervisedCases } from "./supervised-cases.tsx";

const SUPERVISION = graphql(`
  query DeskSupervision(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $after: String
    $escalated: Boolean!
    $held: Boolean!
    $paused: Boolean!
  ) {
    supervisionTotals(region: $region, within: true, department: $department) {
      held {
        total
        due
        overdue
      }
      escalated
      paused
      isMore
    }
    workQueueTotals(region: $region, within: true, department: $department) {
      total
      due
      overdue
      isMore
    }
    escalations(region: $region, within: true, department: $department, first: 20, after: $after)
      @include(if: $escalated) {
      ...SupervisedCases
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    heldSteps(region: $region, within: true, department: $department, first: 20, after: $after)
      @include(if: $held) {
      ...SupervisedCases
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    pausedApplications(region: $region, within: true, department: $department, first: 20, after: $after)
      @include(if: $paused) {
      ...SupervisedCases
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    regions(under: $top) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "督办", en: "Supervision" },
  lists: { zh: "列表", en: "Lists" },
  totals: { zh: "总数", en: "In figures" },
  waiting: { zh: "待领取", en: "Waiting in the queue" },
  waitingOverdue: { zh: "其中已超期", en: "of these overdue" },
  waitingDue: { zh: "其中今日到期", en: "of these due today" },
  heldOverdue: { zh: "在办已超期", en: "In hand and overdue" },
  heldDue: { zh: "在办今日到期", en: "In hand and due today" },
  tooBroad: { zh: "范围过大", en: "Choose a smaller region" },
} satisfies Record<string, Text>;

const LIST_TEXTS: Readonly<Record<List, Text>> = {
  escalated: { zh: "需要督办", en: "Needs attention" },
  held: { zh: "在办", en: "In hand" },
  paused: { zh: "暂停计时", en: "Clock stopped" },
};
const NONE: Readonly<Record<List, Text>> = {
  escalated: {
    zh: "没有超期、投诉或待复核的办件。",
    en: "Nothing is overdue, complained of or appealed against.",
  },
  held: { zh: "没有人领取办件。", en: "Nobody has taken anything on." },
  paused: { zh: "没有暂停计时的办件。", en: "No clock stands still." },
};

const route = getRouteApi("/desk/supervision");

/** The cases of a department that a supervisor looks after. */
export function SupervisionPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <Placed search={search}>
        {(place, officer) => <SupervisionOf place={place} officer={officer} search={search} />}
      </Placed>
    </Page>
  );
}

type SupervisionOfProps = {
  readonly place: Place;
  readonly officer: DeskOfficer;
  readonly search: SupervisionSearch;
};

function SupervisionOf({ place, officer, search }: SupervisionOfProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { region, top, department } = place;
  const { list = "escalated", after } = search;
  const asked = useOwnAnswer(SUPERVISION, {
    ...{ region, top, department },
    ...{ escalated: list === "escalated", held: list === "held", paused: list === "paused" },
    ...(after ? { after } : {}),
  });
  const last = useLastTold(asked);
  return (
    <>
      <PlaceFilters
        {...{ officer, place }}
        narrower={last?.regions ?? []}
        go={(chosen) => void navigate({ to: "/desk/supervision", search: { ...chosen, list } })}
      />
      <Answered asked={asked}>
        {(data, errors) => {
          const refused = errors.find(({ extensions }) => extensions?.code === "BAD_USER_INPUT");
          const field = { escalated: "escalations", held: "heldSteps", paused: "pausedApplications" }[list];
          const trouble = troubleAt(errors, [field]);
          const cases = data.escalations ?? data.heldSteps ?? data.pausedApplications;
          return (
            <>
              <Totals of={data} />
              <Lists of={data} search={{ region, department, list }} />
              {refused ? (
                <Notice tone="act" title={say(TEXTS.tooBroad)} isNews>
                  <p>{refused.message}</p>
                </Notice>
              ) : (
                trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />
              )}
              {cases && (
                <div className="part">
                  <SupervisedCases of={cases} caption={say(LIST_TEXTS[list])} none={say(NONE[list])} />
                  <NextPage
                    page={cases.pageInfo}
                    after={after}
                    to={(cursor) => ({
                      to: "/desk/supervision",
                      search: { region, department, list, ...(cursor ? { after: cursor } : {}) },
                    })}
                  />
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

/** A thousand are counted, so each number may be larger. */
const shown = (count: number, isMore: boolean): string => (isMore && count > 0 ? `${count}+` : String(count));

function Totals({ of }: { readonly of: DeskSupervisionQuery }): ReactNode {
  const { say } = useTexts();
  const { supervisionTotals: ours, workQueueTotals: queue } = of;
  const rows = [
    ...(queue
      ? ([
          [TEXTS.waiting, queue.total, queue.isMore],
          [TEXTS.waitingOverdue, queue.overdue, queue.isMore],
          [TEXTS.waitingDue, queue.due, queue.isMore],
        ] as const)
      : []),
    ...(ours
      ? ([
          [TEXTS.heldOverdue, ours.held.overdue, ours.isMore],
          [TEXTS.heldDue, ours.held.due, ours.isMore],
        ] as const)
      : []),
  ];
  return (
    <dl className="totals" aria-label={say(TEXTS.totals)}>
      {rows.map(([name, count, isMore]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{shown(count, isMore)}</dd>
        </div>
      ))}
    </dl>
  );
}

type ListsProps = {
  readonly of: DeskSupervisionQuery;
  readonly search: { readonly region: string; readonly department: string; readonly list: List };
};

/** The lists, each with how much it has. */
function Lists({ of: { supervisionTotals: ours }, search }: ListsProps): ReactNode {
  const { say } = useTexts();
  const counts = ours && { escalated: ours.escalated, held: ours.held.total, paused: ours.paused };
  return (
    <nav aria-label={say(TEXTS.lists)}>
      <ul className="tabs">
        {LISTS.map((list) => (
          <li key={list}>
            <Link
              className="link-target"
              to="/desk/supervision"
              search={{ ...search, list }}
              {...(list === search.list ? { "aria-current": "page" } : {})}
            >
              {say(LIST_TEXTS[list])}
              {counts && ` (${shown(counts[list], ours.isMore)})`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
