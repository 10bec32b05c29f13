import type { GraphQLObjectType } from "graphql";
import type { Actor, Role, Scope } from "../kernel/actor.ts";
import { type Declared, directivesOn } from "./directives.ts";

/** The requirement of one @access. */
export type Requirement = {
  readonly to: readonly Actor["kind"][];
  /** All of these, of a partner. */
  readonly scopes: readonly Scope[];
  /** One of these, of an officer; none for any officer. */
  readonly roles: readonly Role[];
};

/** Read once: a type is asked for each of its fields, and both by several that attach something to them. */
const known = new WeakMap<Declared, Requirement | undefined>();

/** The requirement of a type or field itself; undefined where it says nothing. */
export function requirementOn(node: Declared): Requirement | undefined {
  if (!known.has(node)) known.set(node, readRequirement(node));
  return known.get(node);
}

function readRequirement(node: Declared): Requirement | undefined {
  const [given] = directivesOn<Partial<Requirement>>(node, "access");
  return given && { to: given.to ?? [], scopes: given.scopes ?? [], roles: given.roles ?? [] };
}

/** The requirement where a field is read: its type's requirement, and its own. */
export const requirementsOf = (type: GraphQLObjectType, field: Declared): readonly Requirement[] =>
  [requirementOn(type), requirementOn(field)].filter((one) => one !== undefined);

/** The requirement that holds where all of these do. Of roles that several ask for, those that serve for each. */
export function join(requirements: readonly Requirement[]): Requirement {
  const [first, ...others] = requirements;
  if (!first) return { to: [], scopes: [], roles: [] };
  return others.reduce(
    (all, one) => ({
      to: all.to.filter((kind) => one.to.includes(kind)),
      scopes: [...new Set([...all.scopes, ...one.scopes])],
      roles: bothOf(all.roles, one.roles),
    }),
    first,
  );
}

/** None stands for any role. */
function bothOf(a: readonly Role[], b: readonly Role[]): readonly Role[] {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  return a.filter((role) => b.includes(role));
}
