import { useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { type Trouble, troubleAt } from "./trouble.ts";
import { useChange } from "./use-answer.ts";

type Refused = { readonly message: string };

/** How a change has ended. "refused": a rule foresees it, and says why in the reader's language. */
export type Ended<Result> =
  | { readonly kind: "done"; readonly result: Exclude<Result, Refused> }
  | { readonly kind: "refused"; readonly refusal: Extract<Result, Refused> }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** The same, without what a change has answered. */
export type AnyEnd =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly refusal: Refused }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type Act<Result, V> = {
  /** Of the last time that it was sent. */
  readonly ended: Ended<Result> | undefined;
  readonly isSending: boolean;
  /** Undefined where it is under way already. */
  readonly send: (variables: V) => Promise<Ended<Result> | undefined>;
  /** Another is being made ready, for which the last end says nothing. */
  readonly forget: () => void;
};

/** A change that is one field, and how it has ended. */
export function useEndedAct<Result extends object, V>(
  document: TypedDocumentString<{ readonly [field: string]: Result | null }, V>,
): Act<Result, V> {
  const change = useChange(document);
  const [ended, setEnded] = useState<Ended<Result>>();

  async function send(variables: V): Promise<Ended<Result> | undefined> {
    if (change.isSending) return undefined;
    const answer = await change.send(variables);
    if (!answer.ok) return note({ kind: "trouble", trouble: answer.trouble });
    const [[field, result] = ["", null]] = Object.entries(answer.data);
    if (result) return note(endOf(result));
    const trouble = troubleAt(answer.errors, [field]) ?? { kind: "fault", requestId: undefined };
    return note({ kind: "trouble", trouble });
  }

  function note(next: Ended<Result>): Ended<Result> {
    setEnded(next);
    return next;
  }

  return { ended, isSending: change.isSending, send, forget: () => setEnded(undefined) };
}

function endOf<Result extends object>(result: Result): Ended<Result> {
  return isRefusal(result)
    ? { kind: "refused", refusal: result }
    : { kind: "done", result: result as Exclude<Result, Refused> };
}

const isRefusal = <Result extends object>(result: Result): result is Extract<Result, Refused> =>
  "message" in result;
