import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  DRAFT_VERSION,
  editorsAfter,
  formProblems,
  mayEdit,
  type OutsideJurisdiction,
  type Violation,
  type Writes,
} from "../../catalogue/index.ts";
import type { LicenceType } from "./licence-type.ts";
import { checkTypeDraft, type TypeDraftInput } from "./type-draft.ts";
import { typeHistory } from "./type-history.ts";
import { getTypeDraft, getTypeHead, putEditedType, putTypeDraft } from "./type-store.ts";

/**
 * Creates or replaces a licence type's draft. The officer has to be responsible for what the draft says now, for what it said
 * before, and for what is published under its code. Errors: OUTSIDE_JURISDICTION; FORM_INVALID, the first thing that keeps the
 * content from being a form; or the first value that cannot be kept.
 */
export async function saveLicenceTypeDraft(
  input: TypeDraftInput,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<LicenceType, Violation | OutsideJurisdiction>> {
  const checked = checkTypeDraft(input);
  if (!checked.ok) return checked;
  const type = checked.value;
  const [broken] = formProblems(type.content);
  if (broken) {
    const { problem, path } = broken;
    return err({ code: "FORM_INVALID", values: { problem }, path: ["content", ...path] });
  }
  return decideUntilWritten({
    database,
    about: `the draft of licence type ${type.code}`,
    read: () => Promise.all([getTypeDraft(database, type.code), getTypeHead(database, type.code)]),
    decide: ([before, head]) => {
      const touched = [type, before, head].filter((one) => one !== undefined);
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      const revision = (before?.revision ?? 0) + 1;
      const after = { ...type, revision, ...editorsAfter(before, head, actor) };
      return ok({ before, after, answer: { ...type, version: DRAFT_VERSION } });
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "licences.type.drafted",
        aggregate: typeHistory(type.code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          putTypeDraft(database, after, before),
          ...(before ? [] : [putEditedType(database, type.code)]),
        ],
      }),
  });
}
