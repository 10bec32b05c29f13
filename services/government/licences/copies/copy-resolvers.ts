import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { connection, paging } from "../../../api/relay.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { identifierOf, statusOf } from "../repository/electronic-licence.ts";
import { findOwnLicence, typeOf } from "../repository/find-held-licences.ts";
import { LANGUAGES } from "../repository/languages.ts";
import { readFields } from "../repository/licence-fields.ts";
import { pdfOf, svgOf } from "../repository/page-ports.ts";
import { partOf } from "../wallet/licence-code.ts";
import { drawCopy, findCopyRendering } from "./copy-rendering.ts";
import { type CopyPlace, findCopies, findOwnCopy, findUses } from "./find-copies.ts";
import { copyStatus } from "./licence-copy.ts";
import { revokeLicenceCopy } from "./revoke-licence-copy.ts";
import { type ShareRefusal, shareLicence } from "./share-licence.ts";
import { useLicenceCopy } from "./use-licence-copy.ts";

export const copyNodes: NodeLoaders = {
  lcp: async (id, { actor, database, now }) => {
    if (actor.kind !== "CITIZEN") return undefined;
    const found = await findOwnCopy({ database, mode: actor.mode, now }, id, actor.id);
    return found && { __typename: "LicenceCopy", ...found.copy };
  },
};

const drawPorts = ({ database, actor, now, config }: Context) => ({
  ...{ database, mode: actor.mode, now, config },
});

export const copyResolvers: Resolvers = {
  Mutation: {
    shareLicence: async (_, { idempotencyKey, input }, context) => {
      const { database, commit, now, requestId, secrets, runtime, parts, config } = context;
      const actor = actorAs(context, "CITIZEN");
      const ports = { database, commit, now, requestId, secrets, runtime, parts, config };
      const shared = await shareLicence({ ...ports, actor, mode: actor.mode }, idempotencyKey, input);
      return shared.ok ? { __typename: "SharedLicenceCopy", ...shared.value } : toRefusal(shared.error);
    },
    revokeLicenceCopy: async (_, { id }, context) => {
      const { database, commit, now, requestId } = context;
      const actor = actorAs(context, "CITIZEN");
      const ports = { database, commit, now, requestId, actor, mode: actor.mode };
      const revoked = await revokeLicenceCopy(ports, id);
      return revoked.ok
        ? { __typename: "LicenceCopy", ...revoked.value }
        : { __typename: "NotFound", ...revoked.error };
    },
    useLicenceCopy: async (_, { code }, context) => {
      const { database, commit, now, requestId, secrets } = context;
      const actor = actorAs(context, "ANONYMOUS", "CITIZEN", "PARTNER");
      const ports = { database, commit, now, requestId, secrets, actor, mode: actor.mode };
      const used = await useLicenceCopy(ports, code);
      if (used.ok) return { __typename: "UsedLicenceCopy", ...used.value };
      switch (used.error.code) {
        case "LICENCE_COPY_UNKNOWN":
          return { __typename: "NotFound", code: used.error.code };
        case "TOO_MANY_GUESSES":
          return { __typename: "TooManyGuesses", ...used.error };
        default:
          return { __typename: "LicenceCopyRefused", code: used.error.code };
      }
    },
  },
  ElectronicLicence: {
    copies: async ({ id }, args, context) => {
      const { database, now, secrets } = context;
      const actor = actorAs(context, "CITIZEN");
      const list = `copies ${id}`;
      const wanted = paging<CopyPlace>(args, list, secrets);
      const ports = { database, mode: actor.mode, now };
      const { copies, more } = await findCopies(ports, id, actor.id, wanted);
      const entries = copies.map((node) => ({ node, position: { at: node.sharedAt, copy: node.id } }));
      return connection(entries, more, { list, ...wanted }, secrets);
    },
  },
  LicenceCopy: {
    licence: async ({ licence }, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN");
      return (await findOwnLicence({ database, mode: actor.mode, now }, licence, actor.id)) ?? null;
    },
    status: (copy, _, { now }) => copyStatus(copy, now),
    case: (copy) => copy.case ?? null,
    fields: ({ fields }) => [...fields],
    revokedAt: ({ revokedAt }) => revokedAt ?? null,
    log: async ({ id }, args, { database, actor, secrets }) => {
      const list = `uses ${id}`;
      const wanted = paging<string>(args, list, secrets);
      const { uses, more } = await findUses({ database, mode: actor.mode }, id, wanted);
      return connection(uses, more, { list, ...wanted }, secrets);
    },
    svg: async (copy, { language }, context) =>
      svgOf(await findCopyRendering(drawPorts(context), copy, LANGUAGES[language])),
    pdf: async (copy, { language }, context) =>
      pdfOf(await findCopyRendering(drawPorts(context), copy, LANGUAGES[language])),
  },
  LicenceCopyVerifier: {
    partner: ({ partner }) => partner ?? null,
  },
  LicenceCopyUse: {
    partner: ({ partner }) => partner ?? null,
    refused: ({ refused }) => refused ?? null,
  },
  UsedLicenceCopy: {
    number: ({ copy }) => copy.id,
    verifier: ({ copy }) => copy.verifier,
    purpose: ({ copy }) => copy.purpose,
    case: ({ copy }) => copy.case ?? null,
    sharedAt: ({ copy }) => copy.sharedAt,
    until: ({ copy }) => copy.until,
    usesLeft: ({ copy }) => copy.uses - copy.used,
    type: ({ licence }, _, { database }) => typeOf({ database }, licence),
    status: ({ licence }, _, { now }) => statusOf(licence, dateAt(now)),
    identifier: ({ licence }) => identifierOf(licence),
    licenceNumber: ({ licence }) => licence.number,
    issuer: ({ licence }) => licence.current.issuer,
    issuedOn: ({ licence }) => licence.current.issuedOn,
    validUntil: ({ licence }) => licence.current.validUntil ?? null,
    content: ({ copy, licence }) => partOf(licence.current.content, copy.fields),
    fields: async ({ copy, licence }, _, { database }) =>
      readFields(await typeOf({ database }, licence), partOf(licence.current.content, copy.fields)).map(
        ({ name: field, label, text: value }) => ({ field, label, value }),
      ),
    svg: async ({ copy, licence }, { language }, context) =>
      svgOf(await drawCopy(drawPorts(context), copy, licence, LANGUAGES[language])),
    pdf: async ({ copy, licence }, { language }, context) =>
      pdfOf(await drawCopy(drawPorts(context), copy, licence, LANGUAGES[language])),
  },
};

function toRefusal(error: ShareRefusal) {
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  switch (error.code) {
    case "ELECTRONIC_LICENCE_NOT_FOUND":
      return { __typename: "NotFound", code: error.code } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", code: error.code } as const;
    case "SECRET_NO_LONGER_SHOWN":
      return { __typename: "SecretNoLongerShown", ...error } as const;
    default:
      return { __typename: "LicenceNotShown", ...error } as const;
  }
}
