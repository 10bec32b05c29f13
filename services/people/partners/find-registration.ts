import type { Citizen } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpRegistration, type Registration } from "../enterprises/index.ts";
import { isRepresentative, type Partner } from "./partner.ts";

const MATTER = "PARTNERSHIP";

type Ports = { readonly database: Database; readonly now: Instant };
type Enterprise = Pick<Partner, "creditCode" | "representativeMode">;

/** The register's word now about a partner's enterprise, and whether this person may bind it in its partnership. */
export const findRegistration = (
  { database, now }: Ports,
  { creditCode, representativeMode: mode }: Enterprise,
  citizen: CitizenId,
): Promise<Registration | undefined> =>
  lookUpRegistration({ database, mode }, creditCode, citizen, { matter: MATTER, now });

/** How somebody stands to a partner: they may act for it now, or did so and may no longer. Nobody else hears of it. */
export type Footing = "ENTITLED" | "FORMER";

/**
 * Undefined for a stranger, and for the same person in the other mode. By the register of this moment, so that one who
 * was replaced makes no key any more, and the one who came finds what was made in the enterprise's name.
 */
export async function footingOf(
  ports: Ports,
  partner: Partner,
  { id, mode }: Citizen,
): Promise<Footing | undefined> {
  if (mode !== partner.representativeMode) return undefined;
  const registration = await findRegistration(ports, partner, id);
  if (registration?.capacity) return "ENTITLED";
  return isRepresentative(partner, { id, mode }) ? "FORMER" : undefined;
}
