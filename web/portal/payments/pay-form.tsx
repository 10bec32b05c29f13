import { type ReactNode, useEffect, useState } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import {
  ChannelChoice,
  ChannelName,
  firstFieldOf,
  OFFERED_CHANNEL,
  type OfferedChannel,
} from "./channel-choice.tsx";
import type { PaymentOf } from "./use-payment.ts";

const TEXTS = {
  channel: { zh: "支付方式", en: "Paid with" },
  noChannel: { zh: "请选择怎么支付", en: "Choose how to pay" },
  noChannels: { zh: "现在不能在网上支付", en: "Nothing can be paid here right now" },
  noChannelsText: {
    zh: "请稍后再来，或到营业厅办理。",
    en: "Come back later, or pay at a counter. Nothing is lost meanwhile.",
  },
  goOn: { zh: "继续上次支付", en: "Go on with this payment" },
  sending: { zh: "正在支付，请不要离开…", en: "Paying, please stay here…" },
  goOnText: {
    zh: "您上次支付时没有收到结果。继续时用的是同一笔，不会重复扣款。",
    en: "You began this payment before and its answer was lost. Going on is the same payment: you are not charged twice.",
  },
} satisfies Record<string, Text>;

type PayFormProps<Wish> = {
  readonly payment: PaymentOf<Wish>;
  readonly channels: readonly FragmentType<typeof OFFERED_CHANNEL>[];
  /** The button's words. */
  readonly label: string;
  /** The matter to pay for, or the problem of what was filled in; asked when the form is sent. */
  readonly wish: () => { readonly wish: Wish } | { readonly problem: FoundProblem };
  /** The problem of a field that the last answer has told; the same object as long as that is the last. */
  readonly told?: FoundProblem | undefined;
  /** The fields above the channels, given their problems. */
  readonly children?: (problemOf: (field: string) => string | undefined) => ReactNode;
};

/** Chooses a channel and pays. Where there is one channel, or a payment was begun by one, nothing is asked. */
export function PayForm<Wish>(props: PayFormProps<Wish>): ReactNode {
  const { payment, channels, label, wish, told, children } = props;
  const { say } = useTexts();
  const { begun, outcome, isSending, pay } = payment;
  const [chosen, choose] = useState<OfferedChannel>();
  const { problems, problemOf, find } = useProblems();
  const offered = channels.map((channel) => readFragment(OFFERED_CHANNEL, channel));
  const only = offered.length === 1 ? offered[0] : undefined;
  const way = begun ? offered.find(({ channel }) => channel === begun.channel) : (only ?? chosen);
  useEffect(() => {
    if (told) find([told]);
  }, [told, find]);
  if (offered.length === 0 && !begun) return <NoChannels />;
  function submit(): void {
    const made = wish();
    const noChannel = way ? [] : [{ field: firstFieldOf(offered), text: TEXTS.noChannel }];
    const wrong = [...("problem" in made ? [made.problem] : []), ...noChannel];
    find(wrong);
    if (wrong.length === 0 && "wish" in made) pay(way, made.wish);
  }
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (begun) pay();
        else submit();
      }}
    >
      <ErrorSummary problems={problems} />
      {!begun && children?.(problemOf)}
      {begun || only ? (
        <Facts of={[[say(TEXTS.channel), way && <ChannelName of={way} />]]} />
      ) : (
        <ChannelChoice {...{ offered, chosen, choose, problem: problemOf(firstFieldOf(offered)) }} />
      )}
      {begun && !outcome && !isSending && <p>{say(TEXTS.goOnText)}</p>}
      <button className="button" type="submit" aria-disabled={isSending}>
        {isSending ? say(TEXTS.sending) : begun ? say(TEXTS.goOn) : label}
      </button>
    </form>
  );
}

function NoChannels(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="bad" title={say(TEXTS.noChannels)}>
      <p>{say(TEXTS.noChannelsText)}</p>
    </Notice>
  );
}
