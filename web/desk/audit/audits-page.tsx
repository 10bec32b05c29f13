import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { DECISIONS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import type { Place } from "../queue/queue-search.ts";
import { NextPage } from "../supervision/next-page.tsx";
import { PlaceFilters } from "../supervision/place-filters.tsx";
import type { AuditSearch } from "../supervision/place-search.ts";
import { Placed } from "../supervision/placed.tsx";
import { useLastTold } from "../use-last-told.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { FindCase } from "./find-case.tsx";

const DECIDED = graphql(`
  query DeskDecided(
    $region: RegionCode!
    $top: RegionCode!
    $department: String!
    $month: Month!
    $after: String
  ) {
    decidedApplications(
      region: $region
      department: $department
      month: $month
      first: 20
      after: $after
    ) {
      edges {
        node {
          id
          number
          item {
            name {
              zh
              en
            }
          }
          decision {
            outcome
            at
            officer {
              name
            }
          }
        }
      }
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
  title: { zh: "审计", en: "Audit" },
  about: {
    zh: "办件的每一步都记在一条不可改动的记录链上。选一个办件，核对它的记录。请按区（县）查看。",
    en: "Each step of a case is kept in a chain that nobody can change unseen. Choose a case and verify its trail; they are listed district by district.",
  },
  decided: { zh: "当月作出的决定", en: "Decided in this month" },
  none: { zh: "这里没有。", en: "There is nothing here." },
  month: { zh: "月份", en: "Month" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  outcome: { zh: "决定", en: "Decision" },
  at: { zh: "时间", en: "Decided" },
  by: { zh: "决定人", en: "By" },
  rule: { zh: "按规则", en: "By rule" },
  open: { zh: "核对记录", en: "Verify" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/audit");

/** The decisions of a month, each with its trail to be verified. */
export function AuditsPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <FindCase />
      <Placed search={search}>
        {(place, officer) => <Decided place={place} officer={officer} search={search} />}
      </Placed>
    </Page>
  );
}

type DecidedProps = { readonly place: Place; readonly officer: DeskOfficer; readonly search: AuditSearch };

function Decided({ place, officer, search }: DecidedProps): ReactNode {
  const { say, language } = useTexts();
  const navigate = useNavigate();
  const { region, top, department } = place;
  const { month = dateAt(new Date()).slice(0, 7), after } = search;
  const asked = useOwnAnswer(DECIDED, { region, top, department, month, ...(after ? { after } : {}) });
  const go = (chosen: AuditSearch): void =>
    void navigate({ to: "/desk/audit", search: { region, department, month, ...chosen } });
  const last = useLastTold(asked);
  return (
    <>
      <PlaceFilters {...{ officer, place }} narrower={last?.regions ?? []} go={go}>
        <Field id="month" label={say(TEXTS.month)}>
          {(marks) => (
            <input
              {...marks}
              type="month"
              value={month}
              onChange={(event) => event.target.value && go({ month: event.target.value })}
            />
          )}
        </Field>
      </PlaceFilters>
      <Answered asked={asked}>
        {({ decidedApplications }, errors) => {
          const trouble = troubleAt(errors, ["decidedApplications"]);
          const rows = decidedApplications?.edges.map(({ node }) => node) ?? [];
          return (
            <>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
              {decidedApplications && (
                <section className="part">
                  {rows.length === 0 && <h2>{say(TEXTS.decided)}</h2>}
                  {rows.length === 0 ? (
                    <p>{say(TEXTS.none)}</p>
                  ) : (
                    <Table
                      caption={say(TEXTS.decided)}
                      rows={rows}
                      keyOf={({ id }) => id}
                      columns={[
                        {
                          head: say(TEXTS.number),
                          cell: ({ id, number }) => (
                            <Link className="link-target money" to="/desk/audit/$id" params={{ id }}>
                              {number ?? say(TEXTS.open)}
                            </Link>
                          ),
                        },
                        { head: say(TEXTS.item), kind: "wide", cell: ({ item }) => say(item.name) },
                        {
                          head: say(TEXTS.outcome),
                          cell: ({ decision }) =>
                            decision && (
                              <Tag tone={DECISIONS[decision.outcome].tone}>
                                {say(DECISIONS[decision.outcome].text)}
                              </Tag>
                            ),
                        },
                        {
                          head: say(TEXTS.at),
                          cell: ({ decision }) => decision && moment(decision.at, language),
                        },
                        {
                          head: say(TEXTS.by),
                          cell: ({ decision }) => decision && (decision.officer?.name ?? say(TEXTS.rule)),
                        },
                      ]}
                    />
                  )}
                  <NextPage
                    page={decidedApplications.pageInfo}
                    after={after}
                    to={(cursor) => ({
                      to: "/desk/audit",
                      search: { region, department, month, ...(cursor ? { after: cursor } : {}) },
                    })}
                  />
                </section>
              )}
            </>
          );
        }}
      </Answered>
    </>
  );
}
