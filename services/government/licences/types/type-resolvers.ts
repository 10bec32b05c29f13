import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import { materialOf, reviewOf } from "../../catalogue/index.ts";
import { findEditedType, findEditedTypes, findLicenceType, findLicenceTypes } from "./find-licence-types.ts";
import { definerOf } from "./licence-type.ts";
import { type PublishTypeRefusal, publishLicenceType } from "./publish-licence-type.ts";
import { publishableType } from "./publishable-type.ts";
import { saveLicenceTypeDraft } from "./save-licence-type-draft.ts";

const MUTATIONS = {
  save: "saveLicenceTypeDraft",
  publish: "publishLicenceType",
} as const;

const STATES = { PUBLISHED: { zh: "已发布", en: "Published" } };

export const licenceTypeResolvers: Resolvers = {
  HouseholdAsk: {
    licenceType: async ({ item, ask }, _, { database }) => {
      const code = materialOf(item, ask.material)?.replacedByLicence;
      return (code && (await findLicenceType(code, undefined, database))) || null;
    },
  },
  Query: {
    licenceTypes: async (_, args, { database, secrets }) => {
      const list = "licence types";
      const page = paging<string>(args, list, secrets);
      const { types, more } = await findLicenceTypes(page, database);
      const entries = types.map((node) => ({ node, position: node.code }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    licenceType: async (_, { code, version }, { database }) =>
      (await findLicenceType(code, version ?? undefined, database)) ?? null,
    editedLicenceTypes: async (_, args, context) => {
      const { database, secrets } = context;
      const list = "edited licence types";
      const page = paging<string>(args, list, secrets);
      const { types, more } = await findEditedTypes(actorAs(context, "OFFICER"), page, database);
      const entries = types.map((node) => ({ node, position: node.code }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    editedLicenceType: async (_, { code }, context) =>
      (await findEditedType(code, actorAs(context, "OFFICER"), context.database)) ?? null,
  },
  Mutation: {
    saveLicenceTypeDraft: async (_, { input }, context) => {
      const result = await saveLicenceTypeDraft(input, editor(context), context);
      if (result.ok) return { __typename: "LicenceType", ...result.value };
      const { error } = result;
      if (!("path" in error)) return { __typename: "OutsideJurisdiction", ...error };
      return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
    },
    publishLicenceType: async (_, { code, ...publication }, context) => {
      const result = await publishLicenceType(code, publication, editor(context), context);
      return result.ok ? { __typename: "LicenceType", ...result.value } : refusalOf(result.error);
    },
  },
  LicenceType: {
    definedBy: (type) => definerOf(type),
    publishedAt: ({ publishedAt }) => publishedAt ?? null,
    validity: ({ validity }) => ({
      kind: validity.kind,
      months: validity.kind === "MONTHS" ? validity.months : null,
      field: validity.kind === "STATED" ? validity.field : null,
    }),
    issuers: ({ issuers }) => issuers.map((issuer) => ({ ...issuer, until: issuer.until ?? null })),
    template: ({ template }) => template ?? null,
    directory: ({ directory }) => directory ?? null,
  },
  LicenceDirectoryEntry: {
    definerLevel: ({ definerLevel }) => definerLevel ?? null,
    issuerLevel: ({ issuerLevel }) => issuerLevel ?? null,
  },
  TemplateBlock: {
    heading: ({ heading }) => heading ?? null,
  },
  TemplateCell: {
    field: (cell) => ("field" in cell ? cell.field : null),
    place: (cell) => ("place" in cell ? cell.place : null),
    sensitive: (cell) => "field" in cell && cell.sensitive === true,
  },
  EditedLicenceType: {
    published: async ({ code, head }, _, { database }) =>
      (head && (await findLicenceType(code, head.version, database))) ?? null,
    violations: ({ draft, head }, _, { parts }) => {
      const checked = publishableType(draft, head, reviewOf(parts.heldValues));
      return checked.ok ? [] : [...checked.error.violations];
    },
    availableActions: ({ availableActions }) => availableActions.map((action) => MUTATIONS[action]),
  },
};

const editor = (context: Context) => ({ actor: actorAs(context, "OFFICER"), now: context.now });

function refusalOf(error: PublishTypeRefusal) {
  if ("path" in error) return { __typename: "InvalidInput" as const, ...error, path: [...error.path] };
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound" as const, ...error };
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction" as const, ...error };
    case "NOT_PUBLISHABLE":
      return { __typename: "NotPublishable" as const, ...error };
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(
        STATES,
        error.state,
        error.availableActions.map((action) => MUTATIONS[action]),
      );
    case "SAME_OFFICER":
      return { __typename: "SameOfficer" as const, ...error };
  }
}
