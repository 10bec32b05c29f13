import type { Database } from "../../../kernel/database/database.ts";
import type { Config } from "../../../kernel/process/config.ts";
import type { ElectronicLicence, LicenceVersion } from "../repository/electronic-licence.ts";
import { licenceTypeOf } from "../types/find-licence-types.ts";
import type { PublishedType } from "../types/licence-type.ts";

export type TypePorts = {
  /** The process's own, by which the tables are told from those of another. */
  readonly config: Config;
  readonly database: Pick<Database, "get">;
};

/** So many are remembered, and then all are forgotten: some 10 kB each. */
const REMEMBERED_MAX = 500;
const remembered = new WeakMap<Config, Map<string, PublishedType>>();

/** The type by which a version was made. A published one never changes, so that a process reads it once. */
export async function typeOf(
  { config, database }: TypePorts,
  { type }: Pick<ElectronicLicence, "type">,
  { typeVersion }: Pick<LicenceVersion, "typeVersion">,
): Promise<PublishedType> {
  const types = remembered.get(config) ?? new Map<string, PublishedType>();
  remembered.set(config, types);
  const name = `${type}#${typeVersion}`;
  const known = types.get(name);
  if (known) return known;
  const found = await licenceTypeOf(type, typeVersion, database);
  if (types.size >= REMEMBERED_MAX) types.clear();
  types.set(name, found);
  return found;
}
