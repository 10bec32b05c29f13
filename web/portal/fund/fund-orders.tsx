import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { FundOrderFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { WITHDRAWAL_REASONS } from "../../shared/texts/fund-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";

const FRAGMENT = graphql(`
  fragment FundOrder on HousingFundOrder {
    reason
    application
    agreedOn
    everyMonths
    nextOn
    endsOn
    last {
      on
      amount
      because {
        zh
        en
      }
    }
    ended {
      on
      because {
        zh
        en
      }
    }
  }
`);

const END = graphql(`
  mutation PortalEndFundOrder($application: ID!) {
    endHousingFundOrder(application: $application) {
      __typename
      ... on HousingFundOrder {
        application
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "约定提取", en: "Standing orders" },
  running: { zh: "生效中", en: "In force" },
  over: { zh: "已终止", en: "Ended" },
  agreed: { zh: "约定日期", en: "Agreed on" },
  every: { zh: "提取频率", en: "Drawn" },
  next: { zh: "下次核对", en: "Looked at next on" },
  until: { zh: "租期或贷款截止", en: "Lease or loan until" },
  last: { zh: "最近一次", en: "The last time" },
  ended: { zh: "终止日期", en: "Ended on" },
  why: { zh: "终止原因", en: "Because" },
  open: { zh: "查看约定的办件", en: "Open its case" },
  end: { zh: "终止约定", en: "End the order" },
  question: {
    zh: "终止后不再按此约定提取；已提取的不受影响，以后可以重新约定。要终止吗？",
    en: "Nothing more is drawn by it from then on. What was drawn stays as it is, and you can agree anew. End it?",
  },
  done: { zh: "约定提取已终止。", en: "The standing order has ended." },
} satisfies Record<string, Text>;
const everyMonths = (months: number): Text =>
  months === 1
    ? { zh: "每月一次", en: "Every month" }
    : { zh: `每 ${months} 个月一次`, en: `Every ${months} months` };
const nothingOn = (when: string): Text => ({ zh: `${when}没有提取：`, en: `Nothing was drawn on ${when}: ` });
const drawnOn = (when: string): Text => ({ zh: `${when}提取`, en: `On ${when}` });

type OrdersProps = { readonly of: readonly FragmentType<typeof FRAGMENT>[] };

/** The agreements by which the fund draws again and again, each to be ended by its holder. */
export function FundOrders({ of }: OrdersProps): ReactNode {
  const { say } = useTexts();
  const orders = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ul className="rows">
        {orders.map((order) => (
          <li key={order.application}>
            <Order of={order} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Order({ of }: { readonly of: FundOrderFragment }): ReactNode {
  const { say, language } = useTexts();
  const { reason, application, agreedOn, nextOn, endsOn, last, ended } = of;
  return (
    <div className="stack-tight">
      <h3>
        {say(WITHDRAWAL_REASONS[reason])}{" "}
        <Tag tone={ended ? "plain" : "good"}>{say(ended ? TEXTS.over : TEXTS.running)}</Tag>
      </h3>
      <Facts
        of={[
          [say(TEXTS.every), say(everyMonths(of.everyMonths))],
          [say(TEXTS.agreed), day(agreedOn, language)],
          [say(TEXTS.until), endsOn && day(endsOn, language)],
          [say(TEXTS.next), nextOn && day(nextOn, language)],
          [say(TEXTS.last), last && <Last key="last" of={last} />],
          [say(TEXTS.ended), ended && day(ended.on, language)],
          [say(TEXTS.why), ended && say(ended.because)],
        ]}
      />
      <Link className="link-target" to="/cases/$id" params={{ id: application }}>
        {say(TEXTS.open)}
        <span className="out-of-sight">: {say(WITHDRAWAL_REASONS[reason])}</span>
      </Link>
      <EndOrder of={of} />
    </div>
  );
}

function Last({ of: { on, amount, because } }: { readonly of: NonNullable<FundOrderFragment["last"]> }) {
  const { say, language } = useTexts();
  if (because) {
    return (
      <>
        {say(nothingOn(day(on, language)))}
        {say(because)}
      </>
    );
  }
  return (
    <>
      {say(drawnOn(day(on, language)))} {amount && <Money amount={amount} />}
    </>
  );
}

function EndOrder({
  of: { application, reason, ended: over },
}: {
  readonly of: FundOrderFragment;
}): ReactNode {
  const { say } = useTexts();
  const { ended, failure, again, isSending, send } = useAct(END);
  if (over) return ended?.kind === "done" && <Told title={say(TEXTS.done)} />;
  return (
    <>
      <FailureNotice {...{ failure, again, isSending }} />
      <ConfirmedButton
        label={say(TEXTS.end)}
        about={say(WITHDRAWAL_REASONS[reason])}
        question={say(TEXTS.question)}
        isSending={isSending}
        act={() => void send({ application })}
      />
    </>
  );
}
