import { useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { resultIn } from "./result-in.ts";
import type { Trouble } from "./trouble.ts";
import { useChange } from "./use-answer.ts";

type Refused = { readonly message: string };
export type Done<Result> = Exclude<Result, Refused>;

/** By a rule, in the platform's own words. */
export type RefusedChange = {
  readonly kind: "refused";
  readonly message: string;
  /** Leads to the part of the input that it is about, if there is one. */
  readonly path?: readonly string[];
  /** The state in which the record was, and what this reader can do in it, where the mutation asks for them. */
  readonly stands?: Stands;
};

type Stands = { readonly state: string; readonly availableActions: readonly string[] };

/** Why a change was not made. */
export type NotDone =
  | RefusedChange
  /** Or nobody knows. */
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** How a change has ended. */
export type Ended<Result> = { readonly kind: "done"; readonly result: Result } | NotDone;

/** The same, without what it has come to. */
export type AnyEnd = { readonly kind: "done" } | NotDone;

export type Act<V, Result> = {
  /** Undefined where it is under way already. */
  readonly send: (variables: V) => Promise<Ended<Result> | undefined>;
  /** The same once more. */
  readonly again: () => void;
  readonly isSending: boolean;
  /** Of the last time that it was sent. */
  readonly ended: Ended<Result> | undefined;
  /** The same, where it was not done. */
  readonly failure: NotDone | undefined;
  /** Another is being made ready, for which the last end says nothing. */
  readonly forget: () => void;
};

/** Every refusal of the platform has words; what was done has none. */
export const isDone = <Result extends object>(result: Result): result is Done<Result> =>
  !("message" in result);

function endOf<Result extends object>(result: Result): Ended<Done<Result>> {
  if (isDone(result)) return { kind: "done", result };
  const message = "message" in result ? String(result.message) : "";
  const path = "path" in result && Array.isArray(result.path) ? { path: result.path.map(String) } : {};
  return { kind: "refused", message, ...path, ...standsIn(result) };
}

function standsIn(result: object): Pick<RefusedChange, "stands"> {
  if (!("state" in result && "availableActions" in result)) return {};
  const { state, availableActions } = result;
  return Array.isArray(availableActions)
    ? { stands: { state: String(state), availableActions: availableActions.map(String) } }
    : {};
}

/** The words of a refusal that is about this part of the input. */
export const refusalAt = (ended: AnyEnd | undefined, name: string): string | undefined =>
  ended?.kind === "refused" && ended.path?.includes(name) ? ended.message : undefined;

/**
 * A change that is made at one field of a mutation: what it has come to, or why it was not made.
 *
 * @param then Called with what it has come to, at whichever try.
 */
export function useAct<Result extends object, V>(
  document: TypedDocumentString<{ readonly [field: string]: Result | null }, V>,
  then?: (result: Done<Result>) => void,
): Act<V, Done<Result>> {
  const change = useChange(document);
  const [ended, setEnded] = useState<Ended<Done<Result>>>();
  const [last, setLast] = useState<{ readonly variables: V }>();

  async function send(variables: V): Promise<Ended<Done<Result>> | undefined> {
    if (change.isSending) return undefined;
    setLast({ variables });
    const answer = await change.send(variables);
    const [field = ""] = answer.ok ? Object.keys(answer.data) : [];
    const came = resultIn(answer, field);
    const end = came.kind === "trouble" ? came : endOf(came.result);
    setEnded(end);
    if (end.kind === "done") then?.(end.result);
    return end;
  }

  return {
    ...{ send, ended, isSending: change.isSending },
    failure: ended?.kind === "done" ? undefined : ended,
    again: () => void (last && send(last.variables)),
    forget: () => setEnded(undefined),
  };
}
