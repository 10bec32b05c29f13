import { mayActAlone } from "../../../field/legal-capacity.ts";
import { isPerson, type Subject } from "../../../field/subject.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { findBorn } from "../../../people/citizens/index.ts";
import type { ServiceItem } from "../../catalogue/index.ts";
import type { CasePorts } from "../change-case.ts";
import type { Acting } from "./acting-party.ts";

/** A minor would act alone where their guardian acts for them, or for somebody else. */
export type UnderAge = { readonly code: "GUARDIAN_ACTS" | "MINOR_ACTS_FOR_NOBODY" };

/**
 * Whether the person who acts, at whatever place, lacks the capacity for it: a minor acts alone only in an item that is fit
 * for their age or benefits them only, as the item says, and for nobody else (民法典, arts. 19, 20, 144, 145). Where nothing
 * tells somebody's age nobody guesses it, and the officers of the case see whom they have before them.
 */
export async function findUnderAge(
  ports: Pick<CasePorts, "database" | "mode" | "now">,
  acting: Acting,
  subject: Subject,
  { ownFromAge }: Pick<ServiceItem, "ownFromAge">,
): Promise<UnderAge | undefined> {
  // A partner of its own enterprise acts by a contract, whoever represents it.
  if (acting.kind === "PARTNER" && acting.person === undefined) return undefined;
  const born = await findBorn(ports, acting.citizen);
  const isOwn = isPerson(subject, acting.citizen);
  if (!born || mayActAlone(born, isOwn ? ownFromAge : undefined, dateAt(ports.now))) return undefined;
  return { code: isOwn ? "GUARDIAN_ACTS" : "MINOR_ACTS_FOR_NOBODY" };
}
