import type { GraphQLSchema } from "graphql";
import { type Actor, PERSONAL_SCOPES } from "../kernel/actor.ts";
import { objectTypes } from "./object-fields.ts";
import { type Requirement, requirementOn } from "./requirement.ts";

type Described = { readonly description?: string | null | undefined };

/**
 * Adds to the description of each type and field for whom its @access is, because introspection, and so GraphiQL and
 * code generators, show descriptions but not directives. The schema itself is changed.
 */
export function describeAccess(schema: GraphQLSchema): GraphQLSchema {
  for (const type of objectTypes(schema)) {
    for (const one of [type, ...Object.values(type.getFields())]) {
      const requirement = requirementOn(one);
      if (requirement) one.description = textOf(one, requirement);
    }
  }
  return schema;
}

function textOf({ description }: Described, requirement: Requirement): string {
  const access = `Access: ${accessText(requirement)}.`;
  return description ? `${description}\n\n${access}` : access;
}

const EVERYBODY: readonly Actor["kind"][] = ["ANONYMOUS", "CITIZEN", "OFFICER", "PARTNER"];

/** For example "CITIZEN; OFFICER with the role SUPERVISOR or AUDITOR; PARTNER with the scope OWN_ACCOUNTS". */
function accessText(requirement: Requirement): string {
  const { to, roles, scopes } = requirement;
  const isOpen = roles.length === 0 && scopes.length === 0;
  if (isOpen && EVERYBODY.every((kind) => to.includes(kind))) return "everybody";
  return to.map((kind) => callersText(kind, requirement)).join("; ");
}

function callersText(kind: Actor["kind"], { roles, scopes }: Requirement): string {
  if (kind === "OFFICER" && roles.length > 0) return `OFFICER with the role ${roles.join(" or ")}`;
  if (kind !== "PARTNER" || scopes.length === 0) return kind;
  const needed = `PARTNER with the ${scopes.length > 1 ? "scopes" : "scope"} ${scopes.join(" and ")}`;
  return scopes.some((scope) => PERSONAL_SCOPES.includes(scope))
    ? `${needed}, which a person's data needs from that person's consent too`
    : needed;
}
