import { useState } from "react";
import { type AnyEnd, useAct } from "../../shared/graphql/use-act.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { DEPOSIT } from "./treasury-operations.ts";

/** A deposit as it is typed in. */
type Draft = {
  readonly partner: string;
  readonly amount: string;
  readonly bankReference: string;
};

export type DepositField = "partner" | "amount" | "bankReference";

export type Depositing = {
  readonly draft: Draft;
  readonly write: (field: DepositField, text: string) => void;
  readonly send: () => void;
  readonly isSending: boolean;
  readonly outcome: AnyEnd | undefined;
  readonly problems: readonly Problem[];
};

/** An amount has to be one to be sent at all. */
const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const NO_AMOUNT: Text = { zh: "请填写金额，例如 10000.00", en: "Write an amount, for example 10000.00" };

const FIELDS: readonly string[] = ["partner", "amount", "bankReference"];

/** The id of the field of the page that a place in the input is about. */
const fieldAt = (path: readonly string[]): string | undefined => path.find((step) => FIELDS.includes(step));

/** Books a deposit of a partner. Typed texts stay until they have arrived. */
export function useDeposit(partner: string): Depositing {
  const { say } = useTexts();
  const empty = (): Draft => ({ partner, amount: "", bankReference: "" });
  // A deposit that is begun at one partner's account stays there: at another's it would go to the wrong one.
  const { value: draft, key, change, forget } = useKeptDraft(`deposit:${partner}`, empty);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { send, isSending, ended: outcome, forget: forgetEnd } = useAct(DEPOSIT);

  async function book(): Promise<void> {
    const isWrong = !AMOUNT.test(draft.amount.trim());
    setProblems(isWrong ? [{ field: "amount", text: say(NO_AMOUNT) }] : []);
    forgetEnd();
    if (isWrong) return;
    const trimmed = { ...draft, partner: draft.partner.trim(), amount: draft.amount.trim() };
    const ended = await send({ key, input: { ...trimmed, mode: "LIVE" } });
    setProblems(refusedField(ended, fieldAt));
    if (ended?.kind === "done") forget();
  }

  return {
    ...{ draft, isSending, outcome, problems },
    write: (field, text) => change({ ...draft, [field]: text }),
    send: () => void book(),
  };
}
