import type { ReactNode } from "react";
import { day, month } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment FundPart on Citizen {
    housingFund {
      id
      balance
      balanceOn
      contributions(first: 1) {
        edges {
          node {
            month
            total
          }
        }
      }
      loans {
        id
        outstanding
      }
      interest {
        projection {
          settlesOn
          amount
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "住房公积金", en: "Housing fund" };
const ALL: Text = { zh: "明细和提取", en: "Details and withdrawal" };
const NONE: Text = { zh: "您没有公积金账户。", en: "You have no housing-fund account." };
const TEXTS = {
  loan: { zh: "贷款余额", en: "Loan outstanding" },
  interest: { zh: "预计结息", en: "Interest to come" },
} satisfies Record<string, Text>;
const asOf = (when: string): Text => ({ zh: `截至${when}`, en: `As of ${when}` });
const paidIn = (of: string): Text => ({ zh: `${of}缴存`, en: `Paid in for ${of}` });

export function FundPart({ citizen, troubleOf, again }: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const { housingFund } = readFragment(FRAGMENT, citizen);
  const last = housingFund?.contributions?.edges[0]?.node;
  const projection = housingFund?.interest.projection;
  const loans = housingFund?.loans ?? [];
  return (
    <Part title={TITLE} trouble={troubleOf("housingFund")} again={again} all={{ text: ALL, to: "/fund" }}>
      {housingFund ? (
        <>
          <p className="stack-tight">
            <span className="big">
              <Money amount={housingFund.balance} />
            </span>
            <span className="soft small">{say(asOf(day(housingFund.balanceOn, language)))}</span>
          </p>
          <Facts
            of={[
              ...(last
                ? [
                    [
                      say(paidIn(month(last.month, language))),
                      <Money key="paid" amount={last.total} />,
                    ] as const,
                  ]
                : []),
              ...loans.map(
                ({ id, outstanding }) => [say(TEXTS.loan), <Money key={id} amount={outstanding} />] as const,
              ),
              ...(projection
                ? [
                    [
                      say(TEXTS.interest),
                      <span key="interest">
                        <Money amount={projection.amount} />{" "}
                        <span className="soft small">{day(projection.settlesOn, language)}</span>
                      </span>,
                    ] as const,
                  ]
                : []),
            ]}
          />
        </>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}
