import { dateAt } from "../../kernel/civil-date.ts";
import type { HeldProvider } from "../cases/index.ts";
import { findLicence } from "./find-licence.ts";
import { identifierOf } from "./repository/electronic-licence.ts";
import { findValidLicence } from "./repository/find-held-licences.ts";

declare module "../cases/materials/material.ts" {
  interface HeldSources {
    LICENCES: true;
  }
}

/** A licence that was issued here is not asked for again while it is valid. */
export const heldLicences: HeldProvider = async (ports, { replacedByLicence: type }, holder) => {
  if (type === undefined) return undefined;
  const statedOn = dateAt(ports.now);
  const business =
    holder.kind === "ENTERPRISE" ? await findLicence(ports, type, holder.creditCode) : undefined;
  if (business) return { source: "LICENCES", reference: business.number, statedOn };
  const held = await findValidLicence(ports, type, holder);
  return held && { source: "LICENCES", reference: identifierOf(held), statedOn };
};
