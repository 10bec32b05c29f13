import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment AttendedCases on Attendance {
    applications(for: $for) {
      id
      number
      status
      savedAt
      item {
        name {
          zh
          en
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "办件和草稿", en: "Cases and drafts" },
  none: { zh: "没有办件。", en: "There are none." },
  item: { zh: "事项", en: "Service" },
  number: { zh: "办件编号", en: "Case number" },
  status: { zh: "状态", en: "Where it is" },
  saved: { zh: "上次保存", en: "Saved last" },
} satisfies Record<string, Text>;

type AttendedCasesProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly attendance: string };

/** The cases of the person, or of whom they act for, each to be gone on with. */
export function AttendedCases({ of, attendance }: AttendedCasesProps): ReactNode {
  const { say, language } = useTexts();
  const { applications } = readFragment(FRAGMENT, of);
  return (
    <section className="part" aria-label={say(TEXTS.title)}>
      {applications.length === 0 && <h2>{say(TEXTS.title)}</h2>}
      {applications.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table
          caption={say(TEXTS.title)}
          rows={applications}
          keyOf={({ id }) => id}
          columns={[
            {
              head: say(TEXTS.item),
              kind: "wide",
              cell: ({ id, item }) => (
                <Link
                  className="link-target"
                  to="/desk/window/attendance/$attendance/cases/$id"
                  params={{ attendance, id }}
                >
                  {say(item.name)}
                </Link>
              ),
            },
            {
              head: say(TEXTS.status),
              cell: ({ status }) => {
                const { text, tone } = CASE_STATUSES[status];
                return <Tag tone={tone}>{say(text)}</Tag>;
              },
            },
            { head: say(TEXTS.number), cell: ({ number }) => number },
            { head: say(TEXTS.saved), cell: ({ savedAt }) => moment(savedAt, language) },
          ]}
        />
      )}
    </section>
  );
}
