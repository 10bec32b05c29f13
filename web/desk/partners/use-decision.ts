import { useState } from "react";
import type { Scope } from "../../shared/generated/graphql.ts";
import { type AnyEnd, useEndedAct } from "../../shared/graphql/use-ended-act.ts";
import { useTyped } from "../../shared/sign-in/use-typed.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";
import { placesOf } from "../acts/places-of.ts";
import { APPROVE, DECISIONS, type Decision } from "./partner-operations.ts";

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

type Partner = { readonly id: string; readonly requestedScopes: readonly Scope[] };

/** The fields that a refusal names, by their ids on the page. */
const FIELDS: Readonly<Record<string, string>> = { reason: "reason", scopes: "scope-0" };

/** A manager's decision on a partner: what is decided, on which scopes, and why. The reason stays until it has arrived. */
export function useDecision({ id, requestedScopes }: Partner): Deciding {
  const { say } = useTexts();
  const [decision, setDecision] = useState<Decision>();
  const [taken, setTaken] = useState<Decision>();
  const [left, setLeft] = useState<ReadonlySet<Scope>>(new Set());
  const { text: reason, type: write } = useTyped(`partner:${id}`);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const approval = useEndedAct(APPROVE);
  const other = useEndedAct(
    DECISIONS[decision === undefined || decision === "approvePartner" ? "rejectPartner" : decision],
  );
  const scopes = requestedScopes.filter((scope) => !left.has(scope));
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
    setProblems(problemsOf(ended));
    if (ended?.kind !== "done") return;
    write("");
    setDecision(undefined);
  }

  return {
    ...{ decision, scopes, reason, write, problems, isSending, outcome, taken },
    choose: (next) => {
      setDecision(next);
      setProblems([]);
    },
    tick: (scope, isTicked) =>
      setLeft(
        (before) => new Set([...before].filter((one) => one !== scope).concat(isTicked ? [] : [scope])),
      ),
    send: () => void send(),
  };
}

/** The problems that a refusal tells of fields of this page. */
const problemsOf = (outcome: AnyEnd | undefined): readonly Problem[] =>
  placesOf(outcome).flatMap(({ message, path: [first = ""] }) => {
    const field = FIELDS[first];
    return field ? [{ field, text: message }] : [];
  });
