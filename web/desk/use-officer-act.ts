import { useState } from "react";
import type { TypedDocumentString } from "../shared/generated/graphql.ts";
import { resultIn } from "../shared/graphql/result-in.ts";
import { useChange } from "../shared/graphql/use-answer.ts";
import type { NotDone } from "../shared/ui/outcome-notice.tsx";

type Refused = { readonly message: string };
type Done<Result> = Exclude<Result, Refused>;

/** Why it was not done. */
export type ActOutcome = NotDone & {
  /** Leads to the part of the input that the refusal is about. */
  readonly path?: readonly string[];
  /** The state in which the record was, and what this officer can do in it, where the mutation asks for them. */
  readonly stands?: Stands;
};

type Stands = { readonly state: string; readonly availableActions: readonly string[] };

type Ended<Result> = { readonly kind: "done"; readonly done: Done<Result> } | ActOutcome;

export type Act<V, Result> = {
  /** Gives what was done; nothing where it was refused, or nobody knows: `outcome` says why then. */
  readonly act: (variables: V) => Promise<Done<Result> | undefined>;
  /** The same once more. */
  readonly again: () => void;
  readonly outcome: ActOutcome | undefined;
  readonly isSending: boolean;
};

/** Every refusal of the platform has words; what was done has none. */
const isDone = <Result extends object>(result: Result): result is Done<Result> => !("message" in result);

function endOf<Result extends object>(result: Result): Ended<Result> {
  if (isDone(result)) return { kind: "done", done: result };
  const path = "path" in result && Array.isArray(result.path) ? result.path.map(String) : [];
  const message = "message" in result ? String(result.message) : "";
  return { kind: "refused", message, path, ...standsIn(result) };
}

function standsIn(result: object): Pick<ActOutcome, "stands"> {
  if (!("state" in result && "availableActions" in result)) return {};
  const { state, availableActions } = result;
  return Array.isArray(availableActions)
    ? { stands: { state: String(state), availableActions: availableActions.map(String) } }
    : {};
}

/** The words of a refusal that is about this part of the input. */
export const problemAt = (outcome: ActOutcome | undefined, name: string): string | undefined =>
  outcome?.kind === "refused" && outcome.path?.includes(name) ? outcome.message : undefined;

/**
 * One act of an officer, whose answer stands under `done`: what it has come to, or a refusal in the platform's words.
 *
 * @param then Called with what it has come to, at whichever try.
 */
export function useOfficerAct<Result extends object, V>(
  document: TypedDocumentString<{ readonly done: Result | null }, V>,
  then?: (done: Done<Result>) => void,
): Act<V, Result> {
  const { send, isSending } = useChange(document);
  const [outcome, setOutcome] = useState<ActOutcome>();
  const [last, setLast] = useState<{ readonly variables: V }>();

  async function act(variables: V): Promise<Done<Result> | undefined> {
    if (isSending) return undefined;
    setLast({ variables });
    const came = resultIn(await send(variables), "done");
    const ended: Ended<Result> = came.kind === "trouble" ? came : endOf(came.result);
    setOutcome(ended.kind === "done" ? undefined : ended);
    if (ended.kind !== "done") return undefined;
    then?.(ended.done);
    return ended.done;
  }

  return { act, again: () => void (last && act(last.variables)), outcome, isSending };
}
