import { dateAt } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { deemedGrantedSince, getApplication } from "../../cases/index.ts";
import type { LicenceId } from "../ids.ts";
import { type ElectronicLicence, statusOf } from "./electronic-licence.ts";
import { listRenewalsAsked } from "./renewal-store.ts";
import { getElectronicLicence, type Repository } from "./repository-store.ts";

/**
 * A licence as the law has it at this moment: one whose renewal counts as granted since its end is valid from then on, also before the
 * clock has made its next version (Administrative Licensing Law, art. 50 (2)).
 */
export async function asItStands(
  ports: Repository & { readonly now: Instant },
  licence: ElectronicLicence,
): Promise<ElectronicLicence> {
  const { id, current } = licence;
  if (statusOf(licence, dateAt(ports.now)) !== "EXPIRED") return licence;
  const asked = await listRenewalsAsked(ports, id);
  const found = await Promise.all(
    asked
      .filter(({ after }) => after === current.validUntil)
      .map(async ({ application, validUntil }) => {
        const asking = await getApplication(ports, application);
        return asking && deemedGrantedSince(asking, ports.now) ? [{ validUntil }] : [];
      }),
  );
  const [renewed] = found.flat();
  return renewed ? { ...licence, current: { ...current, validUntil: renewed.validUntil } } : licence;
}

/** The licence of an id as it stands so; undefined where there is none. */
export async function findAsItStands(
  ports: Repository & { readonly now: Instant },
  id: LicenceId,
): Promise<ElectronicLicence | undefined> {
  const licence = await getElectronicLicence(ports, id);
  return licence && asItStands(ports, licence);
}
