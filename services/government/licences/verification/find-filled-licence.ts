import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { type ReadField, readFields } from "../repository/licence-fields.ts";
import { licenceTypeOf } from "../types/find-licence-types.ts";
import { findNamedVersion } from "./find-version.ts";
import { type NamedVersion, type VersionStatus, versionStatusOf } from "./verification.ts";

/** As much of a licence that stands for a material as whoever reads the case reads of it. */
export type FilledLicence = {
  readonly licence: LicenceId;
  readonly version: number;
  readonly issuedOn: CivilDate;
  readonly validUntil: CivilDate | null;
  /** How this version stands today. */
  readonly status: VersionStatus;
  /** Those of its fields that the item asks for, as people read them. */
  readonly fields: readonly ReadField[];
};

/** The licence behind the identifier of a version; undefined for any other reference. */
export async function findFilledLicence(
  ports: { readonly database: Database; readonly actor: { readonly mode: Mode }; readonly now: Instant },
  { reference, fields = [] }: { readonly reference: string; readonly fields?: readonly string[] | undefined },
): Promise<FilledLicence | undefined> {
  const { database, actor, now } = ports;
  const named = await findNamedVersion({ database, mode: actor.mode, now }, reference, { isStated: false });
  if (!named) return undefined;
  const { version, issuedOn, validUntil } = named.version;
  return {
    ...{ licence: named.licence.id, version, issuedOn, validUntil: validUntil ?? null },
    status: versionStatusOf(named, dateAt(now)),
    fields: await fieldsOf(database, named, fields),
  };
}

async function fieldsOf(
  database: Database,
  { licence: { type }, version }: NamedVersion,
  asked: readonly string[],
): Promise<readonly ReadField[]> {
  if (asked.length === 0) return [];
  const published = await licenceTypeOf(type, version.typeVersion, database);
  return readFields(published, version.content).filter(({ name }) => asked.includes(name));
}
