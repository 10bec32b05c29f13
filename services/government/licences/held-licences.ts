import { dateAt } from "../../kernel/civil-date.ts";
import type { HeldProvider } from "../cases/index.ts";
import { findLicence } from "./find-licence.ts";

declare module "../cases/materials/material.ts" {
  interface HeldSources {
    LICENCES: true;
  }
}

/** A licence that was issued here is not asked for again while it is valid. */
export const heldLicences: HeldProvider = async (ports, { replacedByLicence }, holder) => {
  if (replacedByLicence === undefined || holder.kind !== "ENTERPRISE") return undefined;
  const licence = await findLicence(ports, replacedByLicence, holder.creditCode);
  return licence && { source: "LICENCES", reference: licence.number, statedOn: dateAt(ports.now) };
};
