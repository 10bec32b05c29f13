import type { Actor, Mode, Scope } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Consent, inForce } from "./consent.ts";
import { getConsents } from "./store.ts";

type Sources = {
  readonly database: Pick<Database, "get">;
  readonly now: Instant;
  readonly actor: () => Actor;
};

/** The API's book of consents for one request, and for the record of accesses the consents that it opened. */
export function openConsentBook({ database, now, actor }: Sources) {
  const opened = new Map<CitizenId, readonly Consent[]>();
  const consentsOf = (citizen: CitizenId): readonly Consent[] => opened.get(citizen) ?? [];
  return {
    prefetch: (mode: Mode, partner: PartnerId, citizen: CitizenId): void => {
      // A failure is met again by `open`, which does not swallow it.
      getConsents(database, mode, citizen, partner).catch(() => undefined);
    },
    open: async (citizen: CitizenId): Promise<readonly Consent[]> => {
      const partner = actor();
      if (partner.kind !== "PARTNER") return [];
      const record = await getConsents(database, partner.mode, citizen, partner.id);
      opened.set(citizen, record ? inForce(record, now) : []);
      return consentsOf(citizen);
    },
    consentsOf,
    scopesOf: (citizen: CitizenId): readonly Scope[] => [
      ...new Set(consentsOf(citizen).flatMap(({ scopes }) => scopes)),
    ],
  };
}
