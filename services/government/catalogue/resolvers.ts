import { actorAs, type Context } from "../../api/context.ts";
import { badInput } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { messageOf, notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { regionName } from "../../field/named-region.ts";
import { MUTATIONS } from "./edited-item.ts";
import { findDepartments, findDepartmentsOf } from "./find-departments.ts";
import { findLifeEvents } from "./find-life-events.ts";
import {
  findDraft,
  findItemById,
  findRollOut,
  findRollOutChanges,
  findServiceItem,
  findServiceItems,
} from "./find-service-items.ts";
import { formPages } from "./forms/form-pages.ts";
import { extensionOf } from "./item-times.ts";
import { askerOf, type PilotLimits } from "./pilot.ts";
import { type PublishRefusal, publishServiceItem } from "./publish-service-item.ts";
import { rollOutServiceItem } from "./roll-out-service-item.ts";
import { saveServiceItemDraft } from "./save-service-item-draft.ts";
import { itemId, type ServiceItem } from "./service-item.ts";
import { timeLimits } from "./time-limits.ts";

const ITEM_STATES = {
  DRAFT: { zh: "草稿", en: "Draft" },
  PUBLISHED: { zh: "已发布", en: "Published" },
};

const limitsResolvers = {
  sharePercent: ({ sharePercent }: PilotLimits) => sharePercent ?? null,
  partners: ({ partners }: PilotLimits) => partners ?? [],
};

export const catalogueNodes: NodeLoaders = {
  itm: async (id, { actor, database }) => {
    const item = await findItemById(id, actor, database);
    return item && { __typename: "ServiceItem", ...item };
  },
};

export const catalogueResolvers: Resolvers = {
  Query: {
    serviceItems: async (
      _,
      { region, audience, lifeEvent, search, ...args },
      { actor, database, secrets },
    ) => {
      const asker = askerOf(actor, secrets);
      const terms = {
        audience: audience ?? undefined,
        lifeEvent: lifeEvent ?? undefined,
        search: search ?? "",
      };
      const filter = { region, ...terms, asker };
      const list = `serviceItems ${JSON.stringify([region, audience ?? null, lifeEvent ?? null, terms.search])}`;
      const page = paging<string>(args, list, secrets);
      const found = await findServiceItems(filter, page, database);
      if (!found.ok) throw badInput(found.error.code, found.error.values);
      const entries = found.value.items.map((node) => ({ node, position: node.code }));
      return connection(entries, found.value.more, { list, ...page }, secrets);
    },
    lifeEvents: async (_, { region }, { actor, database, secrets }) => [
      ...(await findLifeEvents({ region, asker: askerOf(actor, secrets) }, database)),
    ],
    serviceItem: async (_, { code, region, version }, { actor, database, secrets }) => {
      const wish = { region: region ?? undefined, version: version ?? undefined };
      return (await findServiceItem(code, { ...wish, asker: askerOf(actor, secrets) }, database)) ?? null;
    },
    serviceItemDraft: async (_, { code }, context) =>
      (await findDraft(code, actorAs(context, "OFFICER"), context.database)) ?? null,
  },
  Mutation: {
    saveServiceItemDraft: async (_, { input }, context) => {
      const result = await saveServiceItemDraft(input, editor(context), context);
      if (result.ok) return answerOf(result.value);
      const { error } = result;
      if (!("path" in error)) return { __typename: "OutsideJurisdiction", ...error };
      return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
    },
    publishServiceItem: async (_, { code, ...publication }, context) => {
      const result = await publishServiceItem(code, publication, editor(context), context);
      return result.ok ? answerOf(result.value) : refusalOf(result.error);
    },
    rollOutServiceItem: async (_, { code, pilot, ...how }, context) => {
      const limits = pilot && {
        sharePercent: pilot.sharePercent ?? undefined,
        partners: pilot.partners ?? [],
      };
      const wish = { ...how, ...(limits ? { pilot: limits } : {}) };
      const result = await rollOutServiceItem(code, wish, editor(context), context);
      return result.ok ? answerOf(result.value) : refusalOf(result.error);
    },
  },
  Viewer: {
    departments: async (_, __, context) => [
      ...(await findDepartments(actorAs(context, "OFFICER"), context.database)),
    ],
  },
  Officer: {
    departments: async (id, _, { database }) => [...(await findDepartmentsOf(id, database))],
  },
  WorkflowStep: {
    department: ({ department }) => department ?? null,
    jointly: ({ jointly }) => jointly ?? false,
    fourEyes: ({ fourEyes }) => fourEyes ?? false,
    checklist: ({ checklist }) => checklist ?? [],
  },
  Material: {
    licenceOf: ({ licenceOf }) => licenceOf ?? "OWN",
    licenceFields: ({ licenceFields }) => [...(licenceFields ?? [])],
  },
  ServiceItem: {
    id: (item) => itemId(item),
    publishedAt: ({ publishedAt }) => publishedAt ?? null,
    handedInAt: ({ handedInAt }) => [...(handedInAt ?? [])],
    lifeEvents: ({ lifeEvents }) => [...(lifeEvents ?? [])],
    statutoryDays: ({ statutoryDays }) => statutoryDays ?? "WORKING",
    limitCoversDelivery: ({ limitCoversDelivery }) => limitCoversDelivery ?? false,
    rule: ({ rule }) => rule ?? null,
    effect: ({ effect }) => effect ?? null,
    licence: ({ licence }) => licence ?? null,
    handling: ({ handling }) => handling ?? "ORDINARY",
    extension: (item) => extensionOf(item),
    ownFromAge: ({ ownFromAge }) => ownFromAge ?? null,
    extensionWorkingDays: ({ extensionWorkingDays }) => extensionWorkingDays ?? null,
    stake: ({ effect }, _, { parts }) => (effect && parts.effects.get(effect)?.stake) ?? null,
    formPages: ({ form }) => formPages(form),
    timeLimits: (item, { receivedOn }) => timeLimits(item, receivedOn),
    rollOut: (item, _, { database }) => findRollOut(item, database),
    rollOutHistory: async (item, args, { database, secrets }) => {
      const list = `roll-out ${item.code}`;
      const page = paging<number>(args, list, secrets);
      const { changes, more } = await findRollOutChanges(item, page, database);
      const entries = changes.map((node) => ({ node, position: node.revision }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  WindowAgreement: {
    regionName: ({ region }) => regionName(region),
    until: ({ until }) => until ?? null,
  },
  RollOut: limitsResolvers,
  RollOutStageOfRegion: limitsResolvers,
  Violation: { message: messageOf },
  RollOutChange: { officer: ({ by }) => by },
};

const editor = (context: Context) => ({ actor: actorAs(context, "OFFICER"), now: context.now });

const answerOf = (item: ServiceItem) => ({ __typename: "ServiceItem", ...item }) as const;

function refusalOf(error: PublishRefusal) {
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction", ...error } as const;
    case "SAME_OFFICER":
      return { __typename: "SameOfficer", ...error } as const;
    case "NOT_PUBLISHABLE":
      return { __typename: "NotPublishable", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(
        ITEM_STATES,
        error.state,
        error.availableActions.map((action) => MUTATIONS[action]),
      );
  }
}
