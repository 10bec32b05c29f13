import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { isCreditCode } from "../../../field/credit-code.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { Result } from "../../../kernel/result.ts";
import { ISSUER_KEY_WORDS } from "../enum-words.ts";
import { type AgreeToKeyRefusal, agreeToIssuerKey } from "./agree-to-issuer-key.ts";
import { findEditedKeys } from "./change-issuer-key.ts";
import { type EndKeyRefusal, endIssuerKey } from "./end-issuer-key.ts";
import { findIssuerKeys } from "./find-issuer-keys.ts";
import { jwkOf } from "./issuer-documents.ts";
import { type KeptKey, keyActions, type NotAsItStands, type SameOfficer, standingAt } from "./issuer-key.ts";
import { proposeIssuerKey } from "./propose-issuer-key.ts";
import { type ReportKeyRefusal, reportIssuerKey } from "./report-issuer-key.ts";

const MUTATIONS = {
  agree: "agreeToIssuerKey",
  end: "endIssuerKey",
  report: "reportIssuerKeyCompromised",
} as const;

export const issuerKeyResolvers: Resolvers = {
  Query: {
    licenceIssuerKeys: async (_, { issuer, mode }, { database }) => [
      ...(await findIssuerKeys(database, modeOf(mode), issuer)),
    ],
    editedIssuerKeys: async (_, { issuer, mode }, context) => {
      if (!isCreditCode(issuer)) return null;
      const place = { mode: modeOf(mode), issuer };
      const kept = await findEditedKeys(context.database, place, actorAs(context, "OFFICER"));
      return kept ? kept.keys.toReversed() : null;
    },
  },
  Mutation: {
    proposeIssuerKey: async (_, { input, reason }, context) => {
      const { issuer, licenceType, mode, kmsKey, from } = input;
      const wish = {
        ...{ issuer, licenceType, mode: modeOf(mode), reason },
        ...{ kmsKey: kmsKey ?? undefined, from: from ?? undefined },
      };
      const result = await proposeIssuerKey(wish, editor(context), context);
      if (result.ok) return { __typename: "EditedIssuerKey", ...result.value };
      const { error } = result;
      if (error.code === "OUTSIDE_JURISDICTION") return { __typename: "OutsideJurisdiction", ...error };
      const under = error.path[0] === "reason" ? [] : ["input"];
      return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] };
    },
    agreeToIssuerKey: async (_, { mode, reason, ...place }, context) => {
      const at = { ...place, mode: modeOf(mode) };
      const result = await agreeToIssuerKey(at, reason, editor(context), context);
      if (result.ok) return { __typename: "EditedIssuerKey", ...result.value };
      const { error } = result;
      return error.code === "SAME_OFFICER" ? { __typename: "SameOfficer", ...error } : refusalOf(error);
    },
    endIssuerKey: async (_, { mode, until, reason, ...place }, context) => {
      const at = { ...place, mode: modeOf(mode) };
      return changed(await endIssuerKey(at, { until, reason }, editor(context), context));
    },
    reportIssuerKeyCompromised: async (_, { mode, since, reason, ...place }, context) => {
      const at = { ...place, mode: modeOf(mode) };
      return changed(await reportIssuerKey(at, { since, reason }, editor(context), context));
    },
  },
  LicenceIssuerKey: {
    publicKey: (key) => jwkOf(key),
    standing: (key, _, { now }) => standingAt(key, now),
    until: ({ until }) => until ?? null,
    compromisedSince: ({ compromisedSince }) => compromisedSince ?? null,
  },
  EditedIssuerKey: {
    key: (key) => key,
    kmsKey: ({ privatePart }) => (privatePart.kind === "KMS" ? privatePart.arn : null),
    agreedBy: ({ agreedBy }) => agreedBy ?? null,
    isOwn: (key, _, context) => isProposer(actorAs(context, "OFFICER"), key),
    availableActions: (key, _, context) => {
      const { actor: officer, now: at } = editor(context);
      return keyActions(key, { officer, at }).map((action) => MUTATIONS[action]);
    },
  },
};

const editor = (context: Context) => ({ actor: actorAs(context, "OFFICER"), now: context.now });

/** A refusal that each act on one key has. */
type Refusal = Exclude<AgreeToKeyRefusal | EndKeyRefusal | ReportKeyRefusal, SameOfficer | NotAsItStands>;

function refusalOf(error: Refusal) {
  if ("path" in error) return { __typename: "InvalidInput" as const, ...error, path: [...error.path] };
  return error.code === "NOT_FOUND"
    ? { __typename: "NotFound" as const, ...error }
    : { __typename: "OutsideJurisdiction" as const, ...error };
}

function changed(result: Result<KeptKey, EndKeyRefusal | ReportKeyRefusal>) {
  if (result.ok) return { __typename: "EditedIssuerKey" as const, ...result.value };
  const { error } = result;
  return "state" in error ? notAsItStands(error) : refusalOf(error);
}

/** A key that is over can still be reported; a proposal is agreed to first. */
const notAsItStands = ({ state }: NotAsItStands) =>
  notAllowedNow(ISSUER_KEY_WORDS, state, [state === "PROPOSED" ? MUTATIONS.agree : MUTATIONS.report]);
