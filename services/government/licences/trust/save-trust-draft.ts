import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  editorsAfter,
  mayEdit,
  type OutsideJurisdiction,
  type Violation,
  type Writes,
} from "../../catalogue/index.ts";
import { checkIssuerDraft, checkMappingDraft, type IssuerInput, type MappingInput } from "./trust-draft.ts";
import { getTrustDraft, putTrustDraft, putTrustEntry } from "./trust-draft-store.ts";
import { getTrustHead } from "./trust-list-store.ts";
import { type LicenceMapping, type TrustedIssuer, type TrustPart, trustHistory } from "./trust-part.ts";

type By = { readonly actor: Officer; readonly now: Instant };
type Saved<P> = Promise<Result<P, Violation | OutsideJurisdiction>>;

/**
 * Creates or replaces the draft of an issuer of another region; nothing is trusted by it before another officer has agreed.
 * The officer has to be responsible for what the draft says now, for what it said before, and for what stands in the list.
 * Errors: OUTSIDE_JURISDICTION, or the first value that cannot be kept.
 */
export async function saveIssuerDraft(input: IssuerInput, by: By, writes: Writes): Saved<TrustedIssuer> {
  const checked = checkIssuerDraft(input);
  return checked.ok ? saveDraft(checked.value, by, writes) : checked;
}

/** The same of a mapping: what a type of another region stands for here. Errors: as with an issuer. */
export async function saveMappingDraft(input: MappingInput, by: By, writes: Writes): Saved<LicenceMapping> {
  const checked = checkMappingDraft(input);
  return checked.ok ? saveDraft(checked.value, by, writes) : checked;
}

const saveDraft = <P extends TrustPart>(
  part: P,
  { actor, now }: By,
  { database, commit, requestId }: Writes,
): Saved<P> => {
  const { kind, code } = part;
  return decideUntilWritten({
    database,
    about: `the draft of ${kind} ${code}`,
    read: () => Promise.all([getTrustDraft(database, kind, code), getTrustHead(database, kind, code)]),
    decide: ([before, head]) => {
      const touched = [part, before?.part, head?.part].filter((one) => one !== undefined);
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      const revision = (before?.revision ?? 0) + 1;
      return ok({ before, after: { part, revision, ...editorsAfter(before, head, actor) }, answer: part });
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "licences.trust.drafted",
        aggregate: trustHistory(kind, code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          putTrustDraft(database, after, before),
          ...(before ? [] : [putTrustEntry(database, { kind, code })]),
        ],
      }),
  });
};
