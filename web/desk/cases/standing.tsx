import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { DueDay } from "../due-day.tsx";
import { CAPACITIES, CHANNELS } from "./case-texts.ts";

const FRAGMENT = graphql(`
  fragment DeskStanding on Application {
    number
    status
    channel
    regionName
    capacity
    submittedAt
    subject {
      kind
      name
      creditCode
    }
    partner {
      name
    }
    departmentName {
      zh
      en
    }
    answer {
      dueOn
      because
      isOverdue
      isProvisional
    }
    visits {
      count
      promised
    }
  }
`);

const TEXTS = {
  title: { zh: "现状", en: "How it stands" },
  overdue: { zh: "已超期", en: "Overdue" },
  due: { zh: "最晚答复", en: "Answer due by" },
  provisional: { zh: "日期可能随节假日安排调整", en: "May move: that year's holidays are not announced yet" },
  subject: { zh: "申请人", en: "Applicant" },
  creditCode: { zh: "统一社会信用代码", en: "Credit code" },
  capacity: { zh: "由谁办理", en: "Handled" },
  partner: { zh: "合作企业", en: "Partner" },
  channel: { zh: "办理渠道", en: "Came in" },
  submitted: { zh: "提交时间", en: "Handed in" },
  department: { zh: "部门", en: "Department" },
  region: { zh: "地区", en: "Region" },
  visits: { zh: "到大厅次数", en: "Visits to a hall" },
  number: { zh: "办件编号", en: "Case number" },
} satisfies Record<string, Text>;
const visitsOf = (count: number, promised: number): Text => ({
  zh: `已跑 ${count} 次，承诺最多 ${promised} 次`,
  en: `${count} so far, ${promised} promised at most`,
});

type StandingProps = { readonly of: FragmentType<typeof FRAGMENT> };

/** Where the case is, by when it has to be answered and why then, and whose matter it is. */
export function Standing({ of }: StandingProps): ReactNode {
  const { say, language } = useTexts();
  const { number, status, channel, capacity, submittedAt, subject, partner, answer, visits, ...place } =
    readFragment(FRAGMENT, of);
  const { text, tone } = CASE_STATUSES[status];
  return (
    <section className="part">
      <h2 className="out-of-sight">{say(TEXTS.title)}</h2>
      <p className="tags">
        <Tag tone={tone}>{say(text)}</Tag>
        {answer.isOverdue && <Tag tone="bad">{say(TEXTS.overdue)}</Tag>}
      </p>
      <p className="strong">{answer.because}</p>
      {answer.isProvisional && <p className="soft small">{say(TEXTS.provisional)}</p>}
      <Facts
        of={[
          [say(TEXTS.number), number],
          [say(TEXTS.due), answer.dueOn && <DueDay key="due" on={answer.dueOn} />],
          [say(TEXTS.subject), subject.name],
          [say(TEXTS.creditCode), subject.creditCode],
          [say(TEXTS.capacity), say(CAPACITIES[capacity])],
          [say(TEXTS.partner), partner?.name],
          [say(TEXTS.channel), say(CHANNELS[channel])],
          [say(TEXTS.submitted), submittedAt && moment(submittedAt, language)],
          [say(TEXTS.department), say(place.departmentName)],
          [say(TEXTS.region), place.regionName],
          [say(TEXTS.visits), say(visitsOf(visits.count, visits.promised))],
        ]}
      />
    </section>
  );
}
