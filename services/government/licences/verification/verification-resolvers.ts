import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { personAs } from "../../../field/subject.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { statusOf } from "../repository/electronic-licence.ts";
import { findLicencesOf, type HeldPlace } from "../repository/find-held-licences.ts";
import { findFilledLicence } from "./find-filled-licence.ts";
import { findVerifications } from "./find-verifications.ts";
import { typeOf } from "./remembered-types.ts";
import { statedFields } from "./stated-fields.ts";
import { putOnRecord, type Verified, verifyLicence } from "./verify-licence.ts";

export const verificationResolvers: Resolvers = {
  Query: {
    verifyLicence: async (_, { identifier, holderEnding }, context) => {
      const { mode } = context.actor;
      const stated = { identifier, holderEnding: holderEnding ?? undefined };
      const verified = await verifyLicence({ ...context, actor: context.actor, mode }, stated);
      return verified ? answerOf(verified) : null;
    },
  },
  Citizen: {
    verifiedLicences: async ({ citizenId, mode }, args, { database, now, secrets }) => {
      const list = `licences to verify ${citizenId}`;
      const wanted = paging<HeldPlace>(args, list, secrets);
      const { licences, more } = await findLicencesOf({ database, mode, now }, personAs(citizenId), wanted);
      const entries = licences.map((node) => ({ node, position: { type: node.type, id: node.id } }));
      return connection(entries, more, { list, ...wanted }, secrets);
    },
  },
  FilledMaterial: {
    licence: async ({ source, ...filled }, _, context) =>
      source === "LICENCES" ? ((await findFilledLicence(context, filled)) ?? null) : null,
  },
  FilledLicence: { fields: ({ fields }) => [...fields] },
  VerifiedLicenceEdge: {
    node: async ({ node }, _, context) => {
      const { database, now, runtime, log } = context;
      const actor = actorAs(context, "PARTNER");
      await putOnRecord({ database, mode: actor.mode, actor, now, runtime, log }, node, "BY_CONSENT");
      return node;
    },
  },
  VerifiedLicence: {
    name: async (licence, _, context) => (await typeOf(context, licence, licence.current)).name,
    status: (licence, _, { now }) => statusOf(licence, dateAt(now)),
    validUntil: ({ current }) => current.validUntil ?? null,
    fields: async (licence, _, context) => [
      ...statedFields(licence.current, await typeOf(context, licence, licence.current)),
    ],
  },
  ElectronicLicence: {
    verifications: async ({ id }, args, context) => {
      const { database, now, secrets } = context;
      const actor = actorAs(context, "CITIZEN");
      const list = `verifications ${id}`;
      const wanted = paging<string>(args, list, secrets);
      const entries = await findVerifications({ database, mode: actor.mode, now }, id, actor.id, wanted);
      return connection(entries, false, { list, ...wanted }, secrets);
    },
  },
  LicenceVerification: {
    partner: ({ partner }) => partner ?? null,
    purpose: ({ purpose }) => purpose ?? null,
  },
};

function answerOf({ status, name, confirmed }: Verified) {
  if (!confirmed) return { status, name, details: null };
  const { version, type } = confirmed;
  const { issuer, issuedOn, validUntil } = version;
  const fields = [...statedFields(version, type)];
  return { status, name, details: { issuer, issuedOn, validUntil: validUntil ?? null, fields } };
}
