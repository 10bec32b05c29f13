import { useMemo, useRef, useState } from "react";
import { readFragment } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import { resultIn } from "../graphql/result-in.ts";
import type { NotDone } from "../graphql/use-act.ts";
import { useChange } from "../graphql/use-answer.ts";
import { useKept } from "../sign-in/use-kept.ts";
import { type Answers, changesToSend, withValueAt } from "./answers.ts";
import { APPLICATION_TO_FILL, type ApplicationToFill } from "./application-to-fill.ts";
import { FORM_PAGE } from "./form-parts.ts";
import { type FieldProblem, type FormView, HELD_PARTS, heldAt, OFFERED_ACCOUNT } from "./form-view.ts";
import type { Offered } from "./offered.ts";
import { openFields, problemsIn } from "./open-fields.ts";

const SAVE = graphql(`
  mutation SaveApplication($id: ID!, $form: JSONObject!, $attendance: ID) {
    saveApplication(id: $id, form: $form, attendance: $attendance) {
      __typename
      ... on Application {
        ...ApplicationToFill
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** "refused": a value cannot be kept, which is told as a problem. */
export type Saved =
  | { readonly kind: "saved"; readonly application: ApplicationToFill }
  | { readonly kind: "refused" | "trouble" };

export type Filling = {
  /** As it was saved last. */
  readonly application: ApplicationToFill;
  readonly view: FormView;
  /** Saves some fields, by their first names. */
  readonly save: (names: readonly string[]) => Promise<Saved>;
  /** Saves all that is not saved yet. */
  readonly saveRest: () => Promise<Saved>;
  readonly outcome: NotDone | undefined;
  readonly isSaving: boolean;
};

/** The fields of all its pages. */
const allFields = (application: ApplicationToFill) =>
  readFragment(FORM_PAGE, application.item.formPages).flatMap(({ fields }) => fields);

/** Accounts that the form names already, beside those that are offered. */
function withNamed(offered: Offered, { payoutAccounts }: ApplicationToFill): Offered {
  const named = (payoutAccounts ?? []).map((one) => readFragment(OFFERED_ACCOUNT, one));
  const known = offered.accounts.map(({ id }) => id);
  return { ...offered, accounts: [...offered.accounts, ...named.filter(({ id }) => !known.includes(id))] };
}

/**
 * An application as it stands, with what was typed and is not saved yet. That outlives a reload, and a sign-in that ended.
 *
 * @param attendance Of a clerk: that of the person for whom it is filled in.
 */
export function useFilling(asked: ApplicationToFill, offered: Offered, attendance?: string): Filling {
  const { send, isSending } = useChange(SAVE);
  // A saved one holds until the page is asked for anew.
  const [saved, setSaved] = useState({ over: asked, application: asked });
  const application = saved.over === asked ? saved.application : asked;
  const kept = useKept<Answers>(`form:${asked.id}`, () => ({}));
  const typed = kept.value;
  const latest = useRef(typed);
  latest.current = typed;
  const [outcome, setOutcome] = useState<NotDone>();
  const [refused, setRefused] = useState<FieldProblem>();
  const fields = useMemo(() => allFields(application), [application]);
  const held = (application.heldFields ?? []).map((one) => readFragment(HELD_PARTS, one));
  const answers: Answers = { ...application.form, ...typed };
  const open = openFields(application);

  async function save(names: readonly string[]): Promise<Saved> {
    const sent = names.filter((name) => open?.has(name) ?? true);
    const isHeld = (at: readonly string[]) => heldAt({ held }, at) !== undefined;
    const form = changesToSend(sent, { fields, answers, isHeld });
    if (Object.keys(form).length === 0) return { kind: "saved", application };
    const came = resultIn(
      await send({ id: application.id, form, ...(attendance ? { attendance } : {}) }),
      "saveApplication",
    );
    if (came.kind === "trouble") {
      setOutcome(came);
      return { kind: "trouble" };
    }
    const { result } = came;
    if (result.__typename !== "Application") {
      const problem = "path" in result ? problemAtField(result, application) : undefined;
      setRefused(problem);
      setOutcome(problem ? undefined : { kind: "refused", message: result.message });
      return { kind: "refused" };
    }
    const next = readFragment(APPLICATION_TO_FILL, result);
    setSaved({ over: asked, application: next });
    setOutcome(undefined);
    setRefused(undefined);
    // Somebody may have typed on meanwhile.
    const left = Object.entries(latest.current).filter(
      ([name, value]) => !names.includes(name) || value !== typed[name],
    );
    if (left.length > 0) kept.change(Object.fromEntries(left));
    else kept.forget();
    return { kind: "saved", application: next };
  }

  function change(at: readonly string[], value: unknown): void {
    const [name = "", ...rest] = at;
    // An emptied field is kept as one that is emptied.
    kept.change({ ...typed, [name]: withValueAt(answers[name], rest, value) ?? null });
  }

  const problems = [...(refused ? [refused] : []), ...problemsIn(application)];
  const view: FormView = {
    ...{ fields, answers, change, held, problems, open },
    offered: withNamed(offered, application),
    notes: open && new Map(application.correction?.fields.map(({ name, note }) => [name, note])),
  };
  return {
    ...{ application, view, save, outcome, isSaving: isSending },
    saveRest: () => save(Object.keys(typed)),
  };
}

/** A value that cannot be kept, as a problem of its field. */
function problemAtField(
  { message, path }: { readonly message: string; readonly path: readonly string[] },
  application: ApplicationToFill,
): FieldProblem | undefined {
  const [under, name] = path;
  const field = allFields(application).find((one) => one.path.length === 1 && one.name === name);
  return under === "form" && field ? { message, path: [...path], label: field.label } : undefined;
}
