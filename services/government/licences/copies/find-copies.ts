import type { From } from "../../../kernel/database/full-page.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceCopyId, LicenceId } from "../ids.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import { findOwnLicence } from "../repository/find-held-licences.ts";
import { type CopyPlace, type CopyStore, getCopy, listCopies, listUses } from "./copy-store.ts";
import type { LicenceCopy } from "./licence-copy.ts";

type ReadPorts = CopyStore & { readonly now: Instant };

/** A copy with its licence, for one who reads that as its holder does; undefined for all others, as if there were none. */
export async function findOwnCopy(
  ports: ReadPorts,
  id: string,
  citizen: CitizenId,
): Promise<{ readonly copy: LicenceCopy; readonly licence: ElectronicLicence } | undefined> {
  const copy = isId("lcp", id) ? await getCopy(ports, id) : undefined;
  const licence = copy && (await findOwnLicence(ports, copy.licence, citizen));
  return copy && licence && { copy, licence };
}

/** A licence's copies for one who reads it as its holder does; none for all others. */
export const findCopies = async (
  ports: ReadPorts,
  id: LicenceId,
  citizen: CitizenId,
  page: From<CopyPlace>,
): ReturnType<typeof listCopies> =>
  (await findOwnLicence(ports, id, citizen)) ? listCopies(ports, id, page) : { copies: [], more: false };

/** The uses of a copy, for one who was given the copy. */
export const findUses = (
  store: CopyStore,
  id: LicenceCopyId,
  page: From<string>,
): ReturnType<typeof listUses> => listUses(store, id, page);

export type { CopyPlace } from "./copy-store.ts";
