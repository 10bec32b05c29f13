import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskRowFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import { DueDay } from "../due-day.tsx";
import { ESCALATIONS } from "../escalation-texts.ts";
import type { QueueSearch } from "./queue-search.ts";

const ROW = graphql(`
  fragment DeskRow on DeskEntry {
    step
    stepName {
      zh
      en
    }
    dueOn
    escalations {
      reason
    }
    application {
      id
      number
      regionName
      availableActions
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
`);

const FRAGMENT = graphql(`
  fragment QueueTable on DeskConnection {
    edges {
      node {
        ...DeskRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const TEXTS = {
  caption: { zh: "待办，最急的在前", en: "Waiting, the most pressing first" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  subject: { zh: "申请人", en: "Applicant" },
  step: { zh: "环节", en: "Step" },
  due: { zh: "期限", en: "Due" },
  region: { zh: "地区", en: "Region" },
  claimable: { zh: "可领取", en: "For you to take on" },
  none: { zh: "这里没有待办。", en: "Nothing waits here." },
  more: { zh: "下一页", en: "Next page" },
  first: { zh: "回到第一页", en: "Back to the first page" },
} satisfies Record<string, Text>;

type QueueTableProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly search: QueueSearch;
};

export function QueueTable({ of, search }: QueueTableProps): ReactNode {
  const { say } = useTexts();
  const { edges, pageInfo } = readFragment(FRAGMENT, of);
  const rows = edges.map(({ node }) => readFragment(ROW, node));
  const { after, ...others } = search;
  return (
    <div className="part">
      {rows.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table
          caption={say(TEXTS.caption)}
          rows={rows}
          keyOf={({ application, step }) => `${application.id} ${step}`}
          columns={[
            { head: say(TEXTS.number), cell: ({ application }) => <CaseLink of={application} /> },
            {
              head: say(TEXTS.item),
              cell: ({ application }) => say(application.item.name),
              kind: "wide",
            },
            { head: say(TEXTS.subject), cell: ({ application }) => application.subject.name },
            { head: say(TEXTS.step), cell: (row) => <StepOf row={row} /> },
            { head: say(TEXTS.due), cell: ({ dueOn }) => <DueDay on={dueOn} /> },
            {
              head: say(TEXTS.region),
              cell: ({ application }) => application.regionName,
            },
          ]}
        />
      )}
      <p className="row-links">
        {after && (
          <Link className="link-target" to="/desk/queue" search={others}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" to="/desk/queue" search={{ ...others, after: pageInfo.endCursor }}>
            {say(TEXTS.more)}
          </Link>
        )}
      </p>
    </div>
  );
}

function StepOf({
  row: { stepName, escalations, application },
}: {
  readonly row: DeskRowFragment;
}): ReactNode {
  const { say } = useTexts();
  return (
    <span className="tags">
      {stepName && say(stepName)}
      {application.availableActions.includes("CLAIM") && <Tag tone="act">{say(TEXTS.claimable)}</Tag>}
      {escalations.map(({ reason }) => (
        <Tag key={reason} tone={ESCALATIONS[reason].tone}>
          {say(ESCALATIONS[reason].text)}
        </Tag>
      ))}
    </span>
  );
}
