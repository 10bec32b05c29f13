import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type AutomaticChannel,
  isAutomaticChannel,
  type PaymentChannel,
  type PayPorts,
  paysThrough,
} from "../../../money/payments/index.ts";
import { actionsOf, type Card, type CardProblem, isInUse } from "../card.ts";
import { firstCollection } from "../collection.ts";
import { putCollection } from "../collection-store.ts";
import { findOwnCard, type HolderPorts } from "../find-card.ts";
import { withholdingOf, withWithholding } from "../rider.ts";
import { putRider } from "../rider-store.ts";
import { owedOn } from "../rides/credit.ts";
import { readStanding } from "../rides/read-standing.ts";
import { type Withholding, withholdingTermsOn } from "../withholding.ts";

export type SignRefusal =
  | { readonly code: "CARD_NOT_FOUND" }
  | { readonly code: "CHANNEL_UNKNOWN" }
  | CardProblem
  /** Of the caller's cards: what was ridden before is not collected by a contract that came after it. */
  | { readonly code: "CARD_IN_ARREARS" | "HOLDER_IN_ARREARS" }
  | { readonly code: "WITHHOLDING_NOT_OFFERED"; readonly path: readonly string[] };

export type SignPorts = HolderPorts & Pick<PayPorts, "channels">;

/**
 * From now on what rides take the card below nothing is collected through the channel, and gates let the card in without
 * the balance that they ask for else. The same again changes nothing; another channel takes the place of the one before,
 * in the same contract and on the same terms.
 */
export async function signWithholding(
  ports: SignPorts,
  { card: id, channel }: { readonly card: string; readonly channel: PaymentChannel },
): Promise<Result<Card, SignRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  if (!isAutomaticChannel(channel) || !paysThrough(ports, actor.id, channel)) {
    return err({ code: "CHANNEL_UNKNOWN" });
  }
  return decideUntilWritten({
    database,
    about: `the contract of card ${id}`,
    read: () => findSignable(ports, id),
    decide: (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { card, standing } = found;
      const { rider, account, others } = standing;
      if (!isInUse(card) || !rider) {
        return err({ code: "CARD_NOT_ALLOWED_NOW", status: card.status, actions: actionsOf(card) });
      }
      const before = withholdingOf(rider, card.id);
      if (before?.channel === channel) return unchanged(ok(card));
      if (!before && owedOn(account) > 0n) return err({ code: "CARD_IN_ARREARS" });
      if (!before && others.some((other) => owedOn(other) > 0n)) return err({ code: "HOLDER_IN_ARREARS" });
      const contract = before ? { ...before, channel } : contractFor(ports, found, channel);
      if (!contract) return err({ code: "WITHHOLDING_NOT_OFFERED", path: ["card"] });
      const after = withWithholding(rider, card.id, contract);
      return ok({ before: rider, after, contract, isNew: !before, answer: card });
    },
    write: ({ before, after, contract, isNew, answer: card }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
        action: isNew ? "transit.withholding.signed" : "transit.withholding.channel-changed",
        writes: [
          putRider(ports, actor.id, after, before.revision),
          ...(isNew ? [putCollection(ports, firstCollection(contract.id, actor.id))] : []),
        ],
      }),
  });
}

async function findSignable(ports: SignPorts, id: string) {
  const card = await findOwnCard(ports, id);
  return card && { card, standing: await readStanding(ports, card) };
}

/** A new one; its id follows from what it is signed on, so that it is signed once. Undefined where none is offered. */
function contractFor(
  { actor, now }: SignPorts,
  { card, standing }: NonNullable<Awaited<ReturnType<typeof findSignable>>>,
  channel: AutomaticChannel,
): Withholding | undefined {
  const terms = withholdingTermsOn(card.region, dateAt(now));
  const id = idempotentId("wth", actor, "signFareWithholding", `${card.id} ${standing.rider?.revision}`);
  return terms && { id, channel, signedAt: now, ...terms };
}
