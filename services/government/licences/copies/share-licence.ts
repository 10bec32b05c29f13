import type { Stale } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId, newId } from "../../../kernel/ids.ts";
import { beginIssue, type NotShownAgain } from "../../../kernel/issues/index.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import { findPartnerWith } from "../../../people/partners/index.ts";
import { licenceKeys } from "../keys.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import type { Invalid } from "../wallet/invalid.ts";
import type { CredentialPorts, Unsigned } from "../wallet/issue-credential.ts";
import {
  findShowableLicence,
  type LicenceNotShowable,
  type ShowableLicence,
} from "../wallet/showable-licence.ts";
import { bookWith, type CopiesFull } from "./copy-book.ts";
import { copyCode, copyCodeDigest } from "./copy-code.ts";
import { getBook, getCopy, putBook, putNewCopy } from "./copy-store.ts";
import { type CopyWish, formOf, readTerms, readVerifier } from "./copy-wish.ts";
import { toldOf } from "./find-recipients.ts";
import { type CopyStatus, type CopyVerifier, copyStatus, type LicenceCopy } from "./licence-copy.ts";
import { openPresenter, type Present } from "./present-copy.ts";
import type { CopyBusy } from "./use-licence-copy.ts";

export type SharePorts = Omit<CredentialPorts, "secrets"> & {
  readonly secrets: CredentialPorts["secrets"] & Pick<Secrets, "issuedSecret">;
  readonly runtime: Pick<Runtime, "random">;
};

/** A copy, and what exists of it here only: its code, and what its verifier keeps. */
export type SharedCopy = {
  readonly copy: LicenceCopy;
  readonly code: string;
  readonly presentation: string;
};

export type ShareRefusal = LicenceNotShowable | Unsigned | CopyNotShown | Invalid | NotShownAgain;
/** As many copies as there may be are in force; or what was shared a moment ago has ended, or is of another version by now. */
type CopyNotShown =
  | CopiesFull
  | CopyBusy
  | { readonly code: `LICENCE_COPY_${"SUPERSEDED" | Exclude<CopyStatus, "IN_FORCE">}` };

/**
 * Shares a copy of a licence that the caller reads as its holder does. Asked again with the same idempotency key within ten minutes
 * it shows the same copy and code. Errors: ELECTRONIC_LICENCE_NOT_FOUND; why the licence is not valid, or nobody signs for its
 * issuer; LICENCE_COPIES_FULL, LICENCE_COPY_BUSY; of the input by its place; what `beginIssue` names. Throws KmsKeyUnusable.
 */
export async function shareLicence(
  ports: SharePorts,
  idempotencyKey: string,
  wish: CopyWish,
): Promise<Result<SharedCopy, ShareRefusal>> {
  const { actor, now, requestId, mode, database, commit } = ports;
  const asked = { operation: "shareLicence", idempotencyKey, input: formOf(wish) };
  const table = recordsTable(mode);
  return decideUntilWritten({
    database,
    about: `the copies of ${wish.licence}`,
    read: () => findShared(ports, wish.licence),
    decide: async (found) => {
      if (!found.ok) return found;
      const { shown, book, copies } = found.value;
      const { licence, type } = shown;
      const presenter = await openPresenter(ports, shown);
      if (!presenter.ok) return presenter;
      const present = presenter.value;
      const begun = await beginIssue({ ...ports, table }, asked);
      if (!begun.ok) return begun;
      const code = copyCode(begun.value.secret);
      if (!begun.value.isNew) return showAgain(ports, begun.value.about, code, licence, present);
      const terms = readTerms(wish, licence, type, now);
      if (!terms.ok) return terms;
      const verifier = await findVerifier(ports, wish);
      if (!verifier.ok) return verifier;
      const copy: LicenceCopy = {
        ...{ id: newId("lcp", ports.runtime), licence: licence.id, version: licence.current.version },
        ...{ sharedBy: actor.id, sharedAt: now, verifier: verifier.value, ...terms.value },
        ...{ used: 0, revision: 1 },
      };
      const after = bookWith(book, copies, copy, now);
      if (!after.ok) return after;
      const answer = { copy, code, presentation: await present(copy) };
      const to = await toldOf(ports, copy, licence);
      return ok({ before: book, after: after.value, answer, issue: begun.value.writes(copy.id), to });
    },
    write: ({ before, after, answer: { copy, code }, issue, to }): Promise<Result<void, Stale | CopyBusy>> =>
      commit({
        ...{ actor, at: now, requestId, aggregate: copy.id, table },
        ...{ action: "licences.copy.shared", reason: copy.fields.join(", "), revision: copy.revision },
        creates: licenceKeys.licenceCopy(copy.id),
        writes: [
          putBook(ports, after, before),
          ...putNewCopy(ports, copy, copyCodeDigest(ports.secrets, code)),
          ...issue,
        ],
        event: { type: "licence-copy.shared", mode, to, payload: { about: copy.id } },
      }),
    overtaken: err({ code: "LICENCE_COPY_BUSY" }),
  });
}

type Found = {
  readonly shown: ShowableLicence;
  readonly book: Awaited<ReturnType<typeof getBook>>;
  readonly copies: readonly LicenceCopy[];
};

async function findShared(ports: SharePorts, id: string): Promise<Result<Found, LicenceNotShowable>> {
  const [shown, book] = await Promise.all([
    findShowableLicence(ports, ports.actor.id, id),
    isId("lic", id) ? getBook(ports, id) : undefined,
  ]);
  if (!shown.ok) return shown;
  const copies = await Promise.all((book?.copies ?? []).map((copy) => getCopy(ports, copy)));
  return ok({ shown: shown.value, book, copies: copies.flatMap((copy) => copy ?? []) });
}

/** The registered partner that may read copies, or the name that the holder gives. */
async function findVerifier(
  { database, mode }: SharePorts,
  wish: CopyWish,
): Promise<Result<CopyVerifier, Invalid>> {
  const read = readVerifier(wish.verifier);
  if (!read.ok) return read;
  if ("name" in read.value) return ok({ name: read.value.name });
  const { partner: id } = read.value;
  const partner = isId("ptn", id)
    ? await findPartnerWith(database, id, { mode, scope: "LICENCE_CODES" })
    : undefined;
  return partner
    ? ok({ name: partner.name, partner: partner.partnerId })
    : err({ code: "LICENCE_COPY_PARTNER_UNKNOWN", path: ["verifier", "partner"] });
}

async function showAgain(
  ports: SharePorts,
  about: string,
  code: string,
  { current }: ElectronicLicence,
  present: Present,
) {
  const copy = isId("lcp", about) ? await getCopy(ports, about) : undefined;
  if (!copy) throw new Error("an issue and its copy do not belong together");
  if (copy.version !== current.version) return err({ code: "LICENCE_COPY_SUPERSEDED" });
  const status = copyStatus(copy, ports.now);
  if (status !== "IN_FORCE") return err({ code: `LICENCE_COPY_${status}` as const });
  return unchanged(ok({ copy, code, presentation: await present(copy) }));
}
