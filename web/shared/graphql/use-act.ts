import { useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { type Trouble, troubleAt } from "./trouble.ts";
import { useChange } from "./use-answer.ts";

type Refused = { readonly message: string; readonly path?: readonly string[] };

/** Why an act was not done. */
export type ActFailure =
  /** By a rule; `path` says where in the input, if it is about one of its values. */
  ({ readonly kind: "refused" } & Refused) | { readonly kind: "trouble"; readonly trouble: Trouble };

type Ended<Done> = { readonly kind: "done"; readonly result: Done } | ActFailure;

/** A field of a mutation: what was done, or a refusal. */
type Field = { readonly __typename: string } | null | undefined;

export type Act<V, Done> = {
  /** Undefined while the one before is under way. */
  readonly send: (variables: V) => Promise<Ended<Done> | undefined>;
  readonly isSending: boolean;
  /** Of the last one. */
  readonly failure: ActFailure | undefined;
};

/** A change that is made at one field of a mutation: done, refused, or in trouble. */
export function useAct<T extends Readonly<Record<F, Field>>, V, F extends string & keyof T>(
  document: TypedDocumentString<T, V>,
  field: F,
): Act<V, Exclude<NonNullable<T[F]>, Refused>> {
  type Done = Exclude<NonNullable<T[F]>, Refused>;
  const change = useChange(document);
  const [failure, setFailure] = useState<ActFailure>();
  const isDone = (result: NonNullable<T[F]>): result is Done => !("message" in result);

  async function end(variables: V): Promise<Ended<Done>> {
    const answer = await change.send(variables);
    const result: T[F] | undefined = answer.ok ? answer.data[field] : undefined;
    if (!result) {
      const trouble = answer.ok ? troubleAt(answer.errors, [field]) : answer.trouble;
      return { kind: "trouble", trouble: trouble ?? { kind: "fault", requestId: undefined } };
    }
    return isDone(result) ? { kind: "done", result } : refusalOf(result);
  }

  async function send(variables: V): Promise<Ended<Done> | undefined> {
    if (change.isSending) return undefined;
    const ended = await end(variables);
    setFailure(ended.kind === "done" ? undefined : ended);
    return ended;
  }

  return { send, isSending: change.isSending, failure };
}

function refusalOf(result: object): ActFailure {
  const message = "message" in result && typeof result.message === "string" ? result.message : "";
  const path = "path" in result && Array.isArray(result.path) ? { path: result.path.map(String) } : {};
  return { kind: "refused", message, ...path };
}
