import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { type Connection, connection, type PagingArguments, paging } from "../../../api/relay.ts";
import { personAs, type Subject, subjectKey } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { type ElectronicLicence, identifierOf, statusOf } from "./electronic-licence.ts";
import {
  findElectronicLicenceOfCase,
  findLicencesOf,
  findOwnLicence,
  findVersions,
  type HeldPlace,
  hasLicences,
  typeOf,
} from "./find-held-licences.ts";

type Listed = Promise<Connection<ElectronicLicence>>;

async function page(holder: Subject, mode: Mode, args: PagingArguments, context: Context): Listed {
  const { database, now, secrets } = context;
  const list = `electronic licences ${subjectKey(holder)}`;
  const wanted = paging<HeldPlace>(args, list, secrets);
  const { licences, more } = await findLicencesOf({ database, mode, now }, holder, wanted);
  const entries = licences.map((node) => ({ node, position: { type: node.type, id: node.id } }));
  return connection(entries, more, { list, ...wanted }, secrets);
}

const none = ({ secrets }: Context) => connection<ElectronicLicence, HeldPlace>([], false, NONE, secrets);

const NONE = { list: "electronic licences of a stranger", first: 1 };

export const repositoryNodes: NodeLoaders = {
  lic: async (id, { actor, database, now }) => {
    if (actor.kind !== "CITIZEN") return undefined;
    const licence = await findOwnLicence({ database, mode: actor.mode, now }, id, actor.id);
    return licence && { __typename: "ElectronicLicence", ...licence };
  },
};

export const repositoryResolvers: Resolvers = {
  Citizen: {
    licences: ({ citizenId, mode }, args, context) => page(personAs(citizenId), mode, args, context),
  },
  Principal: {
    licences: ({ subject, mode, standing }, args, context) =>
      standing.capacity === "GUARDIAN" ? page(subject, mode, args, context) : none(context),
  },
  Enterprise: {
    electronicLicences: ({ subject, mode, callersStanding: standing }, args, context) =>
      hasLicences(standing) ? page(subject, mode, args, context) : none(context),
  },
  Application: {
    electronicLicence: async ({ id }, _, { database, actor, now }) =>
      (await findElectronicLicenceOfCase({ database, mode: actor.mode, now }, id)) ?? null,
  },
  ElectronicLicence: {
    identifier: (licence) => identifierOf(licence),
    type: (licence, _, { database }) => typeOf({ database }, licence),
    status: (licence, _, { now }) => statusOf(licence, dateAt(now)),
    issuedOn: ({ current }) => current.issuedOn,
    validUntil: ({ current }) => current.validUntil ?? null,
    issuer: ({ current }) => current.issuer,
    content: ({ current }) => current.content,
    suspendedAt: ({ suspended }) => suspended?.at ?? null,
    endedAt: ({ ended }) => ended?.at ?? null,
    versions: async (licence, _, { database, actor }) =>
      (await findVersions({ database, mode: actor.mode }, licence)).map((current) => ({
        ...current,
        identifier: identifierOf({ ...licence, current }),
        validUntil: current.validUntil ?? null,
      })),
  },
};
