import type { ReactNode } from "react";
import { dateAt, day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { SupervisedCasesFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { type Column, Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import { DueDay } from "../due-day.tsx";
import { ESCALATIONS } from "../escalation-texts.ts";

const FRAGMENT = graphql(`
  fragment SupervisedCases on DeskConnection {
    edges {
      node {
        step
        stepName {
          zh
          en
        }
        dueOn
        claimedBy {
          name
        }
        escalations {
          reason
          since
        }
        pause {
          reason
          note
          from
        }
        application {
          id
          number
          regionName
          answer {
            dueOn
          }
          item {
            name {
              zh
              en
            }
          }
        }
      }
    }
  }
`);

type Row = SupervisedCasesFragment["edges"][number]["node"];

const TEXTS = {
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  why: { zh: "原因", en: "Why" },
  due: { zh: "期限", en: "Due" },
  step: { zh: "环节", en: "Step" },
  by: { zh: "经办人", en: "In the hands of" },
  nobody: { zh: "无人领取", en: "Nobody" },
  region: { zh: "地区", en: "Region" },
} satisfies Record<string, Text>;
const sinceText = (date: string): Text => ({ zh: `${date}起`, en: `since ${date}` });

type SupervisedCasesProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly caption: string;
  readonly none: string;
};

/** Cases as a supervisor sees them: what presses, since when, and who has it. Each leads to its file, where it is acted on. */
export function SupervisedCases({ of, caption, none }: SupervisedCasesProps): ReactNode {
  const { say } = useTexts();
  const rows = readFragment(FRAGMENT, of).edges.map(({ node }) => node);
  if (rows.length === 0) return <p>{none}</p>;
  // In a supervisor's lists of whole cases no step is named.
  const ofSteps: readonly Column<Row>[] = [
    { head: say(TEXTS.step), cell: ({ stepName }) => stepName && say(stepName) },
    {
      head: say(TEXTS.by),
      cell: ({ step, claimedBy }) => step && (claimedBy?.name ?? say(TEXTS.nobody)),
    },
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ application, step }) => `${application.id} ${step}`}
      columns={[
        { head: say(TEXTS.number), cell: ({ application }) => <CaseLink of={application} /> },
        { head: say(TEXTS.item), kind: "wide", cell: ({ application }) => say(application.item.name) },
        { head: say(TEXTS.why), kind: "wide", cell: (row) => <Why of={row} /> },
        {
          head: say(TEXTS.due),
          cell: ({ dueOn, application }) => <DueDay on={dueOn ?? application.answer.dueOn} />,
        },
        ...(rows.some(({ step }) => step !== null) ? ofSteps : []),
        { head: say(TEXTS.region), cell: ({ application }) => application.regionName },
      ]}
    />
  );
}

function Why({ of: { escalations, pause } }: { readonly of: Row }): ReactNode {
  const { say, language } = useTexts();
  return (
    <span className="stack-tight">
      {escalations.map(({ reason, since }) => (
        <span key={reason}>
          <Tag tone={ESCALATIONS[reason].tone}>{say(ESCALATIONS[reason].text)}</Tag>{" "}
          <span className="small">{say(sinceText(day(dateAt(new Date(since)), language)))}</span>
        </span>
      ))}
      {pause && (
        <span className="small">
          {pause.note} {say(sinceText(day(dateAt(new Date(pause.from)), language)))}
        </span>
      )}
    </span>
  );
}
