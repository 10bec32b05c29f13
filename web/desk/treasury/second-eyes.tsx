import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import type { DeskDifferencePartsFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { CONFIRM, WITHDRAW } from "./difference-operations.ts";
import { OUTCOMES } from "./difference-words.ts";

const TEXTS = {
  confirm: { zh: "复核同意", en: "Confirm it" },
  confirmed: { zh: "已复核，款项已处理", en: "It is confirmed" },
  withdraw: { zh: "撤回办法", en: "Call it off" },
  withdrawn: { zh: "已撤回，可重新提出办法", en: "It is called off, and can be proposed anew" },
  withdrawQuestion: { zh: "确定撤回这个办法吗？", en: "Shall what was proposed be called off?" },
} satisfies Record<string, Text>;
const question = (outcome: Text, amount: string): Text => ({
  zh: `确定${outcome.zh} ${amount} 吗？确认后款项即按此处理。`,
  en: `${outcome.en}: ${amount}? The money moves when you say yes.`,
});

type EyesProps = {
  readonly of: DeskDifferencePartsFragment;
  readonly tell: (done: string) => void;
};

/** The acts on what was proposed, as the platform offers them to this treasurer. */
export function SecondEyes({ of, tell }: EyesProps): ReactNode {
  const { say } = useTexts();
  const confirming = useAct(CONFIRM);
  const withdrawing = useAct(WITHDRAW);
  const { id, availableActions, proposal, amount } = of;
  if (!proposal) return null;
  const confirm = async (): Promise<void> => {
    if ((await confirming.send({ difference: id }))?.kind === "done") tell(say(TEXTS.confirmed));
  };
  const withdraw = async (): Promise<void> => {
    if ((await withdrawing.send({ difference: id }))?.kind === "done") tell(say(TEXTS.withdrawn));
  };
  return (
    <div className="waiting">
      {availableActions.includes("confirmResolution") && (
        <ConfirmedButton
          label={say(TEXTS.confirm)}
          question={say(question(OUTCOMES[proposal.outcome], yuan(amount)))}
          isSending={confirming.isSending}
          act={() => void confirm()}
        >
          <FailureNotice
            failure={confirming.failure}
            again={() => void confirm()}
            isSending={confirming.isSending}
          />
        </ConfirmedButton>
      )}
      {availableActions.includes("withdrawResolution") && (
        <ConfirmedButton
          label={say(TEXTS.withdraw)}
          question={say(TEXTS.withdrawQuestion)}
          isSending={withdrawing.isSending}
          act={() => void withdraw()}
        >
          <FailureNotice
            failure={withdrawing.failure}
            again={() => void withdraw()}
            isSending={withdrawing.isSending}
          />
        </ConfirmedButton>
      )}
    </div>
  );
}
