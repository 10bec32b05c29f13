import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { purposeOfTopUp } from "../payments/orders.ts";
import { ReturnedPayer, type ReturnedPayment } from "../payments/returned-payer.tsx";
import { BackToCards } from "./back-to-card.tsx";

const TEXTS = {
  title: { zh: "充值结果", en: "Your top-up" },
  goOn: { zh: "还没有支付？继续这次充值", en: "You have not paid yet? Go on with this payment" },
  anew: { zh: "重新充值", en: "Pay again" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cards/topped-up");

/** Where a channel sends somebody back to who has topped up a card there, or has given up. */
export function ToppedUpPage(): ReactNode {
  const { say } = useTexts();
  const { payment: id } = route.useSearch();
  const topUp = ({ transitCard }: ReturnedPayment, className: string, text: Text): ReactNode =>
    transitCard && (
      <Link className={className} to="/cards/$card/top-up" params={{ card: transitCard }}>
        {say(text)}
      </Link>
    );
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <ReturnedPayer
        id={id}
        purposeOf={({ transitCard }) => purposeOfTopUp(transitCard ?? "")}
        anew={(payment) => topUp(payment, "button", TEXTS.anew)}
        goOn={(payment) => topUp(payment, "link-target", TEXTS.goOn)}
      />
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}
