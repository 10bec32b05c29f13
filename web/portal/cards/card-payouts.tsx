import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { isNothing } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PayoutStatus } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { RedirectLink } from "../redirect-link.tsx";

const FRAGMENT = graphql(`
  fragment CardPayouts on TransitCard {
    payouts {
      id
      amount
      setOff
      status
      createdAt
      paidAt
      maskedBankAccount
      availableActions
    }
  }
`);

const TITLE: Text = { zh: "退回的余额", en: "Money paid out" };
const TO: Text = { zh: "退到账户", en: "To the account" };
const SET_OFF: Text = { zh: "已扣注销后到账的乘车费", en: "Rides that came in later have taken" };
const STATUSES: Readonly<Record<PayoutStatus, { readonly text: Text; readonly tone: Tone }>> = {
  OWED: { text: { zh: "待付款", en: "To be paid" }, tone: "wait" },
  ORDERED: { text: { zh: "银行处理中", en: "The bank is paying it" }, tone: "wait" },
  PAID: { text: { zh: "已到账", en: "Paid" }, tone: "good" },
  REFUSED: { text: { zh: "银行拒付，已退回", en: "Refused by the bank, and taken back" }, tone: "bad" },
  RETURNED: {
    text: { zh: "被收款银行退回，仍应付给您", en: "Sent back by your bank, and still owed to you" },
    tone: "bad",
  },
  CANCELLED: { text: { zh: "已取消", en: "Called off" }, tone: "plain" },
};

/** The money that a closed card had on it, on its way to a bank account. */
export function CardPayouts({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { payouts } = readFragment(FRAGMENT, of);
  if (!payouts || payouts.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TITLE)}</h2>
      <ul className="rows">
        {payouts.map(
          ({ id, amount, setOff, status, createdAt, paidAt, maskedBankAccount, availableActions }) => (
            <li key={id} className="row">
              <span className="stack-tight">
                <span>
                  <Tag tone={STATUSES[status].tone}>{say(STATUSES[status].text)}</Tag>
                </span>
                <span className="soft small">
                  {maskedBankAccount && `${say(TO)} ${maskedBankAccount} · `}
                  {moment(paidAt ?? createdAt, language)}
                </span>
                {setOff && !isNothing(setOff) && (
                  <span className="soft small">
                    {say(SET_OFF)} <Money amount={setOff} />
                  </span>
                )}
                <RedirectLink payout={id} offered={availableActions} />
              </span>
              {amount && (
                <span className="strong">
                  <Money amount={amount} />
                </span>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
