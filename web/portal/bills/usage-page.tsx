import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalUsageQuery, RatedBillFragment } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { RATED_BILL } from "./rated-bill.ts";
import { UsageOfYear } from "./usage-of-year.tsx";

const USAGE = graphql(`
  query PortalUsage($account: ID!) {
    node(id: $account) {
      ... on UtilityAccount {
        id
        alias
        number
        biller {
          name
          kind
        }
        bills {
          ...RatedBill
        }
      }
    }
  }
`);

type Node = NonNullable<PortalUsageQuery["node"]>;
type Account = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "用量与历史账单", en: "Usage and past bills" },
  year: { zh: "年份", en: "Year" },
  none: { zh: "这个户号还没有账单。", en: "There is no bill of this account yet." },
  unknown: { zh: "没有这个户号，或者它不属于您。", en: "There is no such account, or it is not yours." },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/usage/$account");

export function UsagePage(): ReactNode {
  const { say } = useTexts();
  const { account } = route.useParams();
  const asked = useOwnAnswer(USAGE, { account });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const kind = isAccount(node) ? node.biller?.kind : undefined;
  return (
    <Page title={kind ? `${say(UTILITY_KINDS[kind])} · ${say(TEXTS.title)}` : say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found }) =>
          isAccount(found) ? <AccountUsage account={found} /> : <p className="part">{say(TEXTS.unknown)}</p>
        }
      </Answered>
      <p>
        <BackToBills />
      </p>
    </Page>
  );
}

const isAccount = (node: object | null | undefined): node is Account => !!node && "bills" in node;

/** A bill belongs to the year in which its period begins, as tariffs by the year have it. */
const yearOf = ({ from }: RatedBillFragment): string => from.slice(0, 4);

function AccountUsage({ account }: { readonly account: Account }): ReactNode {
  const { say } = useTexts();
  const { alias, number, biller } = account;
  const bills = readFragment(RATED_BILL, account.bills);
  const years = [...new Set(bills.map(yearOf))].sort().reverse();
  const [year = years[0], setYear] = useState<string>();
  return (
    <>
      <p>
        {alias}{" "}
        <span className="soft">
          {biller?.name} {number}
        </span>
      </p>
      {year === undefined ? (
        <p className="part">{say(TEXTS.none)}</p>
      ) : (
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
          <UsageOfYear
            year={year}
            kind={biller?.kind}
            bills={bills.filter((bill) => yearOf(bill) === year).reverse()}
          />
        </>
      )}
    </>
  );
}
