import { type ReactNode, useRef, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { isNothing, yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CardWithholdingFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { OFFERED_CHANNEL, type OfferedChannel } from "../payments/channel-choice.tsx";
import { SignForm } from "./sign-form.tsx";

const FRAGMENT = graphql(`
  fragment CardWithholding on TransitCard {
    id
    withholding {
      channel
      signedAt
      uncollectedMax
      dayMax
      monthMax
      waiting
      collectedInMonth
      refusedAt
    }
    withholdingTerms {
      uncollectedMax
      dayMax
      monthMax
    }
  }
`);

const END = graphql(`
  mutation PortalEndWithholding($card: ID!) {
    endFareWithholding(card: $card) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "先乘后付", en: "Ride first, pay afterwards" },
  off: {
    zh: "没有签约：卡里要有进站所需的余额。签约后余额不足也能进站，卡里不够付的车费在乘车后几分钟内从您选的支付方式扣。",
    en: "Not signed: the card needs a balance to let you in. With a contract it lets you in without, and what the card cannot pay is collected by the channel that you choose, within minutes after the ride.",
  },
  on: { zh: "已签约先乘后付", en: "You ride first and pay afterwards" },
  how: {
    zh: "先用卡里的余额；不够的部分在乘车后几分钟内扣款。",
    en: "The money on the card is used first; the rest is collected within minutes after the ride.",
  },
  failing: {
    zh: "扣款不成功就算欠费，补足前您名下的卡都不能进站；接下来三个上午会再扣，也可以马上充值补足。",
    en: "Fares that cannot be collected are arrears: until they are paid, gates let you in with none of your cards. They are collected again on the next three mornings, or you top up the card at once.",
  },
  channel: { zh: "支付方式", en: "Collected by" },
  since: { zh: "签约时间", en: "Signed" },
  waiting: { zh: "待扣车费", en: "Waits to be collected" },
  month: { zh: "本月已扣", en: "Collected this month" },
  refused: { zh: "有车费扣款未成功", en: "Fares could not be collected" },
  refusedText: {
    zh: "请为这张卡充值补足；补足前您名下的卡都不能进站。",
    en: "Top up this card to pay them. Until then gates let you in with none of your cards.",
  },
  end: { zh: "解除签约", en: "End the contract" },
  question: { zh: "确定解除先乘后付吗？", en: "Do you want to end the contract?" },
  endText: {
    zh: "解除后不再扣款，进站需要卡里有余额。有未完成的行程或待扣的车费时不能解除。",
    en: "Nothing is collected any more, and gates want a balance on the card. It cannot end while a ride is open or a fare waits.",
  },
  yes: { zh: "确定解除", en: "Yes, end it" },
  no: { zh: "继续使用", en: "Keep it" },
  ended: { zh: "已解除签约", en: "The contract has ended" },
  change: { zh: "更换支付方式", en: "Change the channel" },
} satisfies Record<string, Text>;

type Terms = NonNullable<CardWithholdingFragment["withholdingTerms"]>;
type Contract = NonNullable<CardWithholdingFragment["withholding"]>;

const bounds = ({ dayMax, monthMax, uncollectedMax }: Terms): Text => ({
  zh: `每天最多扣 ${yuan(dayMax)}，每月最多扣 ${yuan(monthMax)}；待扣车费达到 ${yuan(uncollectedMax)} 时，先扣款再进站。`,
  en: `No more than ${yuan(dayMax)} is collected in a day, and ${yuan(monthMax)} in a month. While ${yuan(uncollectedMax)} or more wait, gates wait for the collection.`,
});

type CardWithholdingProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly channels: readonly FragmentType<typeof OFFERED_CHANNEL>[];
};

/** The contract of a card to pay after the ride: its bounds in words, what waits under it, signing and ending it. */
export function CardWithholding({ of, channels }: CardWithholdingProps): ReactNode {
  const { say } = useTexts();
  const { id: card, withholding: contract, withholdingTerms: terms } = readFragment(FRAGMENT, of);
  const offered = readFragment(OFFERED_CHANNEL, channels);
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<"signed" | "ended">();
  // The button that was pressed is there no more.
  const end = (how: "signed" | "ended"): void => {
    setDone(how);
    heading.current?.focus();
  };
  if (!contract && !terms) return null;
  return (
    <section className="part stack">
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      {contract ? (
        <Signed {...{ card, contract, offered, end }} isNews={done === "signed"} />
      ) : (
        <>
          {done === "ended" ? (
            <Notice tone="good" title={say(TEXTS.ended)} isNews />
          ) : (
            <p>{say(TEXTS.off)}</p>
          )}
          {terms && <p>{say(bounds(terms))}</p>}
          <p>{say(TEXTS.failing)}</p>
          <SignForm {...{ card, offered }} onSigned={() => end("signed")} />
        </>
      )}
    </section>
  );
}

type SignedProps = {
  readonly card: string;
  readonly contract: Contract;
  readonly offered: readonly OfferedChannel[];
  readonly isNews: boolean;
  readonly end: (how: "signed" | "ended") => void;
};

function Signed({ card, contract, offered, isNews, end }: SignedProps): ReactNode {
  const { say, language } = useTexts();
  const { channel, signedAt, waiting, collectedInMonth, refusedAt } = contract;
  const { send, isSending, failure } = useAct(END);
  const stop = async (): Promise<void> => {
    if ((await send({ card }))?.kind === "done") end("ended");
  };
  const name = offered.find((one) => one.channel === channel)?.name;
  return (
    <>
      {refusedAt ? (
        <Notice tone="act" title={say(TEXTS.refused)} isNews={isNews}>
          <p>{say(TEXTS.refusedText)}</p>
        </Notice>
      ) : (
        <Notice tone="good" title={say(TEXTS.on)} isNews={isNews} />
      )}
      <p>{say(TEXTS.how)}</p>
      <p>{say(bounds(contract))}</p>
      <p>{say(TEXTS.failing)}</p>
      <Facts
        of={[
          [say(TEXTS.channel), name ? say(name) : channel],
          [say(TEXTS.since), moment(signedAt, language)],
          [say(TEXTS.waiting), isNothing(waiting) ? undefined : <Money key="waiting" amount={waiting} />],
          [say(TEXTS.month), <Money key="month" amount={collectedInMonth} />],
        ]}
      />
      {offered.length > 1 && (
        <details>
          <summary>{say(TEXTS.change)}</summary>
          <SignForm {...{ card, offered, channel }} onSigned={() => end("signed")} />
        </details>
      )}
      <FailureNotice failure={failure} again={() => void stop()} isSending={isSending} />
      <ConfirmedButton
        {...{ label: say(TEXTS.end), question: say(TEXTS.question), isSending }}
        {...{ yes: say(TEXTS.yes), no: say(TEXTS.no) }}
        act={() => void stop()}
      >
        <p>{say(TEXTS.endText)}</p>
      </ConfirmedButton>
    </>
  );
}
