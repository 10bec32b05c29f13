import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addDays, dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskQueueQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { type Asked, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useLastTold } from "../use-last-told.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { ClaimNext } from "./claim-next.tsx";
import { ClaimedSteps, SitesToInspect } from "./claimed-steps.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { type Place, placeOf, type QueueSearch } from "./queue-search.ts";
import { QueueTable } from "./queue-table.tsx";
import { QueueTotals } from "./queue-totals.tsx";
import { ChooseSmaller, TooBroad } from "./too-broad.tsx";

const QUEUE = graphql(`
  query DeskQueue(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $item: ID
    $dueBy: Date
    $after: String
    $takesSteps: Boolean!
    $inspects: Boolean!
  ) {
    workQueue(
      region: $region
      within: true
      department: $department
      item: $item
      dueBy: $dueBy
      first: 20
      after: $after
    ) {
      ...QueueTable
    }
    workQueueTotals(region: $region, within: true, department: $department, item: $item) {
      ...QueueTotals
    }
    claimedSteps(first: 20) @include(if: $takesSteps) {
      ...ClaimedSteps
    }
    siteInspections(first: 20) @include(if: $inspects) {
      ...ClaimedSteps
    }
    regions(under: $top) {
      code
      name
    }
    serviceItems(region: $region, first: 100) {
      edges {
        node {
          code
          name {
            zh
            en
          }
          department {
            code
          }
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "待办", en: "Work queue" },
  nowhere: {
    zh: "您的账号没有辖区或部门，因此没有待办。请联系授权的管理员。",
    en: "Your account has no region or no department, so there is no queue. Turn to whoever appointed you.",
  },
} satisfies Record<string, Text>;

/** Supervisors alone look at queues without taking anything from them. */
const takesSteps = ({ roles }: DeskOfficer): boolean =>
  (["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER"] as const).some((role) => roles.includes(role));

const route = getRouteApi("/desk/queue");

/** The steps that wait in a part of the officer's jurisdiction, and those that they have taken on. */
export function QueuePage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => {
          const place = placeOf(search, viewer);
          return place ? (
            <QueueOf officer={viewer} place={place} search={search} />
          ) : (
            <p>{say(TEXTS.nowhere)}</p>
          );
        }}
      </Answered>
    </Page>
  );
}

type QueueOfProps = { readonly officer: DeskOfficer; readonly place: Place; readonly search: QueueSearch };

function QueueOf({ officer, place, search }: QueueOfProps): ReactNode {
  const { region, top, department } = place;
  const today = dateAt(new Date());
  const dueBy = { today, overdue: addDays(today, -1) }[search.due ?? "today"];
  const asked = useOwnAnswer(QUEUE, {
    ...{ region, top, department, takesSteps: takesSteps(officer) },
    inspects: officer.roles.includes("INSPECTOR"),
    ...(search.item ? { item: search.item } : {}),
    ...(search.due ? { dueBy } : {}),
    ...(search.after ? { after: search.after } : {}),
  });
  const last = useLastTold(asked);
  const isTooBroad = asked.answer?.ok === false && asked.answer.trouble.kind === "refused";
  if (!last)
    return isTooBroad ? (
      <TooBroad {...{ officer, place, search }} />
    ) : (
      <Answered asked={asked}>{() => null}</Answered>
    );
  const items = (last.serviceItems?.edges ?? [])
    .map(({ node }) => node)
    .filter((item) => item.department.code === department);
  return (
    <>
      {last.siteInspections && <SitesToInspect of={last.siteInspections} />}
      {last.claimedSteps && <ClaimedSteps of={last.claimedSteps} />}
      <QueueFilters {...{ officer, place, search, items }} narrower={last.regions ?? []} />
      {isTooBroad ? <ChooseSmaller /> : <Rows {...{ asked, officer, place, search }} />}
    </>
  );
}

type RowsProps = QueueOfProps & { readonly asked: Asked<DeskQueueQuery> };

/** The steps that wait in the part that is chosen. */
function Rows({ asked, officer, place, search }: RowsProps): ReactNode {
  return (
    <Answered asked={asked}>
      {({ workQueue, workQueueTotals }, errors) => {
        const trouble = troubleAt(errors, ["workQueue"]);
        return (
          <>
            {workQueueTotals && <QueueTotals of={workQueueTotals} />}
            {workQueue && takesSteps(officer) && <ClaimNext {...{ place, search }} />}
            {workQueue && <QueueTable of={workQueue} search={search} />}
            {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
          </>
        );
      }}
    </Answered>
  );
}
