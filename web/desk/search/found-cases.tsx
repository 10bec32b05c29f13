import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskSearchQueryVariables } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { CaseLink } from "../cases/case-link.tsx";

const SEARCH = graphql(`
  query DeskSearch(
    $number: String
    $creditCode: String
    $name: String
    $region: RegionCode
    $department: String
    $within: Boolean
  ) {
    searchApplications(
      number: $number
      creditCode: $creditCode
      name: $name
      region: $region
      department: $department
      within: $within
      first: 50
    ) {
      edges {
        node {
          id
          number
          status
          regionName
          submittedAt
          item {
            name {
              zh
              en
            }
          }
          subject {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const TEXTS = {
  caption: { zh: "查到的案件，最近的在前", en: "Cases found, the latest first" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  subject: { zh: "申请人", en: "Applicant" },
  status: { zh: "状态", en: "Standing" },
  submitted: { zh: "提交时间", en: "Handed in" },
  region: { zh: "地区", en: "Region" },
  none: { zh: "没有查到案件", en: "No case was found" },
  noneWhy: {
    zh: "请核对内容；尚未提交的、不在您辖区或部门的案件查不到。",
    en: "Check what you typed. Cases that were not handed in yet, or lie outside of your jurisdiction, are not found.",
  },
  more: { zh: "只列出最近的 50 件。", en: "These are the latest 50." },
} satisfies Record<string, Text>;

export type Found = DeskSearchQueryVariables;

type FoundCasesProps = { readonly by: Found };

export function FoundCases({ by }: FoundCasesProps): ReactNode {
  const { say, language } = useTexts();
  const asked = useOwnAnswer(SEARCH, by);
  return (
    <Answered asked={asked}>
      {({ searchApplications: found }, errors) => {
        const trouble = troubleAt(errors, ["searchApplications"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />;
        const rows = found?.edges.map(({ node }) => node) ?? [];
        if (rows.length === 0)
          return (
            <Notice title={say(TEXTS.none)} isNews>
              <p>{say(TEXTS.noneWhy)}</p>
            </Notice>
          );
        return (
          <div className="part">
            <Table
              caption={say(TEXTS.caption)}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                { head: say(TEXTS.number), cell: (row) => <CaseLink of={row} /> },
                { head: say(TEXTS.item), cell: ({ item }) => say(item.name), kind: "wide" },
                { head: say(TEXTS.subject), cell: ({ subject }) => subject.name },
                {
                  head: say(TEXTS.status),
                  cell: ({ status }) => (
                    <Tag tone={CASE_STATUSES[status].tone}>{say(CASE_STATUSES[status].text)}</Tag>
                  ),
                },
                {
                  head: say(TEXTS.submitted),
                  cell: ({ submittedAt }) => submittedAt && moment(submittedAt, language),
                },
                { head: say(TEXTS.region), cell: ({ regionName }) => regionName },
              ]}
            />
            {found?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
          </div>
        );
      }}
    </Answered>
  );
}
