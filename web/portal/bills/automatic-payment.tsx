import { type ReactNode, useRef, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { OFFERED_CHANNEL, type OfferedChannel } from "../payments/channel-choice.tsx";
import { MandateForm } from "./mandate-form.tsx";

const FRAGMENT = graphql(`
  fragment AutomaticPaymentParts on UtilityAccount {
    id
    automaticPayment {
      ceiling
      channel
      setAt
    }
  }
`);

const STOP = graphql(`
  mutation PortalStopAutomaticPayment($account: ID!) {
    stopAutomaticPayment(account: $account) {
      __typename
      ... on UtilityAccount {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "自动缴费", en: "Automatic payment" },
  off: { zh: "没有设置，账单由您自己缴。", en: "There is none: you pay the bills yourself." },
  on: { zh: "自动缴费已开通", en: "Bills are paid automatically" },
  when: {
    zh: "每张账单在到期前三天的上午九点自动缴；离到期不足三天的，马上缴。",
    en: "Each bill is paid at nine in the morning three days before it is due, or at once where less is left.",
  },
  failing: {
    zh: "扣款不成功的，接连三个上午再试；还不成功就通知您自己缴。",
    en: "One that the channel declines is tried on three mornings; then you are told to pay it yourself.",
  },
  stop: { zh: "停止自动缴费", en: "Stop automatic payment" },
  stopping: { zh: "正在停止…", en: "Stopping…" },
  stopped: { zh: "已停止，账单由您自己缴", en: "It has ended: you pay the bills yourself" },
  change: { zh: "修改上限或支付方式", en: "Change the limit or the channel" },
} satisfies Record<string, Text>;
const upTo = (ceiling: string): Text => ({
  zh: `一张账单（含违约金）超过 ${yuan(ceiling)} 的不缴，通知您自己处理。`,
  en: `A bill of more than ${yuan(ceiling)}, late fee included, is not paid: you are told, and decide yourself.`,
});
const by = (channel: string, since: string): Text => ({
  zh: `通过“${channel}”支付，${since} 设置。`,
  en: `Paid by: ${channel}. Set on ${since}.`,
});

type AutomaticPaymentProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly channels: readonly FragmentType<typeof OFFERED_CHANNEL>[];
};

/** The reader's order to pay an account's bills by themselves, and its limits in words. */
export function AutomaticPayment({ of, channels }: AutomaticPaymentProps): ReactNode {
  const { say } = useTexts();
  const { id: account, automaticPayment: order } = readFragment(FRAGMENT, of);
  const offered = readFragment(OFFERED_CHANNEL, channels);
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<"set" | "stopped">();
  const { send, isSending, failure } = useAct(STOP);
  const stop = async (): Promise<void> => {
    if ((await send({ account }))?.kind === "done") end("stopped");
  };
  // The button that was pressed is there no more.
  function end(how: "set" | "stopped"): void {
    setDone(how);
    heading.current?.focus();
  }
  return (
    <section className="part">
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      <FailureNotice failure={failure} again={stop} isSending={isSending} />
      {order ? (
        <>
          <Mandate {...{ order, offered }} isNews={done === "set"} />
          <button className="button button-plain" type="button" onClick={stop} aria-disabled={isSending}>
            {say(isSending ? TEXTS.stopping : TEXTS.stop)}
          </button>
          <details>
            <summary>{say(TEXTS.change)}</summary>
            <MandateForm key={order.setAt} {...{ account, offered, order }} onSet={() => end("set")} />
          </details>
        </>
      ) : (
        <>
          {done === "stopped" ? (
            <Notice tone="good" title={say(TEXTS.stopped)} isNews />
          ) : (
            <p>{say(TEXTS.off)}</p>
          )}
          <p>{say(TEXTS.when)}</p>
          <p>{say(TEXTS.failing)}</p>
          <MandateForm {...{ account, offered, order }} onSet={() => end("set")} />
        </>
      )}
    </section>
  );
}

type MandateProps = {
  readonly order: { readonly ceiling: string; readonly channel: string; readonly setAt: string };
  readonly offered: readonly OfferedChannel[];
  readonly isNews: boolean;
};

function Mandate({ order: { ceiling, channel, setAt }, offered, isNews }: MandateProps): ReactNode {
  const { say, language } = useTexts();
  const name = offered.find((one) => one.channel === channel)?.name;
  return (
    <Notice tone="good" title={say(TEXTS.on)} isNews={isNews}>
      <p>{say(upTo(ceiling))}</p>
      <p>{say(TEXTS.when)}</p>
      <p>{say(TEXTS.failing)}</p>
      <p>{say(by(name ? say(name) : channel, moment(setAt, language)))}</p>
    </Notice>
  );
}
