import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { type AnyEnd, type NotDone, useAct } from "../../shared/graphql/use-act.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";

export type KeptForm<D> = {
  readonly draft: D;
  readonly write: (part: Partial<D>) => void;
  readonly send: () => void;
  readonly isSending: boolean;
  /** Of no field. */
  readonly failure: NotDone | undefined;
  readonly problems: readonly Problem[];
  readonly problemOf: (field: string) => string | undefined;
};

type Of<D, V, Result> = {
  /** Under which it is kept. */
  readonly name: string;
  readonly empty: () => D;
  /** The ids of its fields, which are those of the input. */
  readonly fields: readonly string[];
  /** The field that a place in the input is about, where a step of the path does not name it. */
  readonly fieldAt?: (path: readonly string[]) => string | undefined;
  /** The place within its field, in words, where a field holds more than one thing. */
  readonly placeAt?: (path: readonly string[]) => string;
  /** Problems by which it cannot be sent at all; the rules are the platform's. */
  readonly missingIn: (draft: D) => readonly FoundProblem[];
  readonly document: TypedDocumentString<{ readonly [field: string]: Result | null }, V>;
  readonly variablesOf: (draft: D, key: string) => V;
  readonly done: () => void;
};

/** A form of several fields. It stays typed until it has arrived, and the same sent again is the same wish. */
export function useKeptForm<D, V, Result extends object>(of: Of<D, V, Result>): KeptForm<D> {
  const { name, empty, fields, missingIn, document, variablesOf, done } = of;
  const { value: draft, key, change, forget } = useKeptDraft(name, empty);
  const { problems, problemOf, find } = useProblems();
  const act = useAct(document);
  const fieldAt =
    of.fieldAt ?? ((path: readonly string[]): string | undefined => fields.find((one) => path.includes(one)));

  function placed(told: Problem, ended: AnyEnd | undefined): Problem {
    const path = ended?.kind === "refused" ? ended.path : undefined;
    const place = path && of.placeAt?.(path);
    return place ? { ...told, text: `${place}: ${told.text}` } : told;
  }

  async function send(): Promise<void> {
    if (act.isSending) return;
    const missing = missingIn(draft);
    find(missing);
    act.forget();
    if (missing.length > 0) return;
    const ended = await act.send(variablesOf(draft, key));
    find(refusedField(ended, fieldAt).map((told) => placed(told, ended)));
    if (ended?.kind !== "done") return;
    forget();
    done();
  }

  return {
    ...{ draft, problems, problemOf, isSending: act.isSending },
    failure: problems.length > 0 ? undefined : act.failure,
    write: (part) => change({ ...draft, ...part }),
    send: () => void send(),
  };
}
