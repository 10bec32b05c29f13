import { isCode } from "../../../field/code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  checkReason,
  mayEdit,
  type NotPublishable,
  type OutsideJurisdiction,
  type Publication,
  type SameOfficer,
  type Violation,
  type Writes,
} from "../../catalogue/index.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import { type Beside, isOpen, mayAgree, trustViolations } from "./agreeable-part.ts";
import { checkTrustDraftRevision, getTrustDraft } from "./trust-draft-store.ts";
import { allTrustHeads, getTrustHead, getTrustListVersion, putTrustListVersion } from "./trust-list-store.ts";
import {
  markCompromised,
  type TrustDraft,
  type TrustHead,
  type TrustKind,
  type TrustPart,
  trustHistory,
} from "./trust-part.ts";

/** The draft stands in the list already. */
type AgreedAlready = { readonly code: "NOT_ALLOWED_NOW"; readonly state: "AGREED" };

export type AgreeToTrustRefusal =
  | { readonly code: "NOT_FOUND" }
  | Violation
  | OutsideJurisdiction
  | NotPublishable
  | AgreedAlready
  | SameOfficer;

/**
 * Agrees to a draft, which makes the next version of the list, in force at once. Errors: NOT_FOUND, no draft;
 * OUTSIDE_JURISDICTION; DRAFT_CHANGED, saved again since the officer has read it; NOT_PUBLISHABLE, with every rule that is
 * broken; NOT_ALLOWED_NOW, agreed to already; SAME_OFFICER, for everybody who has saved the draft since it was last agreed to.
 */
export async function agreeToTrust(
  { kind, code }: { readonly kind: TrustKind; readonly code: string },
  { reason, draftRevision }: Publication,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<TrustPart, AgreeToTrustRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isCode(code)) return err({ code: "NOT_FOUND" });
  return decideUntilWritten({
    database,
    about: `${kind} ${code} of the trust list`,
    read: () => readDrafted(database, kind, code),
    decide: ({ version, draft, beside }) => {
      if (!draft) return err({ code: "NOT_FOUND" });
      const { head } = beside;
      const touched = head ? [draft.part, head.part] : [draft.part];
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      if (draftRevision !== undefined && draft.revision !== draftRevision)
        return err({ code: "DRAFT_CHANGED", path: ["draftRevision"] });
      const violations = trustViolations(draft.part, beside);
      if (violations.length > 0) return err({ code: "NOT_PUBLISHABLE", violations });
      if (!isOpen(draft, head)) return err({ code: "NOT_ALLOWED_NOW", state: "AGREED" });
      if (!mayAgree(draft, head, actor)) return err({ code: "SAME_OFFICER" });
      const after = headAfter(draft, head, version + 1);
      return ok({ before: head, after, draft, version: version + 1, answer: after.part });
    },
    write: ({ after, draft, version }) =>
      commit({
        actor,
        action: "licences.trust.agreed",
        reason: `version ${version}: ${why.value}`,
        aggregate: trustHistory(kind, code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          ...putTrustListVersion(database, { version, at: now, act: "AGREED", kind, code }, after),
          checkTrustDraftRevision(database, draft),
        ],
      }),
  });
}

type Drafted = {
  readonly version: number;
  readonly draft: TrustDraft | undefined;
  readonly beside: Beside;
};

/** A draft, and all that it is decided on with. The list's version is read first, for nothing is to change behind it. */
export async function readDrafted(
  database: Pick<Database, "get" | "query">,
  kind: TrustKind,
  code: string,
): Promise<Drafted> {
  const version = (await getTrustListVersion(database))?.version ?? 0;
  const [draft, head] = await Promise.all([
    getTrustDraft(database, kind, code),
    getTrustHead(database, kind, code),
  ]);
  if (draft?.part.kind !== "MAPPING")
    return { version, draft, beside: { head, ownType: undefined, mappings: [] } };
  const { ownType, region } = draft.part;
  const [type, heads] = await Promise.all([
    findLicenceType(ownType, undefined, database),
    allTrustHeads(database, "MAPPING", region),
  ]);
  const mappings = heads.flatMap(({ part }) => (part.kind === "MAPPING" ? [part] : []));
  return { version, draft, beside: { head, ownType: type, mappings } };
}

/** A draft says nothing of compromises: they are of the list, and stay. */
function headAfter(draft: TrustDraft, head: TrustHead | undefined, version: number): TrustHead {
  const compromises = head?.compromises ?? [];
  return {
    part: draft.part.kind === "ISSUER" ? markCompromised(draft.part, compromises) : draft.part,
    ...{ versions: [...(head?.versions ?? []), version], draftRevision: draft.revision, compromises },
  };
}
