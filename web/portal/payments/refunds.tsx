import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaymentRefundFragment, RefundStatus } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment PaymentRefund on Refund {
    id
    amount
    status
    reason
    createdAt
    endedAt
  }
`);

const TITLE: Text = { zh: "退款", en: "Refunds" };
const UNDER_WAY = { text: { zh: "退款中", en: "On its way back" }, tone: "wait" } as const;

const STATUSES: Readonly<Record<RefundStatus, { readonly text: Text; readonly tone: Tone }>> = {
  CREATED: UNDER_WAY,
  PENDING: UNDER_WAY,
  UNKNOWN: { text: { zh: "退款中，正在核实", en: "On its way back, being checked" }, tone: "wait" },
  SUCCEEDED: { text: { zh: "已退款", en: "Refunded" }, tone: "good" },
  FAILED: { text: { zh: "未退成", en: "Not given back" }, tone: "bad" },
};

/** The refunds of a payment: how much, since when, how far each is, and why. Nothing where nothing does. */
export function Refunds({ of }: { readonly of: readonly FragmentType<typeof FRAGMENT>[] }): ReactNode {
  const { say } = useTexts();
  if (of.length === 0) return null;
  const title = say(TITLE);
  return (
    <section className="stack-tight" aria-label={title}>
      <p className="soft small">{title}</p>
      <ul className="rows">
        {of.map((one) => {
          const refund = readFragment(FRAGMENT, one);
          return <OneRefund key={refund.id} of={refund} />;
        })}
      </ul>
    </section>
  );
}

function OneRefund({ of }: { readonly of: PaymentRefundFragment }): ReactNode {
  const { say, language } = useTexts();
  const { amount, status, reason, createdAt, endedAt } = of;
  const { text, tone } = STATUSES[status];
  return (
    <li className="row">
      <span className="stack-tight">
        <span>{moment(endedAt ?? createdAt, language)}</span>
        <span>
          <Tag tone={tone}>{say(text)}</Tag>
        </span>
        <span className="soft small">{reason}</span>
      </span>
      <span className="strong">
        <Money amount={amount} />
      </span>
    </li>
  );
}
