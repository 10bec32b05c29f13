import type { Resolvers } from "../../api/generated/types.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { licenceByNumber } from "./find-licence.ts";
import { LICENCE_TYPES, renewalWindow, statusOf, validUntil } from "./licence.ts";
import { licenceOfCase, listOfHolder } from "./store.ts";

export const licenceResolvers: Resolvers = {
  Query: {
    licence: async (_, { number }, { database, actor }) =>
      (await licenceByNumber({ database, mode: actor.mode }, number)) ?? null,
  },
  Application: {
    licence: async ({ id }, _, { database, actor }) =>
      (await licenceOfCase({ database, mode: actor.mode }, id)) ?? null,
  },
  Enterprise: {
    licences: async ({ creditCode, mode }, _, { database }) =>
      (
        await Promise.all(LICENCE_TYPES.map((type) => listOfHolder({ database, mode }, creditCode, type)))
      ).flat(),
  },
  Licence: {
    status: (licence, _, { now }) => statusOf(licence, dateAt(now)),
    holderName: ({ businessName }) => businessName,
    creditCode: ({ holder }) => holder,
    activities: ({ activities }) => [...activities],
    department: ({ department, departmentName }) => ({ code: department, name: departmentName }),
    validUntil: (licence) => validUntil(licence),
    endedAt: ({ ended }) => ended?.at ?? null,
    renewal: (licence) => (licence.ended ? null : renewalWindow(licence)),
  },
};
