import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { percent } from "../../shared/format/rates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFundQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { FUND_STATUSES } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { FundInterest } from "./fund-interest.tsx";
import { FundLoans } from "./fund-loans.tsx";
import { FundOrders } from "./fund-orders.tsx";
import { PaidInMonths } from "./paid-in.tsx";

const FUND = graphql(`
  query PortalFund {
    me {
      id
      housingFund {
        id
        accountNumber
        employer {
          name
        }
        contributionBase
        employerRate
        employeeRate
        status
        openedOn
        balance
        balanceOn
        contributions(first: 12) {
          edges {
            node {
              ...PaidIn
            }
          }
        }
        interest {
          ...FundInterest
        }
        loans {
          ...FundLoan
        }
        orders {
          ...FundOrder
        }
      }
    }
  }
`);

type Fund = NonNullable<NonNullable<PortalFundQuery["me"]>["housingFund"]>;

const TEXTS = {
  title: { zh: "住房公积金", en: "Housing fund" },
  balance: { zh: "账户余额", en: "Balance" },
  balanceText: {
    zh: "为公积金中心最近公布的余额，已减去此后经本平台提取的金额。",
    en: "As the fund centre stated it last, less what you have drawn here since.",
  },
  withdraw: { zh: "提取公积金", en: "Draw from the fund" },
  account: { zh: "账户", en: "The account" },
  number: { zh: "个人账号", en: "Account number" },
  status: { zh: "账户状态", en: "Status" },
  employer: { zh: "缴存单位", en: "Employer" },
  base: { zh: "月缴存基数", en: "Monthly wage it is reckoned from" },
  rates: { zh: "缴存比例", en: "Share of it that is paid in" },
  opened: { zh: "开户日期", en: "Opened on" },
  paidIn: { zh: "最近十二个月的缴存", en: "Paid in during the last twelve months" },
  noPaidIn: { zh: "还没有缴存记录。", en: "Nothing has been paid in yet." },
  history: { zh: "历年缴存、结息和提取", en: "All years: contributions, interest, withdrawals" },
  none: { zh: "您没有公积金账户。", en: "You have no housing-fund account." },
  noneText: {
    zh: "账户由您的单位在公积金中心开立。如有疑问请拨打 12345。",
    en: "Your employer opens one at the fund centre. If you think that there is one, ask at 12345.",
  },
} satisfies Record<string, Text>;
const asOf = (when: string): Text => ({ zh: `截至${when}`, en: `As of ${when}` });
const shares = (employer: string, employee: string): Text => ({
  zh: `单位 ${employer}，个人 ${employee}`,
  en: `${employer} by the employer, ${employee} by you`,
});

export function FundPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(FUND, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "housingFund"]);
          return (
            <>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} />}
              {me?.housingFund ? <OwnFund of={me.housingFund} /> : !trouble && <NoFund />}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function NoFund(): ReactNode {
  const { say } = useTexts();
  return (
    <div className="part">
      <p>{say(TEXTS.none)}</p>
      <p className="soft">{say(TEXTS.noneText)}</p>
    </div>
  );
}

function OwnFund({ of: fund }: { readonly of: Fund }): ReactNode {
  const { say, language } = useTexts();
  const { balance, balanceOn, contributions, interest, loans, orders } = fund;
  return (
    <>
      <section className="part">
        <h2>{say(TEXTS.balance)}</h2>
        <p className="stack-tight">
          <span className="big">
            <Money amount={balance} />
          </span>
          <span className="soft small">{say(asOf(day(balanceOn, language)))}</span>
        </p>
        <p className="soft small">{say(TEXTS.balanceText)}</p>
        <p>
          <Link className="button" to="/fund/withdraw">
            {say(TEXTS.withdraw)}
          </Link>
        </p>
      </section>
      {orders && orders.length > 0 && <FundOrders of={orders} />}
      {contributions && <PaidIn of={contributions} />}
      <FundInterest of={interest} />
      {loans && <FundLoans of={loans} />}
      <AccountFacts of={fund} />
    </>
  );
}

function PaidIn({ of: { edges } }: { readonly of: NonNullable<Fund["contributions"]> }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.paidIn)}</h2>
      {edges.length > 0 ? (
        <PaidInMonths title={say(TEXTS.paidIn)} of={edges.map(({ node }) => node)} />
      ) : (
        <p className="soft">{say(TEXTS.noPaidIn)}</p>
      )}
      <Link className="link-target" to="/fund/history">
        {say(TEXTS.history)}
      </Link>
    </section>
  );
}

function AccountFacts({ of }: { readonly of: Fund }): ReactNode {
  const { say, language } = useTexts();
  const { accountNumber, employer, contributionBase, employerRate, employeeRate, status, openedOn } = of;
  const { tone, text } = FUND_STATUSES[status];
  return (
    <section className="part">
      <h2>{say(TEXTS.account)}</h2>
      <Facts
        of={[
          [
            say(TEXTS.status),
            <Tag key="status" tone={tone}>
              {say(text)}
            </Tag>,
          ],
          [say(TEXTS.number), accountNumber],
          [say(TEXTS.employer), employer.name],
          [say(TEXTS.base), <Money key="base" amount={contributionBase} />],
          [say(TEXTS.rates), say(shares(percent(employerRate), percent(employeeRate)))],
          [say(TEXTS.opened), day(openedOn, language)],
        ]}
      />
    </section>
  );
}
