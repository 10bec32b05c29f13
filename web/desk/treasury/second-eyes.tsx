import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import type { DeskDifferencePartsFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedAct } from "../forms/confirmed-act.tsx";
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
  const { id, availableActions, proposal, amount } = of;
  if (!proposal) return null;
  return (
    <div className="waiting">
      {availableActions.includes("confirmResolution") && (
        <ConfirmedAct
          document={CONFIRM}
          variables={{ difference: id }}
          label={say(TEXTS.confirm)}
          question={say(question(OUTCOMES[proposal.outcome], yuan(amount)))}
          then={() => tell(say(TEXTS.confirmed))}
        />
      )}
      {availableActions.includes("withdrawResolution") && (
        <ConfirmedAct
          document={WITHDRAW}
          variables={{ difference: id }}
          label={say(TEXTS.withdraw)}
          question={say(TEXTS.withdrawQuestion)}
          then={() => tell(say(TEXTS.withdrawn))}
        />
      )}
    </div>
  );
}
