import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type {
  ApprovalEffect,
  HousingFundWithdrawalReason,
  PortalWithdrawQuery,
} from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { promiseOf } from "../services/service-texts.ts";
import { BackToFund } from "./back-to-fund.tsx";
import { PastWithdrawals } from "./past-withdrawals.tsx";

const WITHDRAW = graphql(`
  query PortalWithdraw($region: RegionCode!) {
    me {
      id
      housingFund {
        id
        prospects {
          reason
          atMost
          because
        }
        withdrawals {
          ...PastWithdrawal
        }
      }
    }
    serviceItems(region: $region, audience: NATURAL_PERSON, search: "提取住房公积金", first: 20) {
      edges {
        node {
          code
          effect
          promisedWorkingDays
          name {
            zh
            en
          }
          rule {
            checks {
              code
              name {
                zh
                en
              }
            }
          }
        }
      }
    }
  }
`);

type Prospect = NonNullable<
  NonNullable<NonNullable<PortalWithdrawQuery["me"]>["housingFund"]>["prospects"]
>[number];
type Item = NonNullable<PortalWithdrawQuery["serviceItems"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "提取公积金", en: "Draw from the housing fund" },
  ways: { zh: "可以为这些用途提取", en: "What it can be drawn for" },
  noWays: { zh: "这里没有开通网上提取。", en: "Nothing can be drawn online here." },
  conditions: { zh: "符合以下条件的，当场批准", en: "Granted at once where all of this is met" },
  atMost: { zh: "现在最多可提取", en: "At most, now" },
  spouse: {
    zh: "配偶要为租房提取？请先确认配偶",
    en: "Your spouse draws for rent? Confirm them first",
  },
  apply: { zh: "了解并申请", en: "Read more and apply" },
} satisfies Record<string, Text>;

/** The grants that pay out of the fund, by what for. */
const REASONS: Readonly<Record<ApprovalEffect, HousingFundWithdrawalReason | undefined>> = {
  HOUSING_FUND_RENT: "RENT",
  HOUSING_FUND_RETIREMENT: "RETIREMENT",
  HOUSING_FUND_LOAN_REPAYMENT: "LOAN_REPAYMENT",
  HOUSING_FUND_RENT_ORDER: undefined,
  HOUSING_FUND_LOAN_REPAYMENT_ORDER: undefined,
  LICENCE: undefined,
};

/** The agreements by which it draws again and again: how much, is told each time. */
const ORDERS: readonly ApprovalEffect[] = ["HOUSING_FUND_RENT_ORDER", "HOUSING_FUND_LOAN_REPAYMENT_ORDER"];

export function WithdrawPage(): ReactNode {
  const { say } = useTexts();
  const { region } = useConfig();
  const asked = useOwnAnswer(WITHDRAW, { region });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me, serviceItems }, errors) => {
          const trouble = troubleAt(errors, ["serviceItems"]) ?? troubleAt(errors, ["me", "housingFund"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const items = serviceItems?.edges.map(({ node }) => node) ?? [];
          return (
            <>
              <Ways
                of={items.filter(({ effect }) => effect && (REASONS[effect] || ORDERS.includes(effect)))}
                prospects={me?.housingFund?.prospects ?? []}
              />
              <p>
                <Link className="link-target" to="/fund/spouse">
                  {say(TEXTS.spouse)}
                </Link>
              </p>
              <PastWithdrawals of={me?.housingFund?.withdrawals ?? []} />
            </>
          );
        }}
      </Answered>
      <BackToFund />
    </Page>
  );
}

type WaysProps = { readonly of: readonly Item[]; readonly prospects: readonly Prospect[] };

function Ways({ of, prospects }: WaysProps): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.ways)}</h2>
      {of.length === 0 && <p>{say(TEXTS.noWays)}</p>}
      <ul className="rows">
        {of.map(({ code, name, effect, promisedWorkingDays, rule }) => (
          <li key={code} className="waiting">
            <div className="stack-tight">
              <h3>{say(name)}</h3>
              <span>{say(promiseOf(promisedWorkingDays))}</span>
            </div>
            <Amount of={prospects.find(({ reason }) => effect && reason === REASONS[effect])} />
            {rule && (
              <details>
                <summary>
                  {say(TEXTS.conditions)}
                  <span className="out-of-sight">: {say(name)}</span>
                </summary>
                <ul className="rows">
                  {rule.checks.map((check) => (
                    <li key={check.code}>{say(check.name)}</li>
                  ))}
                </ul>
              </details>
            )}
            <Link className="link-target" to="/services/$code" params={{ code }}>
              {say(TEXTS.apply)}
              <span className="out-of-sight">: {say(name)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Somebody without an account can draw nothing, and is told so where the account would be. */
function Amount({ of }: { readonly of: Prospect | undefined }): ReactNode {
  const { say } = useTexts();
  if (!of) return null;
  return (
    <div className="stack-tight">
      {of.atMost && (
        <p>
          {say(TEXTS.atMost)}{" "}
          <span className="strong">
            <Money amount={of.atMost} />
          </span>
        </p>
      )}
      <p className="soft">{of.because}</p>
    </div>
  );
}
