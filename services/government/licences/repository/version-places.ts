import type { TransactItem } from "../../../kernel/database/database.ts";
import { putStatus, takePlace } from "../status/status-store.ts";
import { type ElectronicLicence, listedStatus } from "./electronic-licence.ts";
import { putElectronicLicence, putHeldPlace, putVersionBefore, type Repository } from "./repository-store.ts";

/**
 * All that the status lists hear of a licence that is new, or has become another: each version has a place of its own, and the one
 * before is superseded.
 */
export function placeWrites(
  store: Repository,
  before: ElectronicLicence | undefined,
  after: ElectronicLicence,
): readonly TransactItem[] {
  const next = listedStatus(after);
  if (!before) return [takePlace(store, placeOf(after), next)];
  const expecting = listedStatus(before);
  if (before.current.version !== after.current.version) {
    return [
      takePlace(store, placeOf(after), next),
      putStatus(store, placeOf(before), { next: "SUPERSEDED", expecting }),
    ];
  }
  return next === expecting ? [] : [putStatus(store, placeOf(after), { next, expecting })];
}

/** All that is written of a version that takes the place of another, which is kept. */
export const versionWrites = (
  store: Repository,
  before: ElectronicLicence,
  after: ElectronicLicence,
): readonly TransactItem[] => [
  putElectronicLicence(store, after),
  putVersionBefore(store, before),
  ...(before.current.typeVersion === after.current.typeVersion ? [] : [putHeldPlace(store, after)]),
  ...placeWrites(store, before, after),
];

const placeOf = ({ id, current: { version, place } }: ElectronicLicence) => ({ licence: id, version, place });
