import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaymentStatus } from "../../shared/generated/graphql.ts";
import { PAYMENT_STATUSES } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { Receipt } from "./receipt.tsx";

const FRAGMENT = graphql(`
  fragment PaymentEndParts on Payment {
    amount
    status
    declinedText {
      zh
      en
    }
    receipt {
      ...ReceiptParts
    }
  }
`);

/** Those that have not come to their end. */
const UNDER_WAY: readonly PaymentStatus[] = ["CREATED", "PENDING", "UNKNOWN"];
export const isUnderWay = (status: PaymentStatus): boolean => UNDER_WAY.includes(status);

const TEXTS = {
  failed: { zh: "没有支付成功，没有扣款", en: "The payment failed, and nothing was charged" },
  failedText: { zh: "支付渠道拒绝了这笔支付。", en: "The payment channel has declined it." },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;
const paid = (amount: string): Text => ({
  zh: `已缴费 ${yuan(amount)}`,
  en: `You have paid ${yuan(amount)}`,
});

type PaymentEndProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** Where it has failed: the control by which another is begun. */
  readonly anew: ReactNode;
};

/** How a payment has ended. */
export function PaymentEnd({ of, anew }: PaymentEndProps): ReactNode {
  const { say } = useTexts();
  const { amount, status, declinedText, receipt } = readFragment(FRAGMENT, of);
  if (status === "FAILED") {
    return (
      <Notice tone="bad" title={say(TEXTS.failed)} isNews>
        <p>
          {say(TEXTS.failedText)} {declinedText && say(declinedText)}
        </p>
        {anew}
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="good" title={say(paid(amount))} isNews>
        <p>{say(PAYMENT_STATUSES[status].text)}</p>
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
      </Notice>
      {receipt && <Receipt receipt={receipt} />}
    </>
  );
}
