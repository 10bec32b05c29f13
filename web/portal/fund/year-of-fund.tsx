import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { sumOf } from "../../shared/format/money.ts";
import { WITHDRAWAL_REASONS } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { type FundMovements, ofYear } from "./movements.ts";
import { PaidInMonths } from "./paid-in.tsx";

const TEXTS = {
  employer: { zh: "单位缴存", en: "Paid in by the employer" },
  employee: { zh: "个人缴存", en: "Paid in by you" },
  interest: { zh: "结息", en: "Interest credited" },
  drawn: { zh: "提取", en: "Drawn" },
  goesOn: {
    zh: "这一年更早的月份在“更早的年份”里。",
    en: "Earlier months of this year are among the earlier years.",
  },
  others: { zh: "结息和提取", en: "Interest and withdrawals" },
  takenBack: { zh: "已收回，不再计入", en: "Taken back, counts no more" },
  open: { zh: "查看办件", en: "Open the case" },
} satisfies Record<string, Text>;
const inYear = (year: string): Text => ({ zh: `${year} 年合计`, en: `${year} in all` });
const paidIn = (year: string): Text => ({ zh: `${year} 年逐月缴存`, en: `Paid in during ${year}, by month` });
const drawnFor = (reason: Text): Text => ({
  zh: `${reason.zh}提取`,
  en: `Drawn: ${reason.en.toLowerCase()}`,
});

type YearProps = { readonly year: string; readonly of: FundMovements };

export function YearOfFund({ year, of }: YearProps): ReactNode {
  const { say } = useTexts();
  const { contributions, settled, withdrawals, goesOn } = ofYear(year, of);
  const standing = withdrawals.filter(({ takenBackOn }) => !takenBackOn);
  const total = (amounts: readonly string[]): ReactNode => <Money amount={sumOf(amounts)} />;
  return (
    <>
      <section className="part">
        <h2>{say(inYear(year))}</h2>
        <Facts
          of={[
            [say(TEXTS.employer), total(contributions.map(({ employer }) => employer))],
            [say(TEXTS.employee), total(contributions.map(({ employee }) => employee))],
            [say(TEXTS.interest), total(settled.map(({ amount }) => amount))],
            [say(TEXTS.drawn), total(standing.flatMap(({ amount, interest }) => [amount, interest]))],
          ]}
        />
        {goesOn && <p className="soft small">{say(TEXTS.goesOn)}</p>}
      </section>
      {contributions.length > 0 && (
        <section className="part">
          <h2>{say(paidIn(year))}</h2>
          <PaidInMonths title={say(paidIn(year))} of={contributions} />
        </section>
      )}
      {settled.length + withdrawals.length > 0 && <Others of={{ settled, withdrawals }} />}
    </>
  );
}

type OthersProps = { readonly of: Pick<FundMovements, "settled" | "withdrawals"> };

/** The movements that do not come month by month. */
function Others({ of: { settled, withdrawals } }: OthersProps): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.others)}</h2>
      <ul className="rows">
        {withdrawals.map(({ reason, amount, interest, on, takenBackOn, application }) => (
          <li key={`${on} ${reason} ${amount}`} className="row">
            <span className="stack-tight">
              <span>
                {say(drawnFor(WITHDRAWAL_REASONS[reason]))}{" "}
                {takenBackOn && <Tag tone="bad">{say(TEXTS.takenBack)}</Tag>}
              </span>
              <span className="soft small">{day(on, language)}</span>
              {application && (
                <Link className="link-target" to="/cases/$id" params={{ id: application }}>
                  {say(TEXTS.open)}
                </Link>
              )}
            </span>
            <Money amount={`-${sumOf([amount, interest])}`} />
          </li>
        ))}
        {settled.map(({ on, amount }) => (
          <li key={on} className="row">
            <span className="stack-tight">
              <span>{say(TEXTS.interest)}</span>
              <span className="soft small">{day(on, language)}</span>
            </span>
            <Money amount={amount} />
          </li>
        ))}
      </ul>
    </section>
  );
}
