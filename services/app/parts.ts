import { billsToPay } from "../convenience/utilities/index.ts";
import { dutiesInCases, effectsFrom } from "../government/cases/index.ts";
import { appointmentsToKeep, hallNaming } from "../government/halls/index.ts";
import { heldByFund, withdrawalEffects } from "../government/housing-fund/index.ts";
import { heldLicences, licenceEffects } from "../government/licences/index.ts";
import type { Parts } from "../kernel/parts.ts";

/** Opens the parts of all services, once for each process. */
export async function openParts(): Promise<Parts> {
  return {
    effects: effectsFrom([...withdrawalEffects, ...licenceEffects]),
    held: [heldByFund, heldLicences],
    toDos: [dutiesInCases, appointmentsToKeep, billsToPay],
    namings: [hallNaming],
  };
}
