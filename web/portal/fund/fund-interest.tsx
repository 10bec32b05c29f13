import type { ReactNode } from "react";
import { day, period } from "../../shared/format/dates.ts";
import { sumOf } from "../../shared/format/money.ts";
import { percent, thousands } from "../../shared/format/rates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { FundInterestFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Line, type Point } from "../../shared/ui/line.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { type Column, Table } from "../../shared/ui/table.tsx";

const FRAGMENT = graphql(`
  fragment FundInterest on HousingFundInterest {
    projection {
      settlesOn
      amount
      formula
      periods {
        from
        to
        days
        balance
        rate
      }
    }
  }
`);

type Projection = NonNullable<FundInterestFragment["projection"]>;
type Period = Projection["periods"][number];

const TEXTS = {
  title: { zh: "结息预测", en: "Interest to come" },
  text: {
    zh: "假设此后不再缴存和提取。结息后利息计入余额。",
    en: "If nothing more is paid in or drawn. It is then added to the balance.",
  },
  unit: { zh: "千元", en: "Thousand yuan" },
  period: { zh: "期间", en: "Period" },
  days: { zh: "天数", en: "Days" },
  balance: { zh: "余额", en: "Balance" },
  rate: { zh: "年利率", en: "Yearly rate" },
  reckoned: { zh: "利息怎么算出来的", en: "How the interest is reckoned" },
} satisfies Record<string, Text>;
const onDay = (when: string): Text => ({ zh: `${when}结息`, en: `Credited on ${when}` });
const shown = (before: string, after: string): Text => ({
  zh: `余额从 ${before} 元到结息后 ${after} 元`,
  en: `The balance, from ${before} yuan to ${after} yuan with the interest`,
});

/** The interest that the next settlement would credit, with the balances that it comes from. */
export function FundInterest({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { projection } = readFragment(FRAGMENT, of);
  if (!projection) return null;
  const { settlesOn, amount, formula, periods } = projection;
  const columns: readonly Column<Period>[] = [
    { head: say(TEXTS.period), cell: ({ from, to }) => period(from, to, language) },
    { head: say(TEXTS.days), cell: ({ days }) => days, kind: "number" },
    { head: say(TEXTS.balance), cell: ({ balance }) => <Money amount={balance} />, kind: "number" },
    { head: say(TEXTS.rate), cell: ({ rate }) => percent(rate), kind: "number" },
  ];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="stack-tight">
        <span className="big">
          <Money amount={amount} />
        </span>
        <span className="soft small">{say(onDay(day(settlesOn, language)))}</span>
      </p>
      <p className="soft small">{say(TEXTS.text)}</p>
      <BalancePicture of={projection} />
      <details>
        <summary>{say(TEXTS.reckoned)}</summary>
        <p>{formula}</p>
        <Table caption={say(TEXTS.reckoned)} columns={columns} rows={periods} keyOf={({ from }) => from} />
      </details>
    </section>
  );
}

const timeOf = (date: string): number => Date.parse(date);

/** Each balance stands unchanged over its period; the last step is the interest. */
function BalancePicture({ of: { amount, periods } }: { readonly of: Projection }): ReactNode {
  const { say, language } = useTexts();
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [timeOf(first.from), timeOf(last.to)];
  const atOf = (date: string): number => (timeOf(date) - from) / (to - from);
  const after = sumOf([last.balance, amount]);
  const points: readonly Point[] = [
    ...periods.flatMap((each) => [
      { at: atOf(each.from), value: thousands(each.balance) },
      { at: atOf(each.to), value: thousands(each.balance) },
    ]),
    { at: 1, value: thousands(after) },
  ];
  return (
    <Line
      title={say(shown(first.balance, after))}
      points={points}
      edges={[day(first.from, language), day(last.to, language)]}
      unit={say(TEXTS.unit)}
    />
  );
}
