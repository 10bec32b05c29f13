import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { BackToBills } from "../payments/back-to-bills.tsx";
import { purposeOfBills } from "../payments/orders.ts";
import { ReturnedPayer, type ReturnedPayment } from "../payments/returned-payer.tsx";

const TEXTS = {
  title: { zh: "缴费结果", en: "Your payment" },
  goOn: { zh: "还没有支付？继续这次缴费", en: "You have not paid yet? Go on with this payment" },
  anew: { zh: "重新缴费", en: "Pay again" },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;

const route = getRouteApi("/bills/paid");

const billsOf = ({ bills }: ReturnedPayment): readonly string[] => bills.map(({ bill }) => bill).sort();

/** Where a channel sends somebody back to who has paid bills there, or has given up. */
export function PaidPage(): ReactNode {
  const { say } = useTexts();
  const { payment: id } = route.useSearch();
  const search = (payment: ReturnedPayment) => ({ bills: billsOf(payment).join(",") });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <ReturnedPayer
        id={id}
        purposeOf={(payment) => purposeOfBills(billsOf(payment))}
        anew={(payment) => (
          <Link className="button" to="/bills/pay" search={search(payment)}>
            {say(TEXTS.anew)}
          </Link>
        )}
        goOn={(payment) => (
          <Link className="link-target" to="/bills/pay" search={search(payment)}>
            {say(TEXTS.goOn)}
          </Link>
        )}
      />
      <p className="row">
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
        <BackToBills />
      </p>
    </Page>
  );
}
