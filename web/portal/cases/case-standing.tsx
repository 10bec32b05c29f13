import type { ReactNode } from "react";
import { dateAt, day, fromToday, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CaseStandingFragment } from "../../shared/generated/graphql.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment CaseStanding on Application {
    number
    status
    submittedAt
    departmentName {
      zh
      en
    }
    transfers {
      at
      reason
      from {
        departmentName {
          zh
          en
        }
        regionName
      }
      to {
        departmentName {
          zh
          en
        }
        regionName
      }
    }
    answer {
      dueOn
      because
      isOverdue
      isProvisional
    }
    clock {
      acceptedOn
      promisedWorkingDays
      promisedOn
      statutoryOn
      pauses {
        from
        until
        to
      }
    }
    visits {
      count
      promised
    }
    correction {
      answerBy
      answeredAt
      fields {
        name
        note
      }
      materials {
        name
        note
      }
    }
  }
`);

const TEXTS = {
  turn: { zh: "轮到谁", en: "Whose turn" },
  due: { zh: "最晚答复", en: "Answer due by" },
  overdue: { zh: "已超期", en: "Overdue" },
  provisional: { zh: "日期可能随节假日安排调整", en: "May move: that year's holidays are not announced yet" },
  department: { zh: "办理部门", en: "Department" },
  transferred: { zh: "移交", en: "Handed on" },
  submitted: { zh: "提交时间", en: "Handed in" },
  accepted: { zh: "受理日期", en: "Accepted on" },
  promised: { zh: "承诺办结", en: "Promised by" },
  statutory: { zh: "法定期限", en: "Legal limit" },
  still: { zh: "暂停计时", en: "Stands still" },
  visits: { zh: "到大厅次数", en: "Visits to a hall" },
  number: { zh: "办件编号", en: "Case number" },
  correct: { zh: "请补正以下内容", en: "Please put this right" },
} satisfies Record<string, Text>;
const visitsOf = (count: number, promised: number): Text => ({
  zh: `已跑 ${count} 次，承诺最多 ${promised} 次`,
  en: `${count} so far, ${promised} promised at most`,
});
const stillUntil = (from: string, until: string | undefined): Text => ({
  zh: until ? `${from}起，预计至${until}` : `${from}起`,
  en: until ? `Since ${from}, expected until ${until}` : `Since ${from}`,
});
const correctBy = (when: string): Text => ({
  zh: `${when}前补正，逾期视为放弃申请。`,
  en: `By ${when}, or the application counts as given up.`,
});

/** Where it is, whose turn it is, by when, and why then. */
export function CaseStanding({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { number, status, submittedAt, departmentName, transfers, answer, clock, visits, correction } =
    readFragment(FRAGMENT, of);
  const still = clock.pauses.find(({ to }) => !to);
  const { text, turn, tone } = CASE_STATUSES[status];
  const on = (date: string | null | undefined): string | undefined =>
    date ? day(date, language) : undefined;
  return (
    <>
      {correction && !correction.answeredAt && <Correction of={correction} />}
      <section className="part">
        <p>
          <Tag tone={tone}>{say(text)}</Tag>
        </p>
        <p className="strong">{answer.because}</p>
        <Facts
          of={[
            [say(TEXTS.turn), say(turn)],
            [say(TEXTS.due), answer.dueOn && <Due key="due" of={answer} />],
            [say(TEXTS.department), say(departmentName)],
            [
              say(TEXTS.transferred),
              transfers && transfers.length > 0 && <Transfers key="transfers" of={transfers} />,
            ],
            [say(TEXTS.submitted), submittedAt && moment(submittedAt, language)],
            [say(TEXTS.accepted), on(clock.acceptedOn)],
            [say(TEXTS.promised), on(clock.promisedOn)],
            [say(TEXTS.statutory), on(clock.statutoryOn)],
            [
              say(TEXTS.still),
              still && say(stillUntil(day(dateAt(new Date(still.from)), language), on(still.until))),
            ],
            [say(TEXTS.visits), say(visitsOf(visits.count, visits.promised))],
            [say(TEXTS.number), number],
          ]}
        />
      </section>
    </>
  );
}

function Due({
  of: { dueOn, isOverdue, isProvisional },
}: {
  readonly of: CaseStandingFragment["answer"];
}): ReactNode {
  const { say, language } = useTexts();
  if (!dueOn) return null;
  return (
    <span className="stack-tight">
      <span>
        {day(dueOn, language)}{" "}
        <span className="soft">({fromToday(dueOn, dateAt(new Date()), language)})</span>{" "}
        {isOverdue && <Tag tone="bad">{say(TEXTS.overdue)}</Tag>}
      </span>
      {isProvisional && <span className="soft small">{say(TEXTS.provisional)}</span>}
    </span>
  );
}

type CaseTransfers = NonNullable<CaseStandingFragment["transfers"]>;

function Transfers({ of }: { readonly of: CaseTransfers }): ReactNode {
  const { say, language } = useTexts();
  const place = ({ departmentName, regionName }: CaseTransfers[number]["to"]): string =>
    `${regionName} ${say(departmentName)}`;
  return of.map(({ at, reason, from, to }) => (
    <span key={at} className="stack-tight">
      <span>
        {moment(at, language)}: {place(from)} → {place(to)}
      </span>
      <span className="soft">{reason}</span>
    </span>
  ));
}

type CorrectionNotice = NonNullable<CaseStandingFragment["correction"]>;

function Correction({ of: { answerBy, fields, materials } }: { readonly of: CorrectionNotice }): ReactNode {
  const { say, language } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.correct)}>
      <ul className="rows">
        {[...fields, ...materials].map(({ name, note }) => (
          <li key={name}>{note}</li>
        ))}
      </ul>
      <p>{say(correctBy(day(answerBy, language)))}</p>
    </Notice>
  );
}
