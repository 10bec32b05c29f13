import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Attendance, type ReceivePorts, type ReceiveRefusal, receivePerson } from "../../cases/index.ts";
import { hallPlace } from "../hall-place.ts";
import { isOpenAt } from "../opening.ts";
import type { CardRead } from "./card-read.ts";
import { type CardPorts, citizenOf, type NotProven, proveCard } from "./prove-card.ts";

type NotAdmitted = NotProven | { readonly code: "HALL_CLOSED_NOW"; readonly path: readonly string[] };

export type ReceiveHolderRefusal = ReceiveRefusal | NotAdmitted;

/**
 * Begins to serve whose identity card a reader has read just now, at a hall in the clerk's jurisdiction while it is open.
 * A number that somebody knows is no person who is there: without a called ticket nothing but a read begins anything.
 */
export function receiveCardHolder(
  ports: ReceivePorts & CardPorts,
  card: CardRead,
  idempotencyKey: string,
): Promise<Result<Attendance, ReceiveHolderRefusal>> {
  const path = ["card", "idNumber"];
  const citizen = citizenOf(card.idNumber, ports, path);
  if (!citizen.ok) return Promise.resolve(citizen);
  const citizenId = citizen.value;
  return receivePerson<NotAdmitted>(ports, {
    ...{ citizenId, path, idempotencyKey },
    admit: async () => {
      const proven = await proveCard(ports, card);
      if (!proven.ok) return proven;
      const { hall, writes } = proven.value;
      if (!isOpenAt(hall, ports.now)) return err({ code: "HALL_CLOSED_NOW", path: ["card", "hall"] });
      return ok({ by: `${hall.code} ${card.reader}`, at: hallPlace(hall), writes });
    },
  });
}
