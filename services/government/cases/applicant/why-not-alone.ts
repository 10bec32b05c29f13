import type { RegionCode } from "../../../field/region.ts";
import { personAs } from "../../../field/subject.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { citizenAsker, findOffer } from "../../catalogue/index.ts";
import type { CasePorts } from "../change-case.ts";
import { findUnderAge, type UnderAge } from "../mandate/own-acts.ts";

/**
 * Why a person would be refused as the applicant of an item in their own matter for their age, before they begin. Undefined
 * where they would not, and for an item that is not offered to them there: that is said where the item is.
 */
export async function whyNotAlone(
  ports: Pick<CasePorts, "database" | "mode" | "now"> & { readonly secrets: Pick<Secrets, "mac"> },
  citizen: CitizenId,
  { item, region }: { readonly item: string; readonly region: RegionCode },
): Promise<UnderAge | undefined> {
  const offer = await findOffer(
    item,
    region,
    citizenAsker(citizen, ports.secrets, undefined),
    ports.database,
  );
  if (!offer.ok) return undefined;
  return findUnderAge(ports, { kind: "CITIZEN", citizen }, personAs(citizen), offer.value.item);
}
