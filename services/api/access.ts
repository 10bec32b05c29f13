import {
  defaultFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { type Actor, PERSONAL_SCOPES, type Scope } from "../kernel/actor.ts";
import type { CitizenId } from "../kernel/ids.ts";
import type { Context } from "./context.ts";
import { type Declared, directivesOn } from "./directives.ts";
import { unauthenticated } from "./errors.ts";
import { forbidden } from "./forbidden.ts";
import { forEachField, type ObjectField } from "./object-fields.ts";
import { join, type Requirement, requirementOn, requirementsOf } from "./requirement.ts";
import type { Matter } from "./subjects.ts";

/**
 * Puts the check of @access in front of every field's resolver: the type's requirement and the field's own. This
 * is the only place that enforces access, whichever way a query takes to the field (nesting, node, interfaces,
 * unions), because in the end every value is read through a field of an object type.
 *
 * The schema itself is changed. Throws where a root field, or an object type, says nothing.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  forEachField(schema, (field, type) => {
    const isRoot = roots.includes(type);
    if (!requirementOn(isRoot ? field : type))
      throw new Error(`@access is missing on ${isRoot ? `${type.name}.${field.name}` : type.name}`);
    field.resolve = guard(field, type);
  });
  return schema;
}

/**
 * The personal scopes under which reading a field goes on record: those of the field itself, and those of its type
 * where that is a node. A person's data is entered by these two ways only; what hangs under them is told by them.
 */
function recordedScopes(type: GraphQLObjectType, field: Declared): readonly Scope[] {
  const isNode = type.getInterfaces().some(({ name }) => name === "Node");
  const asked = [isNode ? requirementOn(type) : undefined, requirementOn(field)];
  const scopes = asked.flatMap((requirement) => requirement?.scopes ?? []);
  return scopes.filter((scope) => PERSONAL_SCOPES.includes(scope));
}

/** Whether what a field says is about the person under whom it hangs, so that an officer's reading goes on record. */
const isPersonal = (field: Declared): boolean => directivesOn(field, "personal").length > 0;

/** All that the check of a field goes by. */
type Guarded = { readonly requirements: readonly Requirement[]; readonly reading: Reading };
type Reading = {
  readonly name: string;
  readonly recorded: readonly Scope[];
  readonly isPersonal: boolean;
};

function guard(field: ObjectField, type: GraphQLObjectType): NonNullable<ObjectField["resolve"]> {
  const { resolve = defaultFieldResolver } = field;
  // Found out at the first reading: a start would do so for thousands of fields.
  let known: Guarded | undefined;
  return (source, args, context: Context, info: GraphQLResolveInfo) => {
    known ??= guardedBy(field, type);
    const subject = context.subjects.of(source);
    checkAccess(known.requirements, context, source);
    const matter = context.subjects.matterOf(source);
    if (subject) noteReading(context, subject, known.reading, { source, matter });
    const result: unknown = resolve(source, args, context, info);
    if (!(result instanceof Promise)) return context.subjects.inherit(result, subject, matter);
    return result.then((value: unknown) => context.subjects.inherit(value, subject, matter));
  };
}

const guardedBy = (field: ObjectField, type: GraphQLObjectType): Guarded => ({
  requirements: requirementsOf(type, field),
  reading: {
    name: `${type.name}.${field.name}`,
    recorded: recordedScopes(type, field),
    isPersonal: isPersonal(field),
  },
});

/** An officer's view of the test mode is made up, and no person's. A partner's own mode is that of its key. */
const isTest = (source: unknown): boolean =>
  typeof source === "object" && source !== null && "mode" in source && source.mode === "test";

function noteReading(
  { actor, accessLog }: Context,
  subject: CitizenId,
  { name, recorded, isPersonal }: Reading,
  { source, matter }: { readonly source: unknown; readonly matter: Matter | undefined },
): void {
  const { kind } = actor;
  const isNoted =
    (kind === "PARTNER" && recorded.length > 0) || (kind === "OFFICER" && isPersonal && !isTest(source));
  if (!isNoted) return;
  accessLog.note(subject, name, kind === "PARTNER" ? recorded : [], matter);
}

/**
 * A partner's scopes towards one person: those of its key, of which the personal ones count only as far as that
 * person consented. Without a person in sight no personal scope counts, but for what is the partner's own enterprise's.
 */
function grantedScopes(
  { actor, consents }: Context,
  subject: CitizenId | undefined,
  source: unknown,
): readonly Scope[] {
  if (actor.kind !== "PARTNER") return [];
  if (enterpriseIn(source) === actor.creditCode) return actor.scopes;
  const consented = subject ? consents.scopesOf(subject) : [];
  return actor.scopes.filter((scope) => !PERSONAL_SCOPES.includes(scope) || consented.includes(scope));
}

/**
 * Whether the caller may have a field with these requirements that hangs under `source`, a root field where there is
 * none. Throws UNAUTHENTICATED or FORBIDDEN.
 */
export function checkAccess(requirements: readonly Requirement[], context: Context, source?: unknown): void {
  const { actor } = context;
  const granted = grantedScopes(context, context.subjects.of(source), source);
  if (requirements.every((one) => meets(one, actor, granted))) return;
  const together = join(requirements);
  if (actor.kind === "ANONYMOUS" && !together.to.includes("ANONYMOUS"))
    throw unauthenticated("UNAUTHENTICATED");
  // A caller of a kind that may come is told what it lacks, and not what it has.
  const unmet = requirements.filter((one) => !meets(one, actor, granted));
  const missing = together.to.includes(actor.kind) ? join(unmet) : together;
  throw forbidden({ ...missing, to: together.to }, actor, granted);
}

function meets({ to, scopes, roles }: Requirement, actor: Actor, granted: readonly Scope[]): boolean {
  if (!to.includes(actor.kind)) return false;
  if (actor.kind === "PARTNER") return scopes.every((scope) => granted.includes(scope));
  return actor.kind !== "OFFICER" || roles.length === 0 || roles.some((role) => actor.roles.includes(role));
}

/** The credit code of the enterprise whose matter an object of the response says it is. */
const enterpriseIn = (value: unknown): unknown =>
  typeof value === "object" &&
  value !== null &&
  "subject" in value &&
  typeof value.subject === "object" &&
  value.subject !== null &&
  "creditCode" in value.subject
    ? value.subject.creditCode
    : undefined;
