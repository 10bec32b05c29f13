import { type CivilDate, dateAt } from "../platform/civil-date.ts";
import type { Instant } from "../platform/runtime.ts";
import { LICENCE_TYPES, type Licence, type LicenceType, statusOf } from "./licence.ts";
import { isLicenceNumber } from "./licence-number.ts";
import { getLicence, type LicenceStore, listOfHolder } from "./store.ts";

export type FindPorts = LicenceStore & { readonly now: Instant };

/** A licence by its number, as anybody can verify it; a number whose check digit is wrong is nobody's. */
export const licenceByNumber = async (store: LicenceStore, number: string): Promise<Licence | undefined> =>
  isLicenceNumber(number) ? getLicence(store, number) : undefined;

/**
 * The licence of a type that a holder (a unified social credit code) has today, so that it need not be handed in; of
 * several the one that is valid longest. None for a type that the platform does not issue.
 */
export async function findLicence(
  ports: FindPorts,
  type: string,
  holder: string,
): Promise<Licence | undefined> {
  if (!isLicenceType(type)) return undefined;
  const today = dateAt(ports.now);
  const held = await listOfHolder(ports, holder, type);
  return held.filter((one) => statusOf(one, today) === "VALID").sort(byEnd)[0];
}

const isLicenceType = (type: string): type is LicenceType => LICENCE_TYPES.some((known) => known === type);

const endOf = ({ terms }: Licence): CivilDate | "" => terms.at(-1)?.validUntil ?? "";
const byEnd = (a: Licence, b: Licence): number => (endOf(a) < endOf(b) ? 1 : -1);
