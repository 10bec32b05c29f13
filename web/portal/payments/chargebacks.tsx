import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment PaymentChargeback on Chargeback {
    id
    amount
    at
    reversedAt
  }
`);

const TITLE: Text = { zh: "银行退回", en: "Taken back by your bank" };
const GONE: Text = { zh: "已由银行退回给您，账单仍为已缴", en: "With you again; the bill stays paid" };
const AGAIN: Text = { zh: "经争议处理已重新入账", en: "Charged again after a contest" };

/** The parts of a payment that the payer's bank has taken back. Nothing where it has not. */
export function Chargebacks({ of }: { readonly of: readonly FragmentType<typeof FRAGMENT>[] }): ReactNode {
  const { say, language } = useTexts();
  const chargebacks = readFragment(FRAGMENT, of);
  if (chargebacks.length === 0) return null;
  const title = say(TITLE);
  return (
    <section className="stack-tight" aria-label={title}>
      <p className="soft small">{title}</p>
      <ul className="rows">
        {chargebacks.map(({ id, amount, at, reversedAt }) => (
          <li className="row" key={id}>
            <span className="stack-tight">
              <span>{moment(reversedAt ?? at, language)}</span>
              <span>
                <Tag tone={reversedAt ? "plain" : "act"}>{say(reversedAt ? AGAIN : GONE)}</Tag>
              </span>
            </span>
            <span className="strong">
              <Money amount={amount} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
