import type { ReactNode } from "react";
import { yuan } from "../../shared/format/money.ts";
import type { DeskPayoutFragment } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { TextAct } from "../text-act.tsx";
import { ORDER, RECORD, REFUSE } from "./treasury-operations.ts";

const TEXTS = {
  order: { zh: "通知银行付款", en: "Order it from the bank" },
  orderHint: {
    zh: "下达后，即使批准被撤销也不再取消。",
    en: "From then on nothing calls it off, not even a revoked grant.",
  },
  ordered: { zh: "已下达", en: "It is ordered" },
  reference: { zh: "银行流水号", en: "The bank's number of the transfer" },
  record: { zh: "登记已付", en: "Book as paid" },
  recording: { zh: "正在登记…", en: "Booking…" },
  recorded: { zh: "已登记", en: "It is booked" },
  reason: { zh: "银行拒付原因", en: "Why the bank has not paid" },
  refuse: { zh: "登记银行拒付", en: "Book as refused by the bank" },
  refused: { zh: "已登记拒付", en: "It is booked as refused" },
} satisfies Record<string, Text>;
const orderQuestion = (payout: string): Text => ({
  zh: `确定通知银行付款 ${payout} 吗？`,
  en: `Shall the bank be told to pay ${payout}?`,
});

type ActProps = {
  readonly of: DeskPayoutFragment;
  /** Says that it is done where it stays to be read: the payout itself may leave the list. */
  readonly tell: (done: string) => void;
};

/** The steps that are still to be taken on a payout, as the platform offers them. */
export function PayoutActs({ of, tell }: ActProps): ReactNode {
  const offered = of.availableActions ?? [];
  return (
    <div className="waiting">
      {offered.includes("orderPayout") && <Order of={of} tell={tell} />}
      {offered.includes("recordPayout") && <Record of={of} tell={tell} />}
      {offered.includes("refusePayout") && <Refuse of={of} tell={tell} />}
    </div>
  );
}

/** A button names the payout for those who do not see beside which it stands. */
const nameOf = ({ amount, id }: DeskPayoutFragment): string => (amount === null ? id : yuan(amount));

function Order({ of, tell }: ActProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure } = useAct(ORDER);
  const order = async (): Promise<void> => {
    const ended = await send({ payout: of.id });
    if (ended?.kind === "done") tell(`${nameOf(of)} · ${say(TEXTS.ordered)}`);
  };
  return (
    <ConfirmedButton
      label={say(TEXTS.order)}
      about={nameOf(of)}
      question={say(orderQuestion(nameOf(of)))}
      isSending={isSending}
      act={() => void order()}
    >
      <p>{say(TEXTS.orderHint)}</p>
      <FailureNotice failure={failure} again={() => void order()} isSending={isSending} />
    </ConfirmedButton>
  );
}

function Record({ of, tell }: ActProps): ReactNode {
  const { say } = useTexts();
  const { value: reference, change: write, forget } = useKept(`payout:${of.id}`, () => "");
  const { send, isSending, failure } = useAct(RECORD);
  const record = async (): Promise<void> => {
    const ended = await send({ payout: of.id, bankReference: reference });
    if (ended?.kind !== "done") return;
    forget();
    tell(`${nameOf(of)} · ${say(TEXTS.recorded)}`);
  };
  const problem = refusalAt(failure, "bankReference");
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <FailureNotice failure={failure} again={() => void record()} isSending={isSending} />
      <Field id={`reference-${of.id}`} label={say(TEXTS.reference)} problem={problem}>
        {(marks) => (
          <input
            {...marks}
            maxLength={100}
            autoComplete="off"
            value={reference}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <div>
        <button className="button button-plain" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.recording : TEXTS.record)}
          <span className="out-of-sight">: {nameOf(of)}</span>
        </button>
      </div>
    </form>
  );
}

/** A refused settlement is owed to its partner again, and a person's stays in the list. */
function Refuse({ of, tell }: ActProps): ReactNode {
  const { send, isSending, failure } = useAct(REFUSE);
  const { say } = useTexts();
  const refuse = async (reason: string) => {
    const ended = await send({ payout: of.id, reason });
    if (ended?.kind === "done") tell(`${nameOf(of)} · ${say(TEXTS.refused)}`);
    return ended;
  };
  const deed = { name: TEXTS.refuse, send: refuse, failure, isSending };
  return <TextAct id={`refused-${of.id}`} label={TEXTS.reason} deeds={[deed]} />;
}
