import { useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { type Trouble, troubleAt } from "./trouble.ts";
import { useChange } from "./use-answer.ts";

type Refused = { readonly message: string; readonly path?: readonly string[] };

/** How an act has ended that was not done. */
export type ActFailure =
  | ({ readonly kind: "refused" } & Refused)
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** A field of a mutation: what was done, or a refusal. */
type Field = { readonly __typename: string } | null | undefined;

export type Act<V, Done> = {
  /** Undefined where it was not done; `failure` then says why. */
  readonly send: (variables: V) => Promise<Done | undefined>;
  readonly isSending: boolean;
  readonly failure: ActFailure | undefined;
  readonly forget: () => void;
};

/** A change that is made at one field of a mutation: done, refused, or in trouble. */
export function useAct<T extends Readonly<Record<F, Field>>, V, F extends string & keyof T>(
  document: TypedDocumentString<T, V>,
  field: F,
): Act<V, Exclude<NonNullable<T[F]>, Refused>> {
  const change = useChange(document);
  const [failure, setFailure] = useState<ActFailure>();
  const isDone = (result: NonNullable<T[F]>): result is Exclude<NonNullable<T[F]>, Refused> =>
    !("message" in result);

  async function send(variables: V): Promise<Exclude<NonNullable<T[F]>, Refused> | undefined> {
    if (change.isSending) return undefined;
    const answer = await change.send(variables);
    const result: T[F] | undefined = answer.ok ? answer.data[field] : undefined;
    if (!result) {
      const trouble = answer.ok ? troubleAt(answer.errors, [field]) : answer.trouble;
      setFailure({ kind: "trouble", trouble: trouble ?? { kind: "fault", requestId: undefined } });
      return undefined;
    }
    if (isDone(result)) {
      setFailure(undefined);
      return result;
    }
    setFailure(refusalOf(result));
    return undefined;
  }

  return { send, isSending: change.isSending, failure, forget: () => setFailure(undefined) };
}

function refusalOf(result: object): ActFailure {
  const message = "message" in result && typeof result.message === "string" ? result.message : "";
  const path = "path" in result && Array.isArray(result.path) ? { path: result.path.map(String) } : {};
  return { kind: "refused", message, ...path };
}
