import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { PAYMENT_STATUSES } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { BackToBills } from "./back-to-bills.tsx";
import { Chargebacks } from "./chargebacks.tsx";
import { Receipt } from "./receipt.tsx";
import { Refunds } from "./refunds.tsx";

/** As many as a screen or two; each carries its receipt. */
const PAYMENTS = graphql(`
  query PortalPayments($after: String) {
    me {
      id
      payments(first: 8, after: $after) {
        edges {
          node {
            id
            amount
            status
            createdAt
            declinedText {
              zh
              en
            }
            refunds {
              ...PaymentRefund
            }
            chargebacks {
              ...PaymentChargeback
            }
            receipt {
              ...ReceiptParts
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "缴费记录和收据", en: "Payments and receipts" },
  none: { zh: "没有缴费记录。", en: "You have paid nothing here yet." },
  receipt: { zh: "查看收据", en: "Show the receipt" },
  older: { zh: "更早的记录", en: "Older payments" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/payments");

export function PaymentsPage(): ReactNode {
  const { say, language } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(PAYMENTS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "payments"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const { edges = [], pageInfo } = me?.payments ?? {};
          return (
            <div className="part">
              {edges.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
              <ul className="rows">
                {edges.map(({ node: { id, amount, status, createdAt, receipt, declinedText, ...back } }) => (
                  <li key={id} className="waiting">
                    <div className="row">
                      <span className="stack-tight">
                        <span>{moment(createdAt, language)}</span>
                        <span>
                          <Tag tone={PAYMENT_STATUSES[status].tone}>{say(PAYMENT_STATUSES[status].text)}</Tag>
                        </span>
                      </span>
                      <span className="strong">
                        <Money amount={amount} />
                      </span>
                    </div>
                    {declinedText && <p className="soft">{say(declinedText)}</p>}
                    <Refunds of={back.refunds ?? []} />
                    <Chargebacks of={back.chargebacks ?? []} />
                    {receipt && (
                      <details>
                        <summary>{say(TEXTS.receipt)}</summary>
                        <Receipt receipt={receipt} />
                      </details>
                    )}
                  </li>
                ))}
              </ul>
              <Pager
                to="/bills/payments"
                isLater={after !== undefined}
                pageInfo={pageInfo}
                older={TEXTS.older}
                newest={TEXTS.newest}
              />
            </div>
          );
        }}
      </Answered>
      <p>
        <BackToBills />
      </p>
    </Page>
  );
}
