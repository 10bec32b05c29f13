import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from "graphql";
import { isIntrospectionType, isObjectType } from "graphql";
import type { Context } from "../../../services/api/context.ts";
import { type PlatformError, platformError } from "../../../services/api/errors.ts";
import {
  type Actor,
  ANONYMOUS,
  type Officer,
  type Partner,
  PERSONAL_SCOPES,
  ROLES,
  type Role,
  SCOPES,
  type Scope,
} from "../../../services/kernel/actor.ts";
import type { CitizenId, KeyId } from "../../../services/kernel/ids.ts";
import type { TestPlatform } from "../../support/platform.ts";

/** A kind of caller, under the name that the table gives it. */
export type Caller = {
  readonly name: string;
  readonly actor: Actor;
  /** The scopes to which the person whose data is read consented. */
  readonly consented: readonly Scope[];
};

const PERSON: CitizenId = "ctz_0123456789abcdef";

const officer = (roles: readonly Role[]): Officer => ({
  kind: "OFFICER",
  mode: "live",
  id: "ofc_0123456789abcdef",
  roles,
  jurisdiction: { regionPrefix: "", departments: [] },
});

const partner = (scopes: readonly Scope[]): Partner => ({
  kind: "PARTNER",
  mode: "live",
  id: "ptn_0123456789abcdef",
  name: "京城便民科技有限公司",
  creditCode: "11100000000013338W",
  keyId: "0123456789abcdef" as KeyId,
  scopes,
});

/** Every kind of caller: each role alone, each scope alone, and each lack of the key's or of the person's yes. */
export const CALLERS: readonly Caller[] = [
  { name: "anonymous", actor: ANONYMOUS, consented: [] },
  { name: "citizen", actor: { kind: "CITIZEN", mode: "live", id: PERSON }, consented: [] },
  { name: "officer", actor: officer([]), consented: [] },
  ...ROLES.map((role) => ({ name: `officer:${role}`, actor: officer([role]), consented: [] })),
  { name: "partner", actor: partner([]), consented: SCOPES },
  { name: "partner:no consent", actor: partner(SCOPES), consented: [] },
  ...SCOPES.map((scope) => ({ name: `partner:${scope}`, actor: partner([scope]), consented: [scope] })),
  ...PERSONAL_SCOPES.map((scope) => ({
    name: `partner:all-${scope}`,
    actor: partner(SCOPES),
    consented: SCOPES.filter((other) => other !== scope),
  })),
  { name: "partner:all", actor: partner(SCOPES), consented: SCOPES },
];

/** The callers' names as the table has them; a whole family of callers under one name. */
export function namesOf(callers: readonly Caller[]): string {
  const names = callers.map(({ name }) => name);
  for (const [family, members] of FAMILIES) {
    if (members.length > 1 && members.every((name) => names.includes(name))) {
      names.splice(0, names.length, ...names.filter((name) => !members.includes(name)), family);
    }
  }
  return names.sort().join(", ");
}

const kindNamed = (kind: Actor["kind"]): string[] =>
  CALLERS.filter(({ actor }) => actor.kind === kind).map(({ name }) => name);

/** Partners that have at least these scopes, and the person's consent to those of them that need it. */
const partnersWith = (...needed: readonly Scope[]): string[] =>
  CALLERS.filter(
    ({ actor, consented }) =>
      actor.kind === "PARTNER" &&
      needed.every(
        (scope) =>
          actor.scopes.includes(scope) && (consented.includes(scope) || !PERSONAL_SCOPES.includes(scope)),
      ),
  ).map(({ name }) => name);

const pairs = SCOPES.flatMap((one, i) => SCOPES.slice(i + 1).map((other) => [one, other] as const));

const FAMILIES: readonly (readonly [string, readonly string[]])[] = [
  ["everybody", CALLERS.map(({ name }) => name)],
  ["any officer", kindNamed("OFFICER")],
  ["any partner", kindNamed("PARTNER")],
  ...SCOPES.map((scope) => [`partner with ${scope}`, partnersWith(scope)] as const),
  ...pairs.map(([one, other]) => [`partner with ${one} and ${other}`, partnersWith(one, other)] as const),
];

/** "Type.field" of every object type, in the order of their names. */
export const fieldsOf = (schema: GraphQLSchema): readonly { type: GraphQLObjectType; name: string }[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((name) => ({ type, name })) : [],
    );

type FieldOf = { readonly type: GraphQLObjectType; readonly name: string };

/** Whether the enforced schema lets a caller through to a field of that person's data. */
export const isLetThrough = async (
  platform: TestPlatform,
  caller: Caller,
  field: FieldOf,
): Promise<boolean> => (await refusalTo(platform, caller, field)) === undefined;

/**
 * How the enforced schema refuses a caller a field of that person's data. It does not matter how the field's
 * resolver ends, for it has nothing in its hands: only a refusal by access is a refusal here.
 */
export async function refusalTo(
  platform: TestPlatform,
  { actor, consented }: Caller,
  { type, name }: FieldOf,
): Promise<PlatformError | undefined> {
  const context: Context = {
    ...platform.context(actor),
    consents: {
      prefetch: () => undefined,
      open: async () => [],
      scopesOf: () => consented,
    },
    accessLog: { note: () => undefined, write: async () => undefined },
  };
  const source = context.subjects.inherit({ citizenId: PERSON }, undefined);
  const field = type.getFields()[name];
  try {
    await field?.resolve?.(source, {}, context, { fieldName: name } as GraphQLResolveInfo);
    return undefined;
  } catch (error) {
    const refusal = platformError(error);
    return refusal?.code === "UNAUTHENTICATED" || refusal?.code === "FORBIDDEN" ? refusal : undefined;
  }
}
