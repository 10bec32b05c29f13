import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import type { DeskContractFragment } from "../../shared/generated/graphql.ts";
import { feeText, payDayText } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { ConfirmedAct } from "../forms/confirmed-act.tsx";
import { AGREE, DISMISS } from "./contract-operations.ts";
import { CONTRACT_STATUSES, IN_FORCE } from "./contract-words.ts";

const TEXTS = {
  fee: { zh: "手续费", en: "Fee" },
  feeAccount: { zh: "手续费账户", en: "The fee goes to" },
  minimum: { zh: "起付金额", en: "Least that is paid out" },
  payDay: { zh: "付款日", en: "Paid on" },
  account: { zh: "收款账户", en: "Bank account" },
  proven: { zh: "银行核实户主", en: "Its bank has confirmed whose it is" },
  proposed: { zh: "提出时间", en: "Proposed" },
  decided: { zh: "处理时间", en: "Decided" },
  waits: {
    zh: "这份合同由您提出，须由另一名资金人员同意。",
    en: "You have proposed this; another treasurer has to agree to it.",
  },
  agree: { zh: "同意", en: "Agree to it" },
  agreed: { zh: "已同意，合同自起始日起执行", en: "It is agreed, and holds from its first day" },
  dismiss: { zh: "撤销", en: "Call it off" },
  dismissed: { zh: "已撤销，合同不会生效", en: "It is called off: nothing comes of it" },
  dismissQuestion: { zh: "确定撤销这份合同吗？", en: "Shall this contract be called off?" },
} satisfies Record<string, Text>;

const begins = (date: string): Text => ({ zh: `自 ${date} 起`, en: `From ${date}` });
const agreeQuestion = (date: string, fee: Text): Text => ({
  zh: `确定自 ${date} 起按此合同结算吗？手续费：${fee.zh}。`,
  en: `Shall the partner be settled with like this from ${date} on? The fee is ${fee.en}.`,
});

type PartProps = {
  readonly of: DeskContractFragment;
  readonly isInForce: boolean;
  readonly tell: (done: string) => void;
};

/** A contract with its terms, and what this treasurer can do with it. */
export function ContractPart({ of, isInForce, tell }: PartProps): ReactNode {
  const { say, language } = useTexts();
  const { text, tone } = isInForce ? IN_FORCE : CONTRACT_STATUSES[of.status];
  return (
    <section className="part">
      <div className="part-head">
        <h2>{say(begins(day(of.effectiveFrom, language)))}</h2>
        <Tag tone={tone}>{say(text)}</Tag>
      </div>
      <Facts
        of={[
          [say(TEXTS.fee), say(feeText(of))],
          [say(TEXTS.feeAccount), of.feeAccount && <code key="fee">fee:{of.feeAccount}</code>],
          [say(TEXTS.minimum), yuan(of.minimum)],
          [say(TEXTS.payDay), say(payDayText(of))],
          [say(TEXTS.account), `${of.bank ?? ""} ${of.maskedAccount}`.trim()],
          [say(TEXTS.proven), moment(of.accountProvenAt, language)],
          [say(TEXTS.proposed), moment(of.proposedAt, language)],
          [say(TEXTS.decided), of.decidedAt && moment(of.decidedAt, language)],
        ]}
      />
      <ContractActs of={of} tell={tell} />
    </section>
  );
}

function ContractActs({ of, tell }: Pick<PartProps, "of" | "tell">): ReactNode {
  const { say, language } = useTexts();
  const { id, isOwn } = of;
  const offered = of.availableActions ?? [];
  if (offered.length === 0) return null;
  const from = day(of.effectiveFrom, language);
  const about = say(begins(from));
  return (
    <div className="waiting">
      {isOwn && <Notice title={say(TEXTS.waits)} />}
      {offered.includes("agreeToSettlementContract") && !isOwn && (
        <ConfirmedAct
          document={AGREE}
          variables={{ contract: id }}
          label={say(TEXTS.agree)}
          about={about}
          question={say(agreeQuestion(from, feeText(of)))}
          then={() => tell(say(TEXTS.agreed))}
        />
      )}
      {offered.includes("dismissSettlementContract") && (
        <ConfirmedAct
          document={DISMISS}
          variables={{ contract: id }}
          label={say(TEXTS.dismiss)}
          about={about}
          question={say(TEXTS.dismissQuestion)}
          then={() => tell(say(TEXTS.dismissed))}
        />
      )}
    </div>
  );
}
