import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaymentChannel } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { ChannelChoice, firstFieldOf, type OfferedChannel } from "../payments/channel-choice.tsx";
import { useChannel } from "../payments/use-channel.ts";

const SIGN = graphql(`
  mutation PortalSignWithholding($card: ID!, $channel: PaymentChannel!) {
    signFareWithholding(card: $card, channel: $channel) {
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
  sign: { zh: "同意并签约", en: "Agree and sign" },
  change: { zh: "保存修改", en: "Save the change" },
  signing: { zh: "正在签约…", en: "Signing…" },
  none: { zh: "现在没有可用的支付方式。", en: "There is no way to pay right now." },
} satisfies Record<string, Text>;

type SignFormProps = {
  readonly card: string;
  readonly offered: readonly OfferedChannel[];
  /** Of the contract that is changed. */
  readonly channel?: PaymentChannel;
  readonly onSigned: () => void;
};

/** Signs a card's contract with one of the channels, or changes the channel of one. */
export function SignForm({ card, offered, channel: signed, onSigned }: SignFormProps): ReactNode {
  const { say } = useTexts();
  const { way, choose, missing } = useChannel(offered, signed);
  const { problems, problemOf, find } = useProblems();
  const { send, isSending, failure } = useAct(SIGN);
  const sign = async (): Promise<void> => {
    find(missing);
    if (way && (await send({ card, channel: way.channel }))?.kind === "done") onSigned();
  };
  if (offered.length === 0) return <p>{say(TEXTS.none)}</p>;
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? failure : undefined}
        again={() => void sign()}
        isSending={isSending}
      />
      {offered.length > 1 && (
        <ChannelChoice {...{ offered, choose, chosen: way, problem: problemOf(firstFieldOf(offered)) }} />
      )}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.signing : signed ? TEXTS.change : TEXTS.sign)}
      </button>
    </form>
  );
}
