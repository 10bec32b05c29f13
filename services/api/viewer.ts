import { regionName, regionsOfPrefix, regionsUnder } from "../field/named-region.ts";
import { dateAt } from "../kernel/civil-date.ts";
import type { Resolvers } from "./generated/types.ts";
import { statedMode } from "./stated-mode.ts";

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { actor }) => actor,
    regions: (_, { under }, { now }) => [...regionsUnder(under ?? undefined, dateAt(now))],
  },
  Viewer: {
    kind: ({ kind }) => kind,
    id: (actor) => (actor.kind === "ANONYMOUS" ? null : actor.id),
    mode: ({ mode }) => statedMode(mode),
    scopes: (actor) => (actor.kind === "PARTNER" ? actor.scopes : []),
    keyExpiresAt: (actor) => (actor.kind === "PARTNER" ? (actor.keyExpiresAt ?? null) : null),
    roles: (actor) => (actor.kind === "OFFICER" ? actor.roles : []),
    jurisdiction: (actor) => (actor.kind === "OFFICER" ? actor.jurisdiction : null),
    name: (actor) => (actor.kind === "OFFICER" ? (actor.signIn?.name ?? null) : null),
    regions: (actor) =>
      actor.kind === "OFFICER" ? [...regionsOfPrefix(actor.jurisdiction.regionPrefix)] : null,
  },
  Region: { code: (code) => code, name: (code) => regionName(code) },
};
