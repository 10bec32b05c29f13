import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { sumOf, yuan } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBillsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BILLS_MAX } from "../payments/orders.ts";
import { BillLine } from "./bill-line.tsx";
import { UnendedPayments } from "./unended-payments.tsx";

const BILLS = graphql(`
  query PortalBills {
    me {
      id
      due: bills(status: DUE) {
        id
        owed
        ...BillLine
      }
      paying: bills(status: PAYING) {
        id
        payment
        ...BillLine
      }
      utilityAccounts {
        id
        alias
        number
        automaticPayment {
          ceiling
        }
        biller {
          name
          kind
        }
      }
    }
  }
`);

type Citizen = NonNullable<PortalBillsQuery["me"]>;

const TEXTS = {
  title: { zh: "水电燃气缴费", en: "Bills" },
  due: { zh: "待缴账单", en: "Due now" },
  none: { zh: "没有待缴账单。", en: "No bill is due." },
  noneChosen: { zh: "请至少选一张账单", en: "Choose at least one bill" },
  chosen: { zh: "已选合计", en: "Chosen in all" },
  accounts: { zh: "我的户号", en: "My accounts" },
  noAccounts: {
    zh: "您还没有绑定户号。绑定后，新账单会出现在这里，并发消息告诉您。",
    en: "You have added no account yet. Once you have, new bills come up here, and you are told of them.",
  },
  usage: { zh: "用量与历史账单", en: "Usage and past bills" },
  automatic: { zh: "自动缴费", en: "Paid automatically" },
  settings: { zh: "自动缴费与解绑", en: "Automatic payment, removal" },
  bind: { zh: "绑定户号", en: "Add an account" },
  payments: { zh: "缴费记录和收据", en: "Payments and receipts" },
} satisfies Record<string, Text>;
const tooMany: Text = {
  zh: `一次最多缴 ${BILLS_MAX} 张账单，请少选几张`,
  en: `One payment takes ${BILLS_MAX} bills at most: choose fewer`,
};
const pay = (amount: string): Text => ({ zh: `缴费 ${yuan(amount)}`, en: `Pay ${yuan(amount)}` });

export function BillsPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(BILLS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "due"]) ?? troubleAt(errors, ["me", "paying"]);
          if (!me) return null;
          return (
            <>
              {trouble ? (
                <TroubleNotice trouble={trouble} again={asked.again} />
              ) : (
                <>
                  <DueBills due={me.due ?? []} />
                  <UnendedPayments due={me.due ?? []} paying={me.paying ?? []} />
                </>
              )}
              <Accounts of={me} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/bills/payments">
          {say(TEXTS.payments)}
        </Link>
      </p>
    </Page>
  );
}

/** As many as one payment takes are chosen to begin with: most people pay all that is due. */
function DueBills({ due: bills }: { readonly due: NonNullable<Citizen["due"]> }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(bills.slice(BILLS_MAX).map(({ id }) => id)),
  );
  const [isWrong, setWrong] = useState(false);
  const chosen = bills.filter(({ id }) => !left.has(id));
  const total = sumOf(chosen.map(({ owed }) => owed));
  const wrong = chosen.length === 0 ? TEXTS.noneChosen : chosen.length > BILLS_MAX ? tooMany : undefined;
  const problems = isWrong && wrong ? [{ field: `bill-${bills[0]?.id}`, text: say(wrong) }] : [];
  const turn = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      <ErrorSummary problems={problems} />
      <section className="part">
        <h2>{say(TEXTS.due)}</h2>
        {bills.length === 0 ? (
          <p className="soft">{say(TEXTS.none)}</p>
        ) : (
          <form
            className="waiting"
            onSubmit={(event) => {
              event.preventDefault();
              setWrong(true);
              if (!wrong)
                navigate({ to: "/bills/pay", search: { bills: chosen.map(({ id }) => id).join(",") } });
            }}
          >
            <fieldset>
              <legend className="out-of-sight">{say(TEXTS.due)}</legend>
              <ul className="rows">
                {bills.map((bill) => (
                  <li key={bill.id} className="choice">
                    <input
                      id={`bill-${bill.id}`}
                      type="checkbox"
                      checked={!left.has(bill.id)}
                      onChange={() => turn(bill.id)}
                    />
                    <label htmlFor={`bill-${bill.id}`}>
                      <BillLine bill={bill} />
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
            <p className="row" aria-live="polite">
              <span>{say(TEXTS.chosen)}</span>
              <span className="big money">{yuan(total)}</span>
            </p>
            <button className="button" type="submit">
              {say(pay(total))}
            </button>
          </form>
        )}
      </section>
    </>
  );
}

function Accounts({ of: { utilityAccounts } }: { readonly of: Citizen }): ReactNode {
  const { say } = useTexts();
  const accounts = utilityAccounts ?? [];
  return (
    <section className="part">
      <h2>{say(TEXTS.accounts)}</h2>
      {accounts.length === 0 && <p className="soft">{say(TEXTS.noAccounts)}</p>}
      <ul className="rows">
        {accounts.map(({ id, alias, number, biller, automaticPayment }) => (
          <li key={id} className="stack-tight">
            <span>
              {biller ? `${say(UTILITY_KINDS[biller.kind])} · ${alias}` : alias}{" "}
              {automaticPayment && <Tag tone="good">{say(TEXTS.automatic)}</Tag>}
            </span>
            <span className="soft small">
              {biller?.name} {number}
            </span>
            <span className="row">
              <Link className="link-target" to="/bills/usage/$account" params={{ account: id }}>
                {say(TEXTS.usage)}
                <span className="out-of-sight">: {alias}</span>
              </Link>
              <Link className="link-target" to="/bills/accounts/$account" params={{ account: id }}>
                {say(TEXTS.settings)}
                <span className="out-of-sight">: {alias}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
      <Link className="link-target" to="/bills/bind">
        {say(TEXTS.bind)}
      </Link>
    </section>
  );
}
