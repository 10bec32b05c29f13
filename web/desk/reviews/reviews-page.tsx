import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place } from "../queue/queue-search.ts";
import { NextPage } from "../supervision/next-page.tsx";
import { PlaceFilters } from "../supervision/place-filters.tsx";
import type { PlaceSearch } from "../supervision/place-search.ts";
import { Placed } from "../supervision/placed.tsx";
import { useLastTold } from "../use-last-told.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { REVIEW_STATUSES } from "./review-texts.ts";

const ROWS = graphql(`
  fragment ReviewRows on SampleReviewConnection {
    edges {
      node {
        day
        status
        application {
          id
          number
          item {
            name {
              zh
              en
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const REVIEWS = graphql(`
  query DeskReviews(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $after: String
    $answers: Boolean!
  ) {
    rulingsToReview(region: $region, department: $department, first: 20, after: $after) {
      ...ReviewRows
    }
    rulingObjections(region: $region, department: $department, first: 20) @include(if: $answers) {
      ...ReviewRows
    }
    regions(under: $top) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "抽查复核", en: "Sample reviews" },
  about: {
    zh: "系统按规则作出的决定，抽出一部分由人复核。请按区（县）查看。",
    en: "Of the decisions that are taken by rule some are drawn, for a person to review. They are listed district by district.",
  },
  waiting: { zh: "等待复核", en: "To be reviewed" },
  objections: { zh: "有异议，等待答复", en: "Objections to be answered" },
  none: { zh: "这里没有。", en: "There is nothing here." },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  decided: { zh: "决定日期", en: "Decided on" },
  status: { zh: "状态", en: "State" },
  open: { zh: "复核", en: "Review" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/reviews");

/** Decisions by rule that are drawn for a person's review. */
export function ReviewsPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Placed search={search}>
        {(place, officer) => <ReviewsOf place={place} officer={officer} search={search} />}
      </Placed>
    </Page>
  );
}

type ReviewsOfProps = { readonly place: Place; readonly officer: DeskOfficer; readonly search: PlaceSearch };

function ReviewsOf({ place, officer, search: { after } }: ReviewsOfProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { region, top, department } = place;
  const answers = officer.roles.includes("SUPERVISOR");
  const asked = useOwnAnswer(REVIEWS, { region, top, department, answers, ...(after ? { after } : {}) });
  const last = useLastTold(asked);
  return (
    <>
      <PlaceFilters
        {...{ officer, place }}
        narrower={last?.regions ?? []}
        go={(chosen) => void navigate({ to: "/desk/reviews", search: chosen })}
      />
      <Answered asked={asked}>
        {({ rulingsToReview, rulingObjections }, errors) => {
          const trouble = troubleAt(errors, ["rulingsToReview"]) ?? troubleAt(errors, ["rulingObjections"]);
          const page = rulingsToReview && readFragment(ROWS, rulingsToReview).pageInfo;
          return (
            <>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
              {rulingObjections && <Reviews of={rulingObjections} title={say(TEXTS.objections)} />}
              {rulingsToReview && <Reviews of={rulingsToReview} title={say(TEXTS.waiting)} />}
              {page && (
                <NextPage
                  page={page}
                  after={after}
                  to={(cursor) => ({
                    to: "/desk/reviews",
                    search: { region, department, ...(cursor ? { after: cursor } : {}) },
                  })}
                />
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}

type ReviewsProps = { readonly of: FragmentType<typeof ROWS>; readonly title: string };

function Reviews({ of, title }: ReviewsProps): ReactNode {
  const { say, language } = useTexts();
  const rows = readFragment(ROWS, of).edges.map(({ node }) => node);
  return (
    <section className="part" aria-label={title}>
      {rows.length === 0 && <h2>{title}</h2>}
      {rows.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table
          caption={title}
          rows={rows}
          keyOf={({ application }) => application.id}
          columns={[
            {
              head: say(TEXTS.number),
              cell: ({ application }) => (
                <Link className="link-target money" to="/desk/reviews/$id" params={{ id: application.id }}>
                  {application.number ?? say(TEXTS.open)}
                </Link>
              ),
            },
            { head: say(TEXTS.item), kind: "wide", cell: ({ application }) => say(application.item.name) },
            { head: say(TEXTS.decided), cell: (row) => day(row.day, language) },
            {
              head: say(TEXTS.status),
              cell: ({ status }) => (
                <Tag tone={REVIEW_STATUSES[status].tone}>{say(REVIEW_STATUSES[status].text)}</Tag>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
