import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PastWithdrawalFragment } from "../../shared/generated/graphql.ts";
import { PAYOUT_STATUSES, WITHDRAWAL_REASONS } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { RedirectLink } from "../redirect-link.tsx";

const FRAGMENT = graphql(`
  fragment PastWithdrawal on HousingFundWithdrawal {
    reason
    amount
    interest
    on
    takenBackOn
    application
    payout {
      id
      amount
      status
      paidAt
      maskedBankAccount
      bankReference
      availableActions
    }
  }
`);

const TEXTS = {
  title: { zh: "提取记录", en: "What you have drawn" },
  none: { zh: "没有经本平台提取的记录。", en: "You have drawn nothing here yet." },
  granted: { zh: "批准日期", en: "Granted on" },
  interest: { zh: "其中结息", en: "With interest of" },
  takenBack: { zh: "收回日期", en: "Taken back on" },
  to: { zh: "收款账户", en: "Paid to" },
  paidAt: { zh: "到账时间", en: "Paid on" },
  reference: { zh: "银行流水号", en: "The bank's number" },
  open: { zh: "查看办件", en: "Open the case" },
} satisfies Record<string, Text>;
const INTEREST_NONE = /^0(\.0+)?$/;

type PastProps = { readonly of: readonly FragmentType<typeof FRAGMENT>[] };

/** The withdrawals by applications, and how far the money of each has come. */
export function PastWithdrawals({ of }: PastProps): ReactNode {
  const { say } = useTexts();
  const withdrawals = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {withdrawals.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {withdrawals.map((withdrawal) => (
          <li key={`${withdrawal.on} ${withdrawal.reason} ${withdrawal.application}`}>
            <Withdrawal of={withdrawal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Withdrawal({ of }: { readonly of: PastWithdrawalFragment }): ReactNode {
  const { say, language } = useTexts();
  const { reason, amount, interest, on, takenBackOn, application, payout } = of;
  return (
    <div className="stack-tight">
      <div className="row">
        <h3>
          {say(WITHDRAWAL_REASONS[reason])}{" "}
          {payout && (
            <Tag tone={PAYOUT_STATUSES[payout.status].tone}>{say(PAYOUT_STATUSES[payout.status].text)}</Tag>
          )}
        </h3>
        <span className="strong">
          <Money amount={payout?.amount ?? amount} />
        </span>
      </div>
      <Facts
        of={[
          [say(TEXTS.granted), day(on, language)],
          [say(TEXTS.interest), !INTEREST_NONE.test(interest) && <Money key="interest" amount={interest} />],
          [say(TEXTS.to), payout?.maskedBankAccount],
          [say(TEXTS.paidAt), payout?.paidAt && moment(payout.paidAt, language)],
          [say(TEXTS.reference), payout?.bankReference],
          [say(TEXTS.takenBack), takenBackOn && day(takenBackOn, language)],
        ]}
      />
      {payout && <RedirectLink payout={payout.id} offered={payout.availableActions} />}
      {application && (
        <Link className="link-target" to="/cases/$id" params={{ id: application }}>
          {say(TEXTS.open)}
        </Link>
      )}
    </div>
  );
}
