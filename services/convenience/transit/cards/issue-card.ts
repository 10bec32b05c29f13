import type { RegionCode } from "../../../field/region.ts";
import type { Citizen, Partner } from "../../../kernel/actor.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { keys, recordsTable } from "../../../kernel/database/tables.ts";
import { base32 } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { putAccount } from "../../../money/ledger/index.ts";
import { ARREARS_MAX, type Card, cardIdOf, numberFor } from "../card.ts";
import { getCard, putCard, putHolding, type TransitStore } from "../card-store.ts";
import type { CardPorts } from "../find-card.ts";
import type { CardKind } from "../network/fare.ts";
import { FARE_RULES } from "../network/fare-rules.ts";
import { getOperator } from "../operator-store.ts";

export type IssuePorts = CardPorts & { readonly actor: Citizen | Partner };

export type IssueWish = {
  readonly kind: CardKind;
  readonly region: RegionCode;
  readonly idempotencyKey: string;
};

export type IssueRefusal =
  | {
      readonly code: "NO_TRANSIT_IN_REGION" | "CARD_KIND_NEEDS_PROOF" | "NOT_AN_OPERATOR";
      readonly path: readonly string[];
    }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/** More collisions of random numbers than ever happen. */
const ATTEMPTS_MAX = 8;

/**
 * A new card with nothing on it. A citizen's is theirs at once; who hands a card out over a counter has seen the proof
 * that a student or senior card needs, and its holder binds it by the code that comes with it.
 */
export async function issueCard(ports: IssuePorts, wish: IssueWish): Promise<Result<Card, IssueRefusal>> {
  const { actor, now, database } = ports;
  const { kind, region } = wish;
  if (!FARE_RULES.some((rule) => rule.region === region)) {
    return err({ code: "NO_TRANSIT_IN_REGION", path: ["region"] });
  }
  if (actor.kind === "CITIZEN" && kind !== "STANDARD") {
    return err({ code: "CARD_KIND_NEEDS_PROOF", path: ["kind"] });
  }
  if (actor.kind === "PARTNER" && (await getOperator(database, actor.id))?.region !== region) {
    return err({ code: "NOT_AN_OPERATOR", path: ["region"] });
  }
  const issue = idempotentId("issue", actor, "issueTransitCard", wish.idempotencyKey);
  const owner = actor.kind === "CITIZEN" ? { holder: actor.id } : { issuer: actor.id };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const number = numberFor(region, `${issue}\n${attempt}`);
    const card: Card = {
      ...{ id: cardIdOf(number), number, kind, region, status: "ACTIVE", issuedAt: now },
      ...{ ...owner, revision: 1, issue },
    };
    const earlier = (await getCard(ports, card.id)) ?? (await write(ports, card));
    if (earlier.issue !== issue) continue;
    const isSame = earlier.kind === kind && earlier.region === region;
    return isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
  }
  throw new Error(`no free card number was found in ${ATTEMPTS_MAX} attempts`);
}

/** The card, or the one that was faster. */
async function write(ports: IssuePorts, card: Card): Promise<Card> {
  const { actor, now: at, requestId, mode } = ports;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
    action: "transit.card.issued",
    creates: keys.transitCard(card.id),
    writes: [...putNewCard(ports, card), putCardAccount(ports, card)],
  });
  if (done.ok) return card;
  ports.database.forget();
  const other = await getCard(ports, card.id);
  if (!other) throw new Error("a card was refused and is not there");
  return other;
}

/** A new card's record and holding. */
export const putNewCard = (ports: TransitStore, card: Card) => [
  putCard(ports, card),
  ...(card.holder ? [putHolding(ports, card.holder, card.id)] : []),
];

/** A new card's account, with nothing on it. */
export const putCardAccount = (ports: TransitStore, { id }: Card) =>
  putAccount(ports, `card:${id}`, ARREARS_MAX);

const CODE_BYTES = 5;

/** Comes with a card that is handed out, and proves that somebody has it. */
export const bindingCodeOf = (secrets: Secrets, { id }: Pick<Card, "id">): string =>
  base32(Buffer.from(secrets.sign(`card-binding\n${id}`), "base64url").subarray(0, CODE_BYTES));
