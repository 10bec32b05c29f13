import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { dateAt, day, shortMonth } from "../../shared/format/dates.ts";
import { percent, thousands } from "../../shared/format/rates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLoanQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { HOME_RANKS, REPAYMENT_METHODS } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Bars } from "../../shared/ui/bars.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { type Column, Table } from "../../shared/ui/table.tsx";
import { BackToFund } from "./back-to-fund.tsx";

/** A year of the plan: a loan of thirty years has 360 instalments. */
const LOAN = graphql(`
  query PortalLoan($loan: ID!, $from: Date!) {
    node(id: $loan) {
      ... on HousingFundLoan {
        id
        principal
        rate
        rates {
          effectiveFrom
          rate
        }
        termMonths
        home
        method
        startedOn
        outstanding
        outstandingOn
        instalmentPlan(dueFrom: $from, first: 12) {
          edges {
            node {
              number
              dueOn
              principal
              interest
              amount
              outstandingAfter
            }
          }
        }
      }
    }
  }
`);

type Node = NonNullable<PortalLoanQuery["node"]>;
type Loan = Extract<Node, { id: string }>;
type Instalment = NonNullable<Loan["instalmentPlan"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "公积金贷款", en: "A home loan of the fund" },
  unknown: { zh: "没有这笔贷款，或者它不属于您。", en: "There is no such loan, or it is not yours." },
  lent: { zh: "贷款金额", en: "Lent" },
  outstanding: { zh: "尚欠本金", en: "Still to be repaid" },
  rate: { zh: "现行年利率", en: "Yearly rate today" },
  term: { zh: "贷款期限", en: "Term" },
  home: { zh: "住房", en: "For" },
  method: { zh: "还款方式", en: "Repaid by" },
  started: { zh: "发放日期", en: "Paid out on" },
  before: { zh: "历次利率", en: "All rates" },
  plan: { zh: "还款计划", en: "The instalments" },
  year: { zh: "年份", en: "Year" },
  none: { zh: "这一年没有应还的款项。", en: "Nothing falls due in this year." },
  due: { zh: "应还日期", en: "Due on" },
  principal: { zh: "本金", en: "Principal" },
  interest: { zh: "利息", en: "Interest" },
  amount: { zh: "应还合计", en: "In all" },
  after: { zh: "还后尚欠", en: "Left to repay" },
  unit: { zh: "千元", en: "Thousand yuan" },
} satisfies Record<string, Text>;
const asOf = (when: string): Text => ({ zh: `（截至${when}）`, en: `(as of ${when})` });
const months = (count: number): Text => ({ zh: `${count} 个月`, en: `${count} months` });
const since = (when: string, rate: string): Text => ({
  zh: `${when}起 ${rate}`,
  en: `${rate} from ${when} on`,
});
const planOf = (year: number): Text => ({ zh: `${year} 年的还款计划`, en: `The instalments of ${year}` });

const route = getRouteApi("/fund/loans/$loan");
const yearOf = (date: string): number => Number(date.slice(0, 4));

export function LoanPage(): ReactNode {
  const { say } = useTexts();
  const { loan } = route.useParams();
  const { year = yearOf(dateAt(new Date())) } = route.useSearch();
  const asked = useOwnAnswer(LOAN, { loan, from: `${year}-01-01` });
  const [isTurned, setTurned] = useState(false);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }) =>
          isLoan(node) ? (
            <>
              <LoanFacts of={node} />
              <PlanOfYear of={node} year={year} isTurned={isTurned} turned={() => setTurned(true)} />
            </>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
      <BackToFund />
    </Page>
  );
}

const isLoan = (node: object | null): node is Loan => node !== null && "principal" in node;

function LoanFacts({ of }: { readonly of: Loan }): ReactNode {
  const { say, language } = useTexts();
  const { principal, rate, rates, termMonths, home, method, startedOn, outstanding, outstandingOn } = of;
  return (
    <section className="part">
      <Facts
        of={[
          [
            say(TEXTS.outstanding),
            <span key="outstanding">
              <Money amount={outstanding} />{" "}
              <span className="soft small">{say(asOf(day(outstandingOn, language)))}</span>
            </span>,
          ],
          [say(TEXTS.lent), <Money key="lent" amount={principal} />],
          [say(TEXTS.rate), percent(rate)],
          [
            say(TEXTS.before),
            rates.length > 1 && (
              <ul key="rates">
                {rates.map((each) => (
                  <li key={each.effectiveFrom}>
                    {say(since(day(each.effectiveFrom, language), percent(each.rate)))}
                  </li>
                ))}
              </ul>
            ),
          ],
          [say(TEXTS.term), say(months(termMonths))],
          [say(TEXTS.home), say(HOME_RANKS[home])],
          [say(TEXTS.method), say(REPAYMENT_METHODS[method])],
          [say(TEXTS.started), day(startedOn, language)],
        ]}
      />
    </section>
  );
}

type PlanProps = {
  readonly of: Loan;
  readonly year: number;
  /** The reader has chosen this year: its choice keeps the focus, though the page was drawn anew. */
  readonly isTurned: boolean;
  readonly turned: () => void;
};

function PlanOfYear({ of, year, isTurned, turned }: PlanProps): ReactNode {
  const { startedOn, termMonths, instalmentPlan } = of;
  const { say, language } = useTexts();
  const navigate = route.useNavigate();
  const choice = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isTurned) choice.current?.focus();
  }, [isTurned]);
  function turnTo(to: number): void {
    turned();
    void navigate({ search: { year: to }, replace: true });
  }
  const first = yearOf(startedOn);
  const years = Array.from({ length: Math.ceil(termMonths / 12) + 1 }, (_, i) => first + i);
  // Twelve from the first of January on: the last of them may be the next year's.
  const due = (instalmentPlan?.edges ?? [])
    .map(({ node }) => node)
    .filter((one) => yearOf(one.dueOn) === year);
  const columns: readonly Column<Instalment>[] = [
    { head: say(TEXTS.due), cell: ({ dueOn }) => day(dueOn, language) },
    { head: say(TEXTS.principal), cell: (row) => <Money amount={row.principal} />, kind: "number" },
    { head: say(TEXTS.interest), cell: (row) => <Money amount={row.interest} />, kind: "number" },
    { head: say(TEXTS.amount), cell: (row) => <Money amount={row.amount} />, kind: "number" },
    { head: say(TEXTS.after), cell: (row) => <Money amount={row.outstandingAfter} />, kind: "number" },
  ];
  return (
    <section className="part">
      <h2>{say(TEXTS.plan)}</h2>
      <Field id="year" label={say(TEXTS.year)}>
        {(marks) => (
          <select
            {...marks}
            ref={choice}
            value={year}
            onChange={(event) => turnTo(Number(event.target.value))}
          >
            {(years.includes(year) ? years : [...years, year].sort((a, b) => a - b)).map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        )}
      </Field>
      {due.length === 0 ? (
        <p className="soft">{say(TEXTS.none)}</p>
      ) : (
        <>
          <Bars
            title={say(planOf(year))}
            unit={say(TEXTS.unit)}
            legend={[say(TEXTS.principal), say(TEXTS.interest)]}
            bars={due.map((one) => ({
              label: shortMonth(one.dueOn, language),
              parts: [thousands(one.principal), thousands(one.interest)],
            }))}
          />
          <Table
            caption={say(planOf(year))}
            columns={columns}
            rows={due}
            keyOf={({ number }) => String(number)}
          />
        </>
      )}
    </section>
  );
}
