import type { Anonymous, Citizen, Partner } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceCopyId } from "../ids.ts";
import { findAsItStands } from "../repository/as-it-stands.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import { copyCodeDigest } from "./copy-code.ts";
import { type CopyStore, copyIdByCode, getCopy, putCopy, putUse } from "./copy-store.ts";
import { useBy } from "./copy-use.ts";
import { toldOf } from "./find-recipients.ts";
import { type CopyFault, faultOf, type LicenceCopy, refusedOnce, usedOnce } from "./licence-copy.ts";

export type UsePorts = CopyStore & {
  readonly commit: Commit;
  readonly actor: Anonymous | Citizen | Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "mac">;
};

/** A copy as its verifier has used it, with the licence as it stands. */
export type UsedCopy = {
  readonly copy: LicenceCopy;
  readonly licence: ElectronicLicence;
  readonly usedAt: Instant;
};

type CopyUnknown = { readonly code: "LICENCE_COPY_UNKNOWN" };
export type CopyRefused = { readonly code: `LICENCE_COPY_${CopyFault}` } | CopyBusy;
/** So many were at the copy, or the book, at once that this one was overtaken each time; nothing of it stands. */
export type CopyBusy = { readonly code: "LICENCE_COPY_BUSY" };

/**
 * Reads a copy by its code, and counts a use in the same commit. A refused use is on the copy's record, and its holder is told
 * of the first in an hour. Errors: LICENCE_COPY_UNKNOWN for a wrong code, which counts as a guess of one who has signed in, with
 * TOO_MANY_GUESSES after some; why the copy is not used, or LICENCE_COPY_BUSY.
 */
export async function useLicenceCopy(
  ports: UsePorts,
  typed: string,
): Promise<Result<UsedCopy, CopyUnknown | CopyRefused | TooManyGuesses>> {
  const heard = await hearCode(ports, typed);
  if (!heard.ok) return heard;
  const used = await take(ports, heard.value);
  if (!used.ok) return used;
  return "fault" in used.value ? err({ code: `LICENCE_COPY_${used.value.fault}` }) : ok(used.value);
}

async function hearCode(
  ports: UsePorts,
  typed: string,
): Promise<Result<LicenceCopyId, CopyUnknown | TooManyGuesses>> {
  const { actor } = ports;
  const id = await copyIdByCode(ports, copyCodeDigest(ports.secrets, typed));
  const unknown = err({ code: "LICENCE_COPY_UNKNOWN" } as const);
  // One who has not signed in is known by an address alone, and these the firewall bounds; a code is too long to be guessed.
  if (actor.kind === "ANONYMOUS") return id ? ok(id) : unknown;
  // Wrong codes close no right one: whoever has a partner type five of them would shut it for all others.
  const heard = await hearGuess({ ...ports, actor }, id, async () => id);
  if (heard.ok) return heard;
  return heard.error.code === "TOO_MANY_GUESSES" ? err(heard.error) : unknown;
}

type Refused = { readonly fault: CopyFault };
type Found = { readonly copy: LicenceCopy; readonly licence: ElectronicLicence };

/** Of several who use it at once each is counted, and the one too many is refused. */
function take(ports: UsePorts, id: LicenceCopyId): Promise<Result<UsedCopy | Refused, CopyBusy>> {
  const { actor, now: at, requestId, mode, database, commit } = ports;
  const by = actor.kind === "PARTNER" ? { partner: actor.id } : {};
  return decideUntilWritten({
    database,
    about: `the copy ${id}`,
    read: () => findCopy(ports, id),
    decide: async ({ copy: before, licence }) => {
      const fault = faultOf(before, licence, by, at);
      if (fault === undefined) {
        const after = usedOnce(before);
        const to = await toldOf(ports, before, licence);
        const answer: UsedCopy | Refused = { copy: after, licence, usedAt: at };
        return ok({ before, after, answer, fault, to });
      }
      const refused: UsedCopy | Refused = { fault };
      const counted = refusedOnce(before, at);
      if (!counted) return unchanged(ok(refused));
      const to = counted.isTold ? await toldOf(ports, before, licence) : [];
      return ok({ before, after: counted.copy, answer: refused, fault, to });
    },
    write: ({ after, fault, to }): Promise<Result<void, Stale | CopyBusy>> => {
      const type = fault === undefined ? "licence-copy.used" : "licence-copy.refused";
      return commit({
        ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode), revision: after.revision },
        ...(fault === undefined
          ? { action: "licences.copy.used", reason: after.fields.join(", ") }
          : { action: "licences.copy.refused", reason: fault }),
        writes: [putCopy(ports, after), putUse(ports, after, useBy(actor, at, fault))],
        ...(to.length > 0 ? { event: { type, mode, to, payload: { about: id } } } : {}),
      });
    },
    overtaken: err({ code: "LICENCE_COPY_BUSY" }),
  });
}

async function findCopy(ports: UsePorts, id: LicenceCopyId): Promise<Found> {
  const copy = await getCopy(ports, id);
  const licence = copy && (await findAsItStands(ports, copy.licence));
  if (!copy || !licence) throw new Error(`${id} has a code and no record`);
  return { copy, licence };
}
