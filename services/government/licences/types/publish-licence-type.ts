import { isCode } from "../../../field/code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  checkReason,
  type EffectWrites,
  isSecondEditor,
  mayEdit,
  type NotPublishable,
  type OutsideJurisdiction,
  type Publication,
  reviewOf,
  type SameOfficer,
  type Violation,
} from "../../catalogue/index.ts";
import type { PublishedType, TypeDraft, TypeHead } from "./licence-type.ts";
import { publishableType } from "./publishable-type.ts";
import { typeHistory } from "./type-history.ts";
import {
  checkTypeDraftRevision,
  getTypeDraft,
  getTypeHead,
  putTypeHead,
  putTypeVersion,
  takeTypeNames,
  typeNamed,
} from "./type-store.ts";

/** The draft in force is this very one. */
export type TypePublishedAlready = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: "PUBLISHED";
  readonly availableActions: readonly ["save"];
};

export type PublishTypeRefusal =
  | { readonly code: "NOT_FOUND" }
  | Violation
  | OutsideJurisdiction
  | NotPublishable
  | TypePublishedAlready
  | SameOfficer;

/**
 * Publishes a licence type's draft as its next version, in force at once; licences of earlier versions stay as they are. Errors:
 * NOT_FOUND, no draft; OUTSIDE_JURISDICTION; DRAFT_CHANGED, saved again since the editor has read it; NOT_PUBLISHABLE, with
 * every rule that is broken; TYPE_NAME_TAKEN, a type code or `vct` of another type; NOT_ALLOWED_NOW, published already;
 * SAME_OFFICER, for everybody who has saved the draft since the last publication.
 */
export async function publishLicenceType(
  code: string,
  { reason, draftRevision }: Publication,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId, parts }: EffectWrites,
): Promise<Result<PublishedType, PublishTypeRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isCode(code)) return err({ code: "NOT_FOUND" });
  const review = reviewOf(parts.heldValues);
  return decideUntilWritten({
    database,
    about: `licence type ${code}`,
    read: () => Promise.all([getTypeDraft(database, code), getTypeHead(database, code)]),
    decide: async ([draft, head]) => {
      if (!draft) return err({ code: "NOT_FOUND" });
      const touched = head ? [draft, head] : [draft];
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      if (draftRevision !== undefined && draft.revision !== draftRevision)
        return err({ code: "DRAFT_CHANGED", path: ["draftRevision"] });
      const checked = publishableType(draft, head, review);
      if (!checked.ok) return checked;
      if (head?.draftRevision === draft.revision) return err(PUBLISHED_ALREADY);
      if (!isSecondEditor(draft, actor)) return err({ code: "SAME_OFFICER" });
      const taken = head ? undefined : await takenName(database, draft);
      if (taken) return err({ code: "TYPE_NAME_TAKEN", values: { name: draft[taken] }, path: [taken] });
      return ok({ before: head, after: headOf(draft, head), draft, answer: versionOf(draft, head, now) });
    },
    write: ({ before, after, draft, answer: type }) =>
      commit({
        actor,
        action: "licences.type.published",
        reason: `version ${type.version}: ${why.value}`,
        aggregate: typeHistory(code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          putTypeVersion(database, type),
          putTypeHead(database, after, before),
          checkTypeDraftRevision(database, draft),
          ...(before ? [] : takeTypeNames(database, after)),
        ],
      }),
  });
}

const PUBLISHED_ALREADY: TypePublishedAlready = {
  code: "NOT_ALLOWED_NOW",
  state: "PUBLISHED",
  availableActions: ["save"],
};

/** Of the names that are to be a type's alone the first that is another's. */
async function takenName(
  database: EffectWrites["database"],
  draft: TypeDraft,
): Promise<"typeCode" | "vct" | undefined> {
  const names = ["typeCode", "vct"] as const;
  const taken = await Promise.all(names.map((name) => typeNamed(database, draft[name])));
  return names.find((_, i) => taken[i] !== undefined);
}

const nextVersion = (head: TypeHead | undefined): number => (head?.version ?? 0) + 1;

const headOf = (draft: TypeDraft, head: TypeHead | undefined): TypeHead => ({
  ...{ code: draft.code, typeCode: draft.typeCode, vct: draft.vct, holderKind: draft.holderKind },
  ...{ department: { code: draft.department.code }, regions: draft.regions },
  ...{ version: nextVersion(head), draftRevision: draft.revision, revision: (head?.revision ?? 0) + 1 },
});

function versionOf(
  { revision: _, editors: __, editorPersons: ___, ...content }: TypeDraft,
  head: TypeHead | undefined,
  now: Instant,
): PublishedType {
  return { ...content, version: nextVersion(head), publishedAt: now };
}
