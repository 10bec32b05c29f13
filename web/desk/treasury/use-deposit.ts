import { useState } from "react";
import { type AnyEnd, useEndedAct } from "../../shared/graphql/use-ended-act.ts";
import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";
import { placesOf } from "../acts/places-of.ts";
import { DEPOSIT } from "./treasury-operations.ts";

/** A deposit as it is typed in. The same deposit goes under the same key, however often it is sent; another under another. */
type Draft = {
  readonly partner: string;
  readonly amount: string;
  readonly bankReference: string;
  readonly key: string;
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

/** The problems that a refusal tells of fields of the page. */
const problemsOf = (outcome: AnyEnd | undefined): readonly Problem[] =>
  placesOf(outcome).flatMap(({ message, path }) => {
    const field = fieldAt(path);
    return field ? [{ field, text: message }] : [];
  });

/** Books a deposit of a partner. Typed texts stay until they have arrived. */
export function useDeposit(partner: string): Depositing {
  const { say } = useTexts();
  const { person = "" } = useSession();
  // A deposit that is begun at one partner's account stays there: at another's it would go to the wrong one.
  const name = `deposit:${partner}`;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const fresh = (): Draft => ({ partner, amount: "", bankReference: "", key: crypto.randomUUID() });
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readKept(person, name);
    return kept === undefined ? fresh() : JSON.parse(kept);
  });
  const { send, isSending, ended: outcome, forget } = useEndedAct(DEPOSIT);

  function change(next: Draft, isKept: boolean): void {
    setDraft(next);
    keep(person, name, isKept ? JSON.stringify(next) : undefined);
  }

  async function book(): Promise<void> {
    const isWrong = !AMOUNT.test(draft.amount.trim());
    setProblems(isWrong ? [{ field: "amount", text: say(NO_AMOUNT) }] : []);
    forget();
    if (isWrong) return;
    const { key, ...input } = draft;
    const trimmed = { ...input, partner: input.partner.trim(), amount: input.amount.trim() };
    const ended = await send({ key, input: { ...trimmed, mode: "LIVE" } });
    setProblems(problemsOf(ended));
    if (ended?.kind === "done") change(fresh(), false);
  }

  return {
    ...{ draft, isSending, outcome, problems },
    write: (field, text) => change({ ...draft, [field]: text, key: crypto.randomUUID() }, true),
    send: () => void book(),
  };
}
