import { useState } from "react";
import type { Scope } from "../../shared/generated/graphql.ts";
import { type AnyEnd, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { APPROVE, DECISIONS, type Decision, decisionsIn } from "./partner-operations.ts";

export type Deciding = {
  readonly decision: Decision | undefined;
  readonly choose: (decision: Decision) => void;
  readonly scopes: readonly Scope[];
  readonly tick: (scope: Scope, isTicked: boolean) => void;
  readonly reason: string;
  readonly write: (reason: string) => void;
  readonly problems: readonly Problem[];
  readonly send: () => void;
  readonly isSending: boolean;
  readonly outcome: AnyEnd | undefined;
  /** The decision that was taken last, of which `outcome` tells. */
  readonly taken: Decision | undefined;
};

const CHOOSE: Text = { zh: "请选择要作出的决定", en: "Choose what you decide" };

type Partner = {
  readonly id: string;
  readonly requestedScopes: readonly Scope[];
  readonly availableActions: readonly string[] | null;
};

/** The decision, and the scopes that were asked for and are not ticked. */
type Choice = { readonly decision?: string; readonly left: readonly string[] };
const NO_CHOICE: Choice = { left: [] };

/** The fields that a refusal names, by their ids on the page. */
const FIELDS: Readonly<Record<string, string>> = { reason: "reason", scopes: "scope-0" };

/** A manager's decision on a partner: what is decided, on which scopes, and why. The reason stays until it has arrived. */
export function useDecision({ id, requestedScopes, availableActions }: Partner): Deciding {
  const { say } = useTexts();
  // Kept as the reason is: after a lock it may not stand beside more scopes than were left to be granted.
  const {
    value: choice,
    change: setChoice,
    forget: forgetChoice,
  } = useKept(`partner-choice:${id}`, () => NO_CHOICE);
  const decision = decisionsIn(availableActions ?? []).find((one) => one === choice.decision);
  const [taken, setTaken] = useState<Decision>();
  const { value: reason, change: write, forget } = useKept(`partner:${id}`, () => "");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const approval = useAct(APPROVE);
  const other = useAct(
    DECISIONS[decision === undefined || decision === "approvePartner" ? "rejectPartner" : decision],
  );
  const scopes = requestedScopes.filter((scope) => !choice.left.includes(scope));
  const { ended: outcome, isSending } = taken === "approvePartner" ? approval : other;

  async function send(): Promise<void> {
    setProblems(decision === undefined ? [{ field: "decision-0", text: say(CHOOSE) }] : []);
    if (decision === undefined) return;
    approval.forget();
    other.forget();
    setTaken(decision);
    const ended =
      decision === "approvePartner"
        ? await approval.send({ id, reason, scopes: [...scopes] })
        : await other.send({ id, reason });
    setProblems(refusedField(ended, ([first = ""]) => FIELDS[first]));
    if (ended?.kind !== "done") return;
    forget();
    forgetChoice();
  }

  return {
    ...{ decision, scopes, reason, write, problems, isSending, outcome, taken },
    choose: (next) => {
      setChoice({ ...choice, decision: next });
      setProblems([]);
    },
    tick: (scope, isTicked) =>
      setChoice({
        ...choice,
        left: choice.left.filter((one) => one !== scope).concat(isTicked ? [] : [scope]),
      }),
    send: () => void send(),
  };
}
