import type { Answer } from "./send.ts";
import { type Trouble, troubleAt } from "./trouble.ts";

/** The end of a change, a refusal included; or the reason why nobody knows it. */
export type Came<Result> =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** The result of a change, which stands in its answer under the change's own name. */
export function resultIn<T, Name extends keyof T & string>(
  answer: Answer<T>,
  name: Name,
): Came<NonNullable<T[Name]>> {
  if (!answer.ok) return { kind: "trouble", trouble: answer.trouble };
  const result = answer.data[name];
  if (result !== null && result !== undefined) return { kind: "result", result };
  const trouble = troubleAt(answer.errors, [name]) ?? { kind: "fault", requestId: undefined };
  return { kind: "trouble", trouble };
}
