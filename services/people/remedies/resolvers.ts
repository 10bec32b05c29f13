import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import {
  ACTION_AFTER_RECONSIDERATION_DAYS,
  ACTION_MONTHS,
  RECONSIDERATION_DAYS,
} from "../../field/remedies.ts";
import { findNotice } from "./find-notice.ts";
import { readStatementFor } from "./read-statement.ts";
import { stateRemedies } from "./state-remedies.ts";
import type { StatedPlace } from "./statement.ts";
import { placeName, remediesText } from "./words.ts";

/** A place as it is sent: what is left out or null is not stated. */
type PlaceInput = {
  readonly name: StatedPlace["name"];
  readonly address?: StatedPlace["address"] | null;
  readonly telephone?: string | null | undefined;
  readonly online?: string | null | undefined;
};

const placeFrom = ({ name, address, telephone, online }: PlaceInput): StatedPlace => ({
  name: { zh: name.zh, en: name.en },
  ...(address ? { address: { zh: address.zh, en: address.en } } : {}),
  ...(telephone ? { telephone } : {}),
  ...(online ? { online } : {}),
});

export const remedyResolvers: Resolvers = {
  Query: {
    remedyNotice: async (_, deciding, { database, now }) => findNotice({ database, now }, deciding),
    remedyStatement: async (_, { region, department }, context) => {
      const stated = { region, ...(department ? { department } : {}) };
      const actor = actorAs(context, "OFFICER");
      return (await readStatementFor(context.database, actor, stated)) ?? null;
    },
  },
  Mutation: {
    stateRemedies: async (_, { input, reason }, context) => {
      const { database, commit, now, requestId } = context;
      const { region, department, effectiveFrom, body, level, authority, court } = input;
      const row = {
        ...{ effectiveFrom, ...(body ? { body } : {}), ...(level ? { level } : {}) },
        ...(authority ? { authority: placeFrom(authority) } : {}),
        ...(court ? { court: placeFrom(court) } : {}),
      };
      const actor = actorAs(context, "OFFICER");
      const ports = { database, commit, now, requestId, actor };
      const done = await stateRemedies(ports, { region, ...(department ? { department } : {}) }, row, reason);
      return done.ok
        ? { __typename: "RemedyStatement", ...done.value }
        : { __typename: "InvalidInput", ...done.error };
    },
  },
  Remedies: {
    authority: ({ notice }) => notice.authority,
    onlineNow: ({ onlineNow }) => onlineNow ?? null,
    article: ({ notice }) => notice.article,
    orElse: ({ notice }) => notice.orElse ?? null,
    isStateCouncilOpen: ({ notice }) => notice.isStateCouncilOpen,
    reconsiderationDays: () => RECONSIDERATION_DAYS,
    reconsiderationUntil: ({ limits }) => limits.reconsiderationUntil,
    court: ({ notice }) => notice.court,
    actionMonths: () => ACTION_MONTHS,
    actionUntil: ({ isReconsiderationFirst, limits }) => (isReconsiderationFirst ? null : limits.actionUntil),
    actionAfterReconsiderationDays: () => ACTION_AFTER_RECONSIDERATION_DAYS,
    isProvisional: ({ limits }) => limits.isProvisional,
    text: (remedies, _, { language }) => remediesText(remedies, language),
  },
  RemedyNotice: { orElse: ({ orElse }) => orElse ?? null },
  RemedyPlace: {
    name: (place) => placeName(place),
    address: ({ address }) => address ?? null,
    telephone: ({ telephone }) => telephone ?? null,
    online: ({ online }) => online ?? null,
  },
  RemedyStatement: { department: ({ department }) => department ?? null, rows: ({ rows }) => [...rows] },
  RemedyRow: {
    body: ({ body }) => body ?? null,
    level: ({ level }) => level ?? null,
    authority: ({ authority }) => authority ?? null,
    court: ({ court }) => court ?? null,
  },
};
