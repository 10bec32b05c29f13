import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskInspectionsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place } from "../queue/queue-search.ts";
import { NextPage } from "../supervision/next-page.tsx";
import { PlaceFilters } from "../supervision/place-filters.tsx";
import type { PlaceSearch } from "../supervision/place-search.ts";
import { Placed } from "../supervision/placed.tsx";
import { useLastTold } from "../use-last-told.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { DrawPlan } from "./draw-plan.tsx";
import { INSPECTION_ROWS, InspectionRows } from "./inspection-rows.tsx";
import { InspectorRoll } from "./inspector-roll.tsx";
import { RollEntry } from "./roll-entry.tsx";

const INSPECTIONS = graphql(`
  query DeskInspections(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $after: String
    $supervises: Boolean!
  ) {
    inspectionPlans(region: $region, first: 10, after: $after) {
      edges {
        node {
          id
          title
          department
          from
          until
          drawnCount
          frameSize
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    overdueRectifications(region: $region, department: $department, first: 20) @include(if: $supervises) {
      edges {
        node {
          ...InspectionRow
        }
      }
    }
    inspectors(department: $department, first: 20) {
      ...InspectorRoll
    }
    regions(under: $top) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "“双随机”检查", en: "Random inspections" },
  about: {
    zh: "随机抽取被检查单位和两名检查人员，结果公开。",
    en: "Businesses are drawn at random, and two inspectors for each; what they find is published.",
  },
  plans: { zh: "检查计划", en: "Plans" },
  plan: { zh: "计划", en: "Plan" },
  period: { zh: "检查期间", en: "Period" },
  drawn: { zh: "抽取", en: "Drawn" },
  none: { zh: "这里没有。", en: "There is nothing here." },
  overdue: { zh: "逾期未改正", en: "Not put right in time" },
} satisfies Record<string, Text>;
const ofText = (drawn: number, of: number): Text => ({
  zh: `${of} 家中 ${drawn} 家`,
  en: `${drawn} of ${of}`,
});

const route = getRouteApi("/desk/inspections");

/** The plans of random inspections, what was not put right in time, and the inspectors of a department. */
export function InspectionsPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Placed search={search}>
        {(place, officer) => <InspectionsOf place={place} officer={officer} search={search} />}
      </Placed>
    </Page>
  );
}

type Props = { readonly place: Place; readonly officer: DeskOfficer; readonly search: PlaceSearch };

function InspectionsOf({ place, officer, search: { after } }: Props): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { region, top, department } = place;
  const supervises = officer.roles.includes("SUPERVISOR");
  const asked = useOwnAnswer(INSPECTIONS, {
    ...{ region, top, department, supervises },
    ...(after ? { after } : {}),
  });
  const last = useLastTold(asked);
  return (
    <>
      <PlaceFilters
        {...{ officer, place }}
        narrower={last?.regions ?? []}
        go={(chosen) => void navigate({ to: "/desk/inspections", search: chosen })}
      />
      <Answered asked={asked}>
        {({ inspectionPlans: plans, overdueRectifications: overdue, inspectors }, errors) => {
          const trouble = troubleAt(errors, ["inspectionPlans"]) ?? troubleAt(errors, ["inspectors"]);
          return (
            <>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
              {overdue && (
                <section className="part" aria-label={say(TEXTS.overdue)}>
                  {overdue.edges.length === 0 && <h2>{say(TEXTS.overdue)}</h2>}
                  <InspectionRows
                    caption={say(TEXTS.overdue)}
                    none={say(TEXTS.none)}
                    of={overdue.edges.map(({ node }) => readFragment(INSPECTION_ROWS, node))}
                  />
                </section>
              )}
              {plans && (
                <div className="part">
                  <Plans of={plans} />
                  <NextPage
                    page={plans.pageInfo}
                    after={after}
                    to={(cursor) => ({
                      to: "/desk/inspections",
                      search: { region, department, ...(cursor ? { after: cursor } : {}) },
                    })}
                  />
                </div>
              )}
              {supervises && (
                <DrawPlan key={`${region} ${department}`} region={region} department={department} />
              )}
              {inspectors && <InspectorRoll of={inspectors} />}
              {officer.roles.includes("INSPECTOR") && <RollEntry key={department} department={department} />}
            </>
          );
        }}
      </Answered>
    </>
  );
}

type PlansProps = { readonly of: NonNullable<DeskInspectionsQuery["inspectionPlans"]> };

function Plans({ of }: PlansProps): ReactNode {
  const { say, language } = useTexts();
  const rows = of.edges.map(({ node }) => node);
  if (rows.length === 0) return <p>{say(TEXTS.none)}</p>;
  return (
    <Table
      caption={say(TEXTS.plans)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: say(TEXTS.plan),
          kind: "wide",
          cell: ({ id, title }) => (
            <Link className="link-target" to="/desk/inspections/$plan" params={{ plan: id }}>
              {title}
            </Link>
          ),
        },
        {
          head: say(TEXTS.period),
          cell: ({ from, until }) => `${day(from, language)} – ${day(until, language)}`,
        },
        { head: say(TEXTS.drawn), cell: ({ drawnCount, frameSize }) => say(ofText(drawnCount, frameSize)) },
      ]}
    />
  );
}
