import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import type { OutsideJurisdiction, Violation } from "../../catalogue/index.ts";
import { type AgreeToTrustRefusal, agreeToTrust } from "./agree-to-trust.ts";
import {
  findTrustDraft,
  findTrustDrafts,
  findTrustViolations,
  findTrustWarnings,
} from "./find-trust-drafts.ts";
import { findIssuers, findMappings, findTrustList, findTrustListVersions } from "./find-trust-list.ts";
import { trustListKey } from "./issue-trust-list.ts";
import { type KeyCompromiseRefusal, recordKeyCompromise } from "./record-key-compromise.ts";
import { saveIssuerDraft, saveMappingDraft } from "./save-trust-draft.ts";
import type { TrustEntry, TrustPart } from "./trust-part.ts";

const STATES = { AGREED: { zh: "已同意", en: "Agreed to" } };

const MUTATIONS = { agree: "agreeToTrust", compromise: "recordKeyCompromise" } as const;
const SAVE = { ISSUER: "saveTrustedIssuerDraft", MAPPING: "saveLicenceMappingDraft" } as const;

export const trustResolvers: Resolvers = {
  Query: {
    trustList: async (_, { version }, { database }) =>
      (await findTrustList(version ?? undefined, database)) ?? null,
    trustListVersions: async (_, args, { database, secrets }) => {
      const list = "trust list versions";
      const page = paging<number>(args, list, secrets);
      const { versions, more } = await findTrustListVersions(page, database);
      const entries = versions.map((node) => ({ node, position: node.version }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    trustListKey: (_, __, { secrets, actor }) => trustListKey({ secrets, mode: actor.mode }),
    trustDrafts: async (_, args, context) => {
      const { database, secrets } = context;
      const list = "trust drafts";
      const page = paging<TrustEntry>(args, list, secrets);
      const { drafts, more } = await findTrustDrafts(actorAs(context, "OFFICER"), page, database);
      const entries = drafts.map((node) => ({ node, position: { kind: node.kind, code: node.code } }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    trustDraft: async (_, entry, context) =>
      (await findTrustDraft(entry, actorAs(context, "OFFICER"), context.database)) ?? null,
  },
  Mutation: {
    saveTrustedIssuerDraft: async (_, { input }, context) => {
      const result = await saveIssuerDraft(input, editor(context), context);
      return result.ok ? { __typename: "TrustedIssuer", ...result.value } : unsaved(result.error);
    },
    saveLicenceMappingDraft: async (_, { input }, context) => {
      const result = await saveMappingDraft(input, editor(context), context);
      return result.ok ? { __typename: "LicenceMapping", ...result.value } : unsaved(result.error);
    },
    agreeToTrust: async (_, { kind, code, ...publication }, context) => {
      const result = await agreeToTrust({ kind, code }, publication, editor(context), context);
      return result.ok ? partOf(result.value) : unagreed({ kind, code }, result.error);
    },
    recordKeyCompromise: async (_, { issuer, ...compromise }, context) => {
      const result = await recordKeyCompromise(issuer, compromise, editor(context), context);
      return result.ok ? { __typename: "TrustedIssuer", ...result.value } : uncompromised(result.error);
    },
  },
  TrustList: {
    issuers: async ({ version }, args, { database, secrets }) => {
      const list = `trusted issuers ${version}`;
      const page = paging<string>(args, list, secrets);
      const { parts, more } = await findIssuers(version, page, database);
      const entries = parts.map((node) => ({ node, position: node.code }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    mappings: async ({ version }, args, { database, secrets }) => {
      const list = `licence mappings ${version}`;
      const page = paging<string>(args, list, secrets);
      const { parts, more } = await findMappings(version, page, database);
      const entries = parts.map((node) => ({ node, position: node.code }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  TrustedIssuer: {
    keys: ({ keys }) =>
      keys.map(({ until = null, compromisedSince = null, ...key }) => ({ ...key, until, compromisedSince })),
    types: ({ types }) => types.map(({ until = null, ...type }) => ({ ...type, until })),
  },
  LicenceMapping: { until: ({ until }) => until ?? null },
  TrustDraft: {
    draft: ({ draft }) => partOf(draft),
    violations: async ({ kind, code }, _, { database }) => [
      ...(await findTrustViolations({ kind, code }, database)),
    ],
    warnings: async ({ kind, code }, _, { database, now }) => [
      ...(await findTrustWarnings({ kind, code }, { database, now })),
    ],
    inForce: ({ inForce }) => (inForce ? partOf(inForce) : null),
    availableActions: ({ kind, availableActions }) =>
      availableActions.map((action) => (action === "save" ? SAVE[kind] : MUTATIONS[action])),
  },
};

const editor = (context: Context) => ({ actor: actorAs(context, "OFFICER"), now: context.now });

/** A part with the name that the schema has for its kind. */
const partOf = (part: TrustPart) =>
  part.kind === "ISSUER"
    ? ({ __typename: "TrustedIssuer", ...part } as const)
    : ({ __typename: "LicenceMapping", ...part } as const);

const unsaved = (error: Violation | OutsideJurisdiction) =>
  "path" in error
    ? ({ __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const)
    : ({ __typename: "OutsideJurisdiction", ...error } as const);

function uncompromised(error: KeyCompromiseRefusal) {
  if ("path" in error) return { __typename: "InvalidInput", ...error, path: [...error.path] } as const;
  return error.code === "NOT_FOUND"
    ? ({ __typename: "NotFound", ...error } as const)
    : ({ __typename: "OutsideJurisdiction", ...error } as const);
}

function unagreed({ kind }: TrustEntry, error: AgreeToTrustRefusal) {
  if ("path" in error) return uncompromised(error);
  switch (error.code) {
    case "NOT_FOUND":
    case "OUTSIDE_JURISDICTION":
      return uncompromised(error);
    case "NOT_PUBLISHABLE":
      return { __typename: "NotPublishable", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(STATES, error.state, [SAVE[kind]]);
    case "SAME_OFFICER":
      return { __typename: "SameOfficer", ...error } as const;
  }
}
