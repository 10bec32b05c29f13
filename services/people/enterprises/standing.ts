import { type BindingCapacity, type Capacity, isPerson, type Subject } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Authorities, inForce } from "./authority.ts";
import type { Enterprise } from "./enterprise.ts";

/** The capacity in which somebody acts, and the items; no list for all. */
export type Standing = {
  readonly capacity: Capacity;
  readonly items?: readonly string[];
  /** The name of a minor, as their guardian's paper has it. */
  readonly wardName?: string;
};

/** The records about one person and one subject. */
export type Known = {
  readonly enterprise?: Pick<Enterprise, "legalRepresentative"> | undefined;
  readonly authorities?: Authorities | undefined;
};

/** How a person stands to a subject now; undefined for a stranger. */
export function standingOf(
  citizen: CitizenId,
  subject: Subject,
  { enterprise, authorities }: Known,
  now: Instant,
): Standing | undefined {
  if (isPerson(subject, citizen)) return { capacity: "SELF" };
  if (subject.kind === "ENTERPRISE" && enterprise?.legalRepresentative === citizen) {
    return { capacity: "LEGAL_REPRESENTATIVE" };
  }
  const standing = inForce(authorities, now);
  if (standing.length === 0) return undefined;
  const guardianship = standing.find((one) => one.guardianship)?.guardianship;
  if (guardianship) return { capacity: "GUARDIAN", wardName: guardianship.wardName };
  if (standing.some(({ items }) => items.length === 0)) return { capacity: "AGENT" };
  return { capacity: "AGENT", items: [...new Set(standing.flatMap(({ items }) => items))] };
}

/**
 * The matters of an enterprise that are no service item. Such a matter binds the enterprise for long, so an authority
 * covers it only where it names it, among its items; one for all items does not.
 */
export const MATTERS = ["PARTNERSHIP"] as const;
export type Matter = (typeof MATTERS)[number];

/** Whether items name such a matter. */
export const namesMatter = (items: readonly string[]): boolean =>
  MATTERS.some((matter) => items.includes(matter));

/** The capacity in which a person may bind an enterprise in such a matter now; undefined where they may not. */
export function mayBind(
  citizen: CitizenId,
  { enterprise, authorities }: Known,
  matter: Matter,
  now: Instant,
): BindingCapacity | undefined {
  if (enterprise?.legalRepresentative === citizen) return "LEGAL_REPRESENTATIVE";
  return inForce(authorities, now).some(({ items }) => items.includes(matter)) ? "AGENT" : undefined;
}

/** The capacity in which somebody may act in a matter of this item; undefined where they may not. */
export const mayActIn = (standing: Standing | undefined, item: string): Capacity | undefined =>
  standing && (standing.items === undefined || standing.items.includes(item)) ? standing.capacity : undefined;
