import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { percent } from "../../shared/format/rates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { HOME_RANKS } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";

const FRAGMENT = graphql(`
  fragment FundLoan on HousingFundLoan {
    id
    principal
    rate
    home
    outstanding
    outstandingOn
  }
`);

const TEXTS = {
  title: { zh: "公积金贷款", en: "Home loans of the fund" },
  none: { zh: "没有公积金贷款。", en: "You have no loan of the fund's." },
  plan: { zh: "还款计划", en: "The instalments" },
} satisfies Record<string, Text>;
const lent = (rate: string): Text => ({ zh: `年利率 ${rate}，贷款金额`, en: `${rate} a year, on a loan of` });
const asOf = (when: string): Text => ({ zh: `截至${when}尚欠本金`, en: `Still to be repaid as of ${when}` });

export function FundLoans({ of }: { readonly of: readonly FragmentType<typeof FRAGMENT>[] }): ReactNode {
  const { say, language } = useTexts();
  const loans = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {loans.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {loans.map(({ id, principal, rate, home, outstanding, outstandingOn }) => (
          <li key={id} className="waiting">
            <div className="row">
              <span className="stack-tight">
                <span className="strong">{say(HOME_RANKS[home])}</span>
                <span>
                  {say(lent(percent(rate)))} <Money amount={principal} />
                </span>
                <span className="soft small">{say(asOf(day(outstandingOn, language)))}</span>
              </span>
              <span className="strong">
                <Money amount={outstanding} />
              </span>
            </div>
            <Link className="link-target" to="/fund/loans/$loan" params={{ loan: id }}>
              {say(TEXTS.plan)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
