import type { RegionCode } from "../../../field/region.ts";
import type { Citizen, Partner } from "../../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { base32, type CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putAccount } from "../../../money/ledger/index.ts";
import { ARREARS_MAX, type Card, cardIdOf, numberFor } from "../card.ts";
import { getCard, putCard, putHolding, type TransitStore } from "../card-store.ts";
import { holdsToday, type ProvenProblem, provenAtCounter } from "../entitlements/card-proof.ts";
import type { CardPorts } from "../find-card.ts";
import { findRider } from "../find-rider.ts";
import { transitKeys } from "../keys.ts";
import type { CardKind } from "../network/fare.ts";
import { TRANSIT_REGIONS } from "../network/fare-rules.ts";
import { getOperator } from "../operator-store.ts";
import { type CardHeldAlready, type Rider, withCard } from "../rider.ts";
import { putRider } from "../rider-store.ts";

export type IssuePorts = CardPorts & { readonly actor: Citizen | Partner };

export type IssueWish = {
  readonly kind: CardKind;
  readonly region: RegionCode;
  /** The last day of the proof that an operator has seen. */
  readonly provenUntil?: CivilDate | undefined;
  readonly idempotencyKey: string;
};

export type IssueRefusal =
  | {
      readonly code: "NO_TRANSIT_IN_REGION" | "CARD_KIND_NEEDS_PROOF" | "NOT_AN_OPERATOR";
      readonly path: readonly string[];
    }
  | ProvenProblem
  | CardHeldAlready
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * A new card with nothing on it. A citizen's is theirs at once, and the only one of its kind and region; one who hands a card out over a counter has seen the proof
 * that a student or senior card needs, and its holder binds it by the code that comes with it.
 */
export async function issueCard(ports: IssuePorts, wish: IssueWish): Promise<Result<Card, IssueRefusal>> {
  const { actor, now, database } = ports;
  const { kind, region } = wish;
  if (!TRANSIT_REGIONS.includes(region)) {
    return err({ code: "NO_TRANSIT_IN_REGION", path: ["region"] });
  }
  if (actor.kind === "CITIZEN" && !(await holdsToday(ports, actor.id, wish))) {
    return err({ code: "CARD_KIND_NEEDS_PROOF", path: ["kind"] });
  }
  if (actor.kind === "PARTNER" && (await getOperator(database, actor.id))?.region !== region) {
    return err({ code: "NOT_AN_OPERATOR", path: ["region"] });
  }
  const proven = provenAtCounter(actor, wish, dateAt(now));
  if (!proven.ok) return proven;
  const issue = idempotentId("issue", actor, "issueTransitCard", wish.idempotencyKey);
  const owner = actor.kind === "CITIZEN" ? { holder: actor.id } : { issuer: actor.id, proven: proven.value };
  return decideUntilWritten({
    database,
    about: `the card of ${issue}`,
    read: async () => ({
      ...(await findNumber(ports, region, issue)),
      rider: actor.kind === "CITIZEN" ? await findRider(ports, actor.id) : undefined,
    }),
    decide: async ({ number, earlier, rider }) => {
      if (earlier) {
        const isSame = earlier.kind === kind && earlier.region === region;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const card = newCard({ number, kind, region, issue, ...owner }, now);
      const next = rider && withCard(rider, card);
      // The same call, sent twice, may have made its card between the two reads.
      if (next && !next.ok) return unlessThere(database, next, () => getCard(ports, card.id));
      return ok({
        before: undefined,
        after: card,
        held: rider && next && { before: rider, after: next.value },
      });
    },
    write: ({ after, held }) =>
      ports.commit({
        ...{ actor, at: now, requestId: ports.requestId },
        ...{ aggregate: after.id, table: recordsTable(ports.mode) },
        action: "transit.card.issued",
        creates: transitKeys.card(after.id),
        writes: [...putNewCard(ports, after, held), putCardAccount(ports, after)],
      }),
  });
}

/** A card in force from now on. */
export const newCard = (
  card: Pick<Card, "number" | "kind" | "region" | "issue" | "holder" | "issuer" | "proven">,
  now: Instant,
): Card => ({ ...card, id: cardIdOf(card.number), status: "ACTIVE", issuedAt: now, revision: 1 });

/** More collisions of random numbers than ever happen. */
const NUMBERS_MAX = 8;

/** The number for an order of a card, and the card that the same order has made before. */
export async function findNumber(
  store: TransitStore,
  region: RegionCode,
  issue: NonNullable<Card["issue"]>,
): Promise<{ readonly number: Card["number"]; readonly earlier: Card | undefined }> {
  // No race is decided here: each turn looks at another number, which may be another order's.
  for (let serial = 1; serial <= NUMBERS_MAX; serial += 1) {
    const number = numberFor(region, `${issue}\n${serial}`);
    const earlier = await getCard(store, cardIdOf(number));
    if (!earlier || earlier.issue === issue) return { number, earlier };
  }
  throw new Error(`no free card number was found among ${NUMBERS_MAX}`);
}

/** A holder before and after a card is theirs. */
export type RiderChange = { readonly before: Rider; readonly after: Rider };

/** A new card's record, and what its holder has by it. */
export const putNewCard = (ports: TransitStore, card: Card, held: RiderChange | undefined) => [
  putCard(ports, card),
  ...(card.holder && held ? putHeld(ports, card.holder, card, held) : []),
];

/** A card among those that a person has. */
export const putHeld = (ports: TransitStore, holder: CitizenId, { id }: Card, held: RiderChange) => [
  putHolding(ports, holder, id),
  putRider(ports, holder, held.after, held.before.revision),
];

/** A new card's account, with nothing on it. */
export const putCardAccount = (ports: TransitStore, { id }: Card) =>
  putAccount(ports, `card:${id}`, ARREARS_MAX);

const CODE_BYTES = 5;

/** Comes with a card that is handed out, and proves that somebody has it. */
export const bindingCodeOf = (secrets: Secrets, { id }: Pick<Card, "id">): string =>
  base32(Buffer.from(secrets.sign(`card-binding\n${id}`), "base64url").subarray(0, CODE_BYTES));
