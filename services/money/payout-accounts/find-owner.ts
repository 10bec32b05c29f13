import { type Capacity, personAs } from "../../field/subject.ts";
import type { Citizen, Mode, Officer, Partner, Scope } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Attended, readReference } from "../../people/citizens/index.ts";
import { lookUpStanding, readSubject } from "../../people/enterprises/index.ts";
import type { Added } from "./payout-account.ts";

export type OwnerPorts = {
  readonly database: Database;
  readonly mode: Mode;
  readonly commit: Commit;
  readonly actor: Citizen | Officer | Partner;
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "unseal">;
  readonly parts: Pick<Parts, "findAttended">;
  readonly consents: {
    readonly open: (person: CitizenId) => Promise<readonly unknown[]>;
    readonly scopesOf: (person: CitizenId) => readonly Scope[];
  };
};

/** The owner as the caller names them: the person at a clerk's window, a person by a reference, or else the caller. */
export type ForWhom = { readonly attendance: string | undefined; readonly person: string | undefined };

export type Owner = {
  readonly citizenId: CitizenId;
  readonly origin: Added["origin"];
  /** Where a clerk adds it for a person at their window. */
  readonly attended?: Attended | undefined;
};

export type NoOwner =
  | { readonly code: "NOT_ATTENDED"; readonly because: MessageCode }
  | { readonly code: "NOT_AUTHORISED" | "CONSENT_REQUIRED" }
  | { readonly code: "SCOPES_MISSING"; readonly granted: readonly Scope[] };

/** The scopes that a partner needs from its key and from the person: it writes, and the answer is the account. */
export const ADDING_SCOPES = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const satisfies readonly Scope[];

/** How an account came that a person adds in this capacity; the others are none in which one stands to a person. */
const ORIGIN_OF = {
  ...{ SELF: "OWN", GUARDIAN: "GUARDIAN", AGENT: "AGENT" },
  ...{ LEGAL_REPRESENTATIVE: "AGENT", PARTNER: "AGENT" },
} as const satisfies Record<Capacity, Added["origin"]>;

/**
 * The person for whom the caller adds an account, as of this request. An agent has to have an authority for all items:
 * one for a single item says nothing of where the money of others goes.
 */
export async function findOwner(ports: OwnerPorts, whom: ForWhom): Promise<Result<Owner, NoOwner>> {
  const { actor } = ports;
  switch (actor.kind) {
    case "OFFICER": {
      const found = await ports.parts.findAttended(ports, actor, whom.attendance);
      return found.ok
        ? ok({ citizenId: found.value.citizenId, origin: "CLERK", attended: found.value })
        : err({ code: "NOT_ATTENDED", because: found.error.code });
    }
    case "PARTNER":
      return askedBy(ports, actor, whom.person);
    case "CITIZEN": {
      if (whom.person === undefined) return ok({ citizenId: actor.id, origin: "OWN" });
      const subject = readSubject({ person: whom.person }, actor.id, ports.secrets);
      if (!subject.ok || subject.value.kind !== "PERSON") return err({ code: "NOT_AUTHORISED" });
      const { citizenId } = subject.value;
      const standing = await lookUpStanding(ports, actor.id, personAs(citizenId), ports.now);
      if (!standing || standing.items !== undefined) return err({ code: "NOT_AUTHORISED" });
      return ok({ citizenId, origin: ORIGIN_OF[standing.capacity] });
    }
  }
}

async function askedBy(
  { secrets, consents }: OwnerPorts,
  partner: Partner,
  person: string | undefined,
): Promise<Result<Owner, NoOwner>> {
  const named = person === undefined ? undefined : readReference(person, secrets);
  if (named?.partner !== partner.id) return err({ code: "CONSENT_REQUIRED" });
  const { citizen: citizenId } = named;
  if ((await consents.open(citizenId)).length === 0) return err({ code: "CONSENT_REQUIRED" });
  const granted = consents.scopesOf(citizenId).filter((scope) => partner.scopes.includes(scope));
  return ADDING_SCOPES.every((scope) => granted.includes(scope))
    ? ok({ citizenId, origin: "PARTNER" })
    : err({ code: "SCOPES_MISSING", granted });
}
