import type { Resolvers } from "../../api/generated/types.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { findLicenceOfCase, findLicencesOf, licenceByNumber } from "./find-licence.ts";
import { renewalOf, statusOf, validUntil } from "./licence.ts";

export const licenceResolvers: Resolvers = {
  Query: {
    licence: async (_, { number }, { database, actor, now }) =>
      (await licenceByNumber({ database, now, mode: actor.mode }, number)) ?? null,
  },
  Application: {
    licence: async ({ id }, _, { database, actor, now }) =>
      (await findLicenceOfCase({ database, now, mode: actor.mode }, id)) ?? null,
  },
  Enterprise: {
    licences: async ({ creditCode, mode }, _, { database, now }) => [
      ...(await findLicencesOf({ database, now, mode }, creditCode)),
    ],
  },
  Licence: {
    status: (licence, _, { now }) => statusOf(licence, dateAt(now)),
    holderName: ({ businessName }) => businessName,
    creditCode: ({ holder }) => holder,
    activities: ({ activities }) => [...activities],
    department: ({ department, departmentName }) => ({ code: department, name: departmentName }),
    validUntil: (licence) => validUntil(licence),
    endedAt: ({ ended }) => ended?.at ?? null,
    renewal: (licence) => renewalOf(licence) ?? null,
  },
};
