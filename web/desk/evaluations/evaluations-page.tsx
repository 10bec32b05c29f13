import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskEvaluationsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place } from "../queue/queue-search.ts";
import { NextPage } from "../supervision/next-page.tsx";
import { PlaceFilters } from "../supervision/place-filters.tsx";
import type { PlaceSearch } from "../supervision/place-search.ts";
import { Placed } from "../supervision/placed.tsx";
import { useLastTold } from "../use-last-told.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { BAD_EVALUATION, BadEvaluation, COLLEAGUES } from "./bad-evaluation.tsx";

const EVALUATIONS = graphql(`
  query DeskEvaluations(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $after: String
    $supervises: Boolean!
  ) {
    evaluationsToPutRight(first: 10) {
      edges {
        node {
          ...BadEvaluation
        }
      }
    }
    evaluationsToHandle(region: $region, department: $department, first: 10, after: $after)
      @include(if: $supervises) {
      edges {
        node {
          ...BadEvaluation
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    acceptors: officers(role: ACCEPTOR, region: $region, department: $department, first: 20)
      @include(if: $supervises) {
      ...Colleagues
    }
    reviewers: officers(role: REVIEWER, region: $region, department: $department, first: 20)
      @include(if: $supervises) {
      ...Colleagues
    }
    deciders: officers(role: DECIDER, region: $region, department: $department, first: 20)
      @include(if: $supervises) {
      ...Colleagues
    }
    regions(under: $top) @include(if: $supervises) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "差评处理", en: "Bad evaluations" },
  about: {
    zh: "差评须在 15 个工作日内整改，并回访评价人。",
    en: "A bad evaluation is put right within 15 working days, and its author is called back.",
  },
  mine: { zh: "由我整改", en: "For you to put right" },
  handle: { zh: "由监督人员处理", en: "For the supervisor" },
  none: { zh: "这里没有。", en: "There is nothing here." },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/evaluations");

/** Bad evaluations: given to somebody, put right, called back about, and answered where their author appeals. */
export function EvaluationsPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Placed search={search}>
        {(place, officer) => <EvaluationsOf place={place} officer={officer} search={search} />}
      </Placed>
    </Page>
  );
}

type Props = { readonly place: Place; readonly officer: DeskOfficer; readonly search: PlaceSearch };

function EvaluationsOf({ place, officer, search: { after } }: Props): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { region, top, department } = place;
  const supervises = officer.roles.includes("SUPERVISOR");
  const asked = useOwnAnswer(EVALUATIONS, {
    ...{ region, top, department, supervises },
    ...(after ? { after } : {}),
  });
  const last = useLastTold(asked);
  const own = last?.evaluationsToPutRight;
  return (
    <>
      {own && (own.edges.length > 0 || !supervises) && (
        <Evaluations of={own.edges} title={say(TEXTS.mine)} data={last} />
      )}
      {supervises && (
        <PlaceFilters
          {...{ officer, place }}
          narrower={last?.regions ?? []}
          go={(chosen) => void navigate({ to: "/desk/evaluations", search: chosen })}
        />
      )}
      <Answered asked={asked}>
        {(data, errors) => {
          const trouble =
            troubleAt(errors, ["evaluationsToHandle"]) ?? troubleAt(errors, ["evaluationsToPutRight"]);
          const { evaluationsToHandle: handled } = data;
          return (
            <>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
              {handled && (
                <>
                  <Evaluations of={handled.edges} title={say(TEXTS.handle)} data={data} />
                  <NextPage
                    page={handled.pageInfo}
                    after={after}
                    to={(cursor) => ({
                      to: "/desk/evaluations",
                      search: { region, department, ...(cursor ? { after: cursor } : {}) },
                    })}
                  />
                </>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

type Edges = NonNullable<DeskEvaluationsQuery["evaluationsToPutRight"]>["edges"];
type EvaluationsProps = {
  readonly of: Edges;
  readonly title: string;
  readonly data: DeskEvaluationsQuery;
};

function Evaluations({ of, title, data }: EvaluationsProps): ReactNode {
  const { say } = useTexts();
  const colleagues = [data.acceptors, data.reviewers, data.deciders].flatMap((one) =>
    one ? readFragment(COLLEAGUES, one).edges.map(({ node }) => node) : [],
  );
  const each = [...new Map(colleagues.map((one) => [one.id, one])).values()];
  return (
    <section className="stack-parts" aria-label={title}>
      <h2>{title}</h2>
      {of.length === 0 && <p>{say(TEXTS.none)}</p>}
      {of.map(({ node }) => {
        const evaluation = readFragment(BAD_EVALUATION, node);
        return <BadEvaluation key={evaluation.id} of={evaluation} colleagues={each} />;
      })}
    </section>
  );
}
