import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { sumOf, yuan } from "../../shared/format/money.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskPayoutFragment, DeskPayoutsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { PayoutActs } from "./payout-acts.tsx";
import { PAYOUT, PAYOUTS } from "./treasury-operations.ts";
import { CAUTIONS, ORIGINS, PAYOUT_STATUSES } from "./treasury-words.ts";

type Payouts = NonNullable<DeskPayoutsQuery["payoutsOwed"]>;

const TEXTS = {
  title: { zh: "待付款项", en: "Payouts" },
  about: {
    zh: "最早的排在前面。先通知银行付款，银行付出后登记流水号。",
    en: "The longest owed first. Tell the bank to pay, and book its number once it has paid.",
  },
  none: { zh: "没有待付的款项。", en: "Nothing is owed to anybody." },
  partner: { zh: "合作企业", en: "Partner" },
  dueOn: { zh: "付款日", en: "Pay day" },
  refusal: { zh: "银行上次拒付原因", en: "Why the bank has refused it" },
  returned: { zh: "付款后被退回的原因", en: "Why it came back after it was paid" },
  since: { zh: "应付时间", en: "Owed since" },
  ordered: { zh: "通知银行时间", en: "Ordered" },
  account: { zh: "收款账号", en: "Account" },
  bank: { zh: "开户银行", en: "Bank" },
  origin: { zh: "账户来源", en: "Where the account comes from" },
  proven: { zh: "账户核验", en: "Check of the account" },
  notProven: { zh: "未核验", en: "not proven" },
  caution: { zh: "请注意", en: "Look at this" },
  cause: { zh: "来源", en: "Comes from" },
  page: { zh: "本页合计", en: "Sum of this page" },
  later: { zh: "后面的款项", en: "Further payouts" },
  first: { zh: "回到最早", en: "Back to the longest owed" },
} satisfies Record<string, Text>;
const provenAt = (at: string): Text => ({ zh: `${at} 已核验属于本人`, en: `proven on ${at}` });

const route = getRouteApi("/desk/treasury/payouts");

export function PayoutsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(PAYOUTS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={asked}>
        {({ payoutsOwed }, errors) => {
          const trouble = troubleAt(errors, ["payoutsOwed"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return payoutsOwed && <List of={payoutsOwed} isLater={after !== undefined} />;
        }}
      </Answered>
      <BackToTreasury />
    </Page>
  );
}

function List({
  of: { edges, pageInfo },
  isLater,
}: {
  readonly of: Payouts;
  readonly isLater: boolean;
}): ReactNode {
  const { say } = useTexts();
  const payouts = edges.map(({ node }) => readFragment(PAYOUT, node));
  const { told, tell } = useTold();
  const amounts = payouts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return (
    <>
      {told}
      {payouts.length === 0 ? (
        <p className="part">{say(TEXTS.none)}</p>
      ) : (
        <ul className="waiting">
          {payouts.map((payout) => (
            <li className="part" key={payout.id}>
              <OnePayout of={payout} tell={tell} />
            </li>
          ))}
        </ul>
      )}
      {payouts.length > 0 && (
        <p className="row">
          <span>{say(TEXTS.page)}</span>
          <span className="money strong">{yuan(sumOf(amounts))}</span>
        </p>
      )}
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/payouts" search={{}}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" to="/desk/treasury/payouts" search={{ after: pageInfo.endCursor }}>
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </>
  );
}

/** A person's number is shown in groups of four, as banks print it. */
const inGroups = (account: string | null): string => (account ?? "").replaceAll(/(.{4})(?=.)/g, "$1 ");

type PayoutProps = { readonly of: DeskPayoutFragment; readonly tell: (done: string) => void };

function OnePayout({ of, tell }: PayoutProps): ReactNode {
  const { say, language } = useTexts();
  const { id, amount, status, createdAt, orderedAt, bankAccount, payoutAccount, cause, ...rest } = of;
  const { partner, dueOn, refusal, returnReason } = rest;
  return (
    <>
      <div className="part-head">
        <h2>{amount === null ? <code>{id}</code> : yuan(amount)}</h2>
        <Tag tone={PAYOUT_STATUSES[status].tone}>{say(PAYOUT_STATUSES[status].text)}</Tag>
      </div>
      <div className="parts">
        <Facts
          of={[
            [say(TEXTS.partner), partner?.name],
            [say(TEXTS.dueOn), dueOn && day(dueOn, language)],
            [say(TEXTS.refusal), refusal],
            [say(TEXTS.returned), returnReason],
            [say(TEXTS.account), inGroups(bankAccount)],
            [say(TEXTS.bank), payoutAccount?.bank],
            [say(TEXTS.origin), payoutAccount && say(ORIGINS[payoutAccount.origin])],
            [
              say(TEXTS.proven),
              payoutAccount &&
                say(
                  payoutAccount.provenAt
                    ? provenAt(moment(payoutAccount.provenAt, language))
                    : TEXTS.notProven,
                ),
            ],
            [say(TEXTS.caution), payoutAccount?.caution && say(CAUTIONS[payoutAccount.caution])],
            [say(TEXTS.since), moment(createdAt, language)],
            [say(TEXTS.ordered), orderedAt && moment(orderedAt, language)],
            [say(TEXTS.cause), <code key="cause">{cause}</code>],
          ]}
        />
        <PayoutActs of={of} tell={tell} />
      </div>
    </>
  );
}
