import type { Actor, Mode, Scope } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Consent, inForce } from "./consent.ts";
import { getConsents } from "./store.ts";

/** The consents under which one request of a partner reads. Read anew with every request, so a revocation holds. */
export type ConsentBook = {
  /** Warms the read of what `open` will ask for. The sealed reference says which partner it was made for. */
  readonly prefetch: (mode: Mode, partner: PartnerId, citizen: CitizenId) => void;
  /** Looks up what the citizen allows this partner now; none where nothing is in force. */
  readonly open: (citizen: CitizenId) => Promise<readonly Consent[]>;
  /** Scopes of what `open` found. */
  readonly scopesOf: (citizen: CitizenId) => readonly Scope[];
  readonly consentsOf: (citizen: CitizenId) => readonly Consent[];
};

type Sources = {
  readonly database: Pick<Database, "get">;
  readonly now: Instant;
  readonly actor: () => Actor;
};

export function openConsentBook({ database, now, actor }: Sources): ConsentBook {
  const opened = new Map<CitizenId, readonly Consent[]>();
  const consentsOf = (citizen: CitizenId): readonly Consent[] => opened.get(citizen) ?? [];
  return {
    prefetch: (mode, partner, citizen) => {
      // A failure is met again by `open`, which does not swallow it.
      getConsents(database, mode, citizen, partner).catch(() => undefined);
    },
    open: async (citizen) => {
      const partner = actor();
      if (partner.kind !== "PARTNER") return [];
      const record = await getConsents(database, partner.mode, citizen, partner.id);
      opened.set(citizen, record ? inForce(record, now) : []);
      return consentsOf(citizen);
    },
    consentsOf,
    scopesOf: (citizen) => [...new Set(consentsOf(citizen).flatMap(({ scopes }) => scopes))],
  };
}
