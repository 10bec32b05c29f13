import { readLicenceIdentifier } from "../../../field/licence-identifier.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findAsItStands } from "../repository/as-it-stands.ts";
import { getVersionBefore, licenceIdByNumber, type Repository } from "../repository/repository-store.ts";
import { getEndingGuesses } from "./ending-guess-store.ts";
import type { NamedVersion } from "./verification.ts";

/**
 * The version that an identifier names (GB/T 36904-2018); undefined for any other text, for a version that was never made, and for
 * one that another authority has issued. Where an end of its holder's number `isStated`, the wrong ones before it are read in the
 * same batch.
 */
export async function findNamedVersion(
  store: Repository & { readonly now: Instant },
  text: string,
  { isStated }: { readonly isStated: boolean },
): Promise<NamedVersion | undefined> {
  const named = readLicenceIdentifier(text);
  const id = named && (await licenceIdByNumber(store, named.typeCode, named.serial));
  if (!id) return undefined;
  const [licence] = await Promise.all([findAsItStands(store, id), isStated && getEndingGuesses(store, id)]);
  if (!licence) throw new Error(`${id} has a number and no record`);
  const { current } = licence;
  const version =
    named.version === current.version ? current : await getVersionBefore(store, id, named.version);
  return version?.issuer.creditCode === named.issuer ? { licence, version } : undefined;
}
