import type { RegionCode } from "../../../field/region.ts";
import type { Partner } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { findBorn } from "../../../people/citizens/index.ts";
import { type Card, cardIdOf, isCardNumber } from "../card.ts";
import { getCard, getCurrentCard } from "../card-store.ts";
import type { CardPorts } from "../find-card.ts";
import type { CardKind, EntitlementKind } from "../network/fare.ts";
import type { Period } from "../network/riding-right.ts";
import { getOperator } from "../operator-store.ts";
import {
  checkGrant,
  type Entitlement,
  type GrantProblem,
  type Proof,
  reachOf,
  withGrant,
} from "./entitlement.ts";
import { getEntitlement, getMadeGrant, putEntitlement, putMadeGrant } from "./entitlement-store.ts";

export type WindowPorts = CardPorts & { readonly actor: Partner };

export type GrantWish = Period & {
  readonly idempotencyKey: string;
  /** Of any card of the person's, by which they are known at the window. */
  readonly cardNumber: string;
  readonly kind: CardKind;
  readonly proof: Proof;
};

/** The person of a card, to the operator of its region. */
export type HolderProblem = {
  readonly code: "NOT_AN_OPERATOR" | "CARD_NOT_FOUND" | "CARD_OF_ANOTHER_REGION" | "CARD_NOT_BOUND";
  readonly path: readonly string[];
};

export type GrantRefusal = HolderProblem | GrantProblem | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * Grants a person a right to ride, once a clerk of the operator has seen the proof. Their age is looked up, where the law
 * asks for one and the platform knows it.
 */
export async function grantEntitlement(
  ports: WindowPorts,
  { idempotencyKey, cardNumber, kind, proof, from, until }: GrantWish,
): Promise<Result<Entitlement, GrantRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  const found = await findHolder(ports, cardNumber);
  if (!found.ok) return found;
  const { id: card, holder, region } = found.value;
  const born = await findBorn(ports, holder);
  const known = { today: dateAt(at), bornOn: born?.bornOn };
  const id = idempotentId("grant", actor, "grantTransitEntitlement", idempotencyKey);
  const fingerprint = fingerprintOf([holder, kind, from, until, proof.kind, proof.number ?? null]);
  return decideUntilWritten({
    database,
    about: `the grant ${id} to ${holder}`,
    read: async () => {
      const earlier = await getMadeGrant(ports, id);
      const before = kind === "STANDARD" ? undefined : await getEntitlement(ports, holder, kind, region);
      return { earlier, before };
    },
    decide: ({ earlier, before }) => {
      if (earlier && (earlier.fingerprint !== fingerprint || !before)) {
        return unchanged(err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      if (earlier && before) return unchanged(ok(before));
      const checked = checkGrant(kind, region, { from, until, proof }, known);
      if (!checked.ok) return checked;
      const grant = { id, from, until, proof, by: actor.id, at };
      const after = withGrant(before ?? firstOf(holder, checked.value, region), grant);
      return ok({ before, after });
    },
    write: ({ after: entitlement }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: holder, table: recordsTable(mode) },
        ...{ action: "transit.entitlement.granted", reason: `${kind} ${from} ${until} ${proof.kind}` },
        writes: [
          putEntitlement(ports, entitlement, entitlement.revision - 1),
          putMadeGrant(ports, { id, fingerprint, holder, kind: entitlement.kind, region }),
        ],
        event: {
          ...({ type: "transit-entitlement.granted", mode, to: [holder] } as const),
          payload: { about: card, from, until },
        },
      }),
  });
}

const firstOf = (holder: CitizenId, kind: EntitlementKind, region: RegionCode): Entitlement => ({
  ...{ holder, kind, region: reachOf(kind, region), grants: [], revision: 0 },
});

/** The holder of a card that a person shows at a window, and the card as it is now. */
export async function findHolder(
  ports: WindowPorts,
  cardNumber: string,
): Promise<Result<Card & { readonly holder: CitizenId }, HolderProblem>> {
  const path = ["cardNumber"];
  const operator = await getOperator(ports.database, ports.actor.id);
  if (!operator) return err({ code: "NOT_AN_OPERATOR", path: [] });
  const shown = isCardNumber(cardNumber) ? await getCard(ports, cardIdOf(cardNumber)) : undefined;
  const card = shown && (await getCurrentCard(ports, shown.id));
  if (!card || card.status === "CLOSED") return err({ code: "CARD_NOT_FOUND", path });
  if (card.region !== operator.region) return err({ code: "CARD_OF_ANOTHER_REGION", path });
  const { holder } = card;
  return holder ? ok({ ...card, holder }) : err({ code: "CARD_NOT_BOUND", path });
}
