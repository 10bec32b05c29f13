import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { findNamedVersion } from "./find-version.ts";
import { type VersionStatus, versionStatusOf } from "./verification.ts";

/** As much of a licence that stands for a material as whoever reads the case reads of it. */
export type FilledLicence = {
  readonly licence: LicenceId;
  readonly version: number;
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate | null;
  /** How this version stands today. */
  readonly status: VersionStatus;
};

/** The licence behind the identifier of a version; undefined for any other reference. */
export async function findFilledLicence(
  ports: { readonly database: Database; readonly actor: { readonly mode: Mode }; readonly now: Instant },
  reference: string,
): Promise<FilledLicence | undefined> {
  const { database, actor, now } = ports;
  const named = await findNamedVersion({ database, mode: actor.mode, now }, reference, { isStated: false });
  if (!named) return undefined;
  const { version, issuedOn, validUntil } = named.version;
  return {
    ...{ licence: named.licence.id, version, issuedOn, validUntil: validUntil ?? null },
    status: versionStatusOf(named, dateAt(now)),
  };
}
