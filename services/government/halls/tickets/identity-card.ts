import type { NumberRefused } from "../../../field/identity-document.ts";
import type { Mode, Officer } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CardRead } from "../card-readers/card-read.ts";
import { type CardPorts, citizenOf, type NotProven, proveCard } from "../card-readers/prove-card.ts";

export type NotShown =
  | (Omit<NumberRefused, "code"> & { readonly code: "NOT_AN_ID_NUMBER" })
  | { readonly code: "CARD_OF_OTHER_HALL" | "CARD_OF_ANOTHER"; readonly path: readonly string[] }
  | NotProven;

/** The proof of identity that somebody shows at a kiosk or a window. */
export type Shown = {
  /** Typed off a card: it finds what its holder has booked, and proves nothing. */
  readonly idNumber: string | undefined;
  readonly card: CardRead | undefined;
};

/** The person whom a number or a card names; nobody where neither is there. `isProven` by a card that was read. */
export type Named = { readonly citizen: CitizenId | undefined; readonly isProven: boolean };

/** The stated owner of the number or the card, before the card is proven. */
export function nameShown({ idNumber, card }: Shown, ports: CardPorts): Result<Named, NotShown> {
  const typed = idNumber === undefined ? ok(undefined) : citizenOf(idNumber, ports, ["idNumber"]);
  if (!typed.ok) return err({ ...typed.error, code: "NOT_AN_ID_NUMBER" });
  const read = card ? citizenOf(card.idNumber, ports, ["card", "idNumber"]) : ok(undefined);
  if (!read.ok) return read;
  if (typed.value && read.value && typed.value !== read.value)
    return err({ code: "CARD_OF_ANOTHER", path: ["idNumber"] });
  return ok({ citizen: read.value ?? typed.value, isProven: read.value !== undefined });
}

type ProvePorts = {
  readonly database: Database;
  readonly mode: Mode;
  readonly actor: Officer;
  readonly now: Instant;
};

/** Proves a card at the hall of a ticket; what is written so that the read proves nothing else. Nothing without a card. */
export async function proveAtHall(
  ports: ProvePorts & CardPorts,
  hall: string,
  card: CardRead | undefined,
): Promise<Result<readonly TransactItem[], NotShown>> {
  if (!card) return ok([]);
  if (card.hall !== hall) return err({ code: "CARD_OF_OTHER_HALL", path: ["card", "hall"] });
  const proven = await proveCard(ports, card);
  return proven.ok ? ok(proven.value.writes) : proven;
}
