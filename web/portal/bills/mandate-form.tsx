import type { ReactNode } from "react";
import { amountOf } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaymentChannel } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { ChannelChoice, firstFieldOf, type OfferedChannel } from "../payments/channel-choice.tsx";
import { useChannel } from "../payments/use-channel.ts";

const SET = graphql(`
  mutation PortalSetAutomaticPayment($account: ID!, $ceiling: Money!, $channel: PaymentChannel!) {
    setAutomaticPayment(input: { account: $account, ceiling: $ceiling, channel: $channel }) {
      __typename
      ... on UtilityAccount {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const CEILING = "ceiling";

const TEXTS = {
  ceiling: { zh: "每张账单最多自动缴多少（元）", en: "Pay each bill up to, in yuan" },
  hint: { zh: "例如 300。超过的账单不缴，只通知您", en: "For example 300. A bill above it is left to you" },
  noCeiling: { zh: "请填写金额，例如 300", en: "Type an amount in yuan, for example 300" },
  set: { zh: "开通自动缴费", en: "Pay automatically from now on" },
  change: { zh: "保存修改", en: "Save the change" },
  setting: { zh: "正在保存…", en: "Saving…" },
  none: { zh: "现在没有可用的支付方式。", en: "There is no way to pay right now." },
} satisfies Record<string, Text>;

type MandateFormProps = {
  readonly account: string;
  readonly offered: readonly OfferedChannel[];
  /** The one that is changed. */
  readonly order: { readonly ceiling: string; readonly channel: PaymentChannel } | null;
  readonly onSet: () => void;
};

/** Sets the limit and the channel of an account's automatic payment. */
export function MandateForm({ account, offered, order, onSet }: MandateFormProps): ReactNode {
  const { say } = useTexts();
  const ceiling = useKept(`mandate:${account}`, () => order?.ceiling ?? "");
  const { way, choose, missing } = useChannel(offered, order?.channel);
  const { problems, problemOf, find } = useProblems();
  const { send, isSending, failure } = useAct(SET);
  const set = async (): Promise<void> => {
    const amount = amountOf(ceiling.value);
    find([...(amount ? [] : [{ field: CEILING, text: TEXTS.noCeiling }]), ...missing]);
    if (!amount || !way) return;
    const ended = await send({ account, ceiling: amount, channel: way.channel });
    if (ended?.kind === "done") {
      ceiling.forget();
      onSet();
    }
    if (ended?.kind === "refused" && ended.path?.at(-1) === CEILING)
      find([{ field: CEILING, text: ended.message }]);
  };
  if (offered.length === 0) return <p>{say(TEXTS.none)}</p>;
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? failure : undefined}
        again={() => void set()}
        isSending={isSending}
      />
      <TextField
        id={CEILING}
        label={say(TEXTS.ceiling)}
        hint={say(TEXTS.hint)}
        problem={problemOf(CEILING)}
        inputMode="decimal"
        of={ceiling}
      />
      {offered.length > 1 && (
        <ChannelChoice {...{ offered, choose, chosen: way, problem: problemOf(firstFieldOf(offered)) }} />
      )}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.setting : order ? TEXTS.change : TEXTS.set)}
      </button>
    </form>
  );
}
