import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { BackToFund } from "./back-to-fund.tsx";
import { type FundMovements, movementsOf, yearsOf } from "./movements.ts";
import { YearOfFund } from "./year-of-fund.tsx";

/** Six years of contributions at a time; of interest and withdrawals there are few. */
const HISTORY = graphql(`
  query PortalFundHistory($after: String) {
    me {
      id
      housingFund {
        id
        contributions(first: 72, after: $after) {
          edges {
            node {
              month
              employer
              employee
              ...PaidIn
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        interest {
          settled {
            on
            amount
          }
        }
        withdrawals {
          reason
          amount
          interest
          on
          takenBackOn
          application
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "公积金历年明细", en: "The fund, year by year" },
  year: { zh: "年份", en: "Year" },
  none: { zh: "没有公积金记录。", en: "There is no record of a housing fund." },
  older: { zh: "更早的年份", en: "Earlier years" },
  newest: { zh: "回到最近的年份", en: "Back to the latest years" },
} satisfies Record<string, Text>;

const route = getRouteApi("/fund/history");

export function FundHistoryPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(HISTORY, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "housingFund"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!me?.housingFund) return <p className="part">{say(TEXTS.none)}</p>;
          return (
            <>
              <Years key={after} of={movementsOf(me.housingFund, after !== undefined)} />
              <Pager
                to="/fund/history"
                isLater={after !== undefined}
                pageInfo={me.housingFund.contributions?.pageInfo}
                older={TEXTS.older}
                newest={TEXTS.newest}
              />
            </>
          );
        }}
      </Answered>
      <BackToFund />
    </Page>
  );
}

function Years({ of }: { readonly of: FundMovements }): ReactNode {
  const { say } = useTexts();
  const years = yearsOf(of);
  const [year = years[0], setYear] = useState<string>();
  if (year === undefined) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <>
      <Field id="year" label={say(TEXTS.year)}>
        {(marks) => (
          <select {...marks} value={year} onChange={(event) => setYear(event.target.value)}>
            {years.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        )}
      </Field>
      <YearOfFund year={year} of={of} />
    </>
  );
}
