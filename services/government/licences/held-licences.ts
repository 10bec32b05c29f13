import { dateAt } from "../../kernel/civil-date.ts";
import type { HeldProvider, HeldStatement, SecondLook } from "../cases/index.ts";
import { type ElectronicLicence, identifierOf, statusOf } from "./repository/electronic-licence.ts";
import { findValidLicence } from "./repository/find-held-licences.ts";
import { findNamedVersion } from "./verification/find-version.ts";

declare module "../cases/materials/material.ts" {
  interface HeldSources {
    LICENCES: true;
  }
}

type Ports = Parameters<HeldProvider["find"]>[0];
type Look = NonNullable<HeldProvider["lookAgain"]>;

const statementOf = ({ now }: Ports, held: ElectronicLicence): HeldStatement => ({
  reference: identifierOf(held),
  statedOn: dateAt(now),
});

const find: HeldProvider["find"] = async (ports, { replacedByLicence: type }, holder) => {
  const held = type === undefined ? undefined : await findValidLicence(ports, type, holder);
  return held && statementOf(ports, held);
};

/**
 * A version whose place another has taken gives way to that, where the licence is valid; one that has ended, or is suspended, to
 * another licence of the type that its holder has.
 */
const lookAgain: Look = async (ports, material, { reference, holder }) => {
  const named = await findNamedVersion(ports, reference, { isStated: false });
  if (!named) throw new Error("a licence that stood for a material is gone");
  const status = statusOf(named.licence, dateAt(ports.now));
  if (status === "VALID") return standsIn(ports, named.licence, named.version.version);
  const other = await find(ports, material, holder);
  return other ? { how: "GIVES_WAY", to: other } : { how: "OVER", end: status };
};

const standsIn = (ports: Ports, licence: ElectronicLicence, version: number): SecondLook =>
  licence.current.version === version
    ? { how: "STANDS" }
    : { how: "GIVES_WAY", to: statementOf(ports, licence) };

/** A licence that was issued here is not asked for again while it is valid. */
export const heldLicences: HeldProvider = { source: "LICENCES", find, lookAgain };
