import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { findRemediesIn, readCase } from "../cases/index.ts";
import { askerOf } from "../catalogue/index.ts";
import { findLicenceOfCase, findLicencesOf, licenceByNumber } from "./find-licence.ts";
import { statusOf } from "./repository/electronic-licence.ts";
import { findRenewal } from "./repository/find-renewal.ts";

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
    status: ({ electronic }, _, { now }) => statusOf(electronic, dateAt(now)),
    holderName: ({ businessName }) => businessName,
    creditCode: ({ holder }) => holder,
    activities: ({ activities }) => [...activities],
    endedAt: ({ electronic }) => electronic.ended?.at ?? null,
    renewal: async ({ electronic, issuedOn }, _, { database, now, actor, secrets }) => {
      const found = await findRenewal({ database, now }, electronic, askerOf(actor, secrets));
      return found ? { ...found, opensOn: found.opensOn ?? issuedOn } : null;
    },
    remedies: async ({ electronic: { ended } }, _, context) => {
      const revokedIn = ended?.how === "REVOKED" ? ended.application : undefined;
      return (
        (revokedIn && (await findRemediesIn({ ...context, mode: context.actor.mode }, revokedIn))) ?? null
      );
    },
    application: async ({ issuedIn }, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "OFFICER");
      return (issuedIn && (await readCase({ database, mode: actor.mode, actor, now }, issuedIn))) ?? null;
    },
  },
};
