import {
  documentOf,
  type IdentityNumber,
  type NumberRefused,
  readIdNumber,
} from "../../../field/identity-document.ts";
import type { Mode, Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { isMinor, noteBirth } from "../../../people/citizens/index.ts";
import type { Hall } from "../hall.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { type CardRead, type CardReadProblem, cardReadDigest, checkCardRead } from "./card-read.ts";
import { getReaders, isUsed, putUse } from "./card-reader-store.ts";

export type CardPorts = { readonly secrets: Pick<Secrets, "citizenDigest">; readonly now: Instant };

export type ProvePorts = {
  readonly database: Database;
  readonly mode: Mode;
  readonly actor: Officer;
  readonly now: Instant;
};

export type NotProven =
  | CardReadProblem
  | NumberRefused
  | {
      readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" | "CARD_READ_USED";
      readonly path: readonly string[];
    };

/** A card that was read just now at a hall, and what is written so that the read proves nothing else. */
export type ProvenCard = { readonly hall: Hall; readonly writes: readonly TransactItem[] };

/** A card that lies there proves how old its holder is, which is kept of a minor: it bounds their own acts. */
function birthWrites(ports: ProvePorts & CardPorts, number: IdentityNumber): readonly TransactItem[] {
  const { born: bornOn } = documentOf(number);
  if (!bornOn || !isMinor({ bornOn, livesOnOwnLabour: false }, ports.now)) return [];
  return [noteBirth(ports, `ctz_${ports.secrets.citizenDigest(number)}`, bornOn)];
}

/** The person whose card it is said to be, before it is proven: the platform keeps a digest of the number. */
export function citizenOf(
  idNumber: string,
  { secrets, now }: CardPorts,
  path: readonly string[],
): Result<CitizenId, NumberRefused> {
  const number = readIdNumber(idNumber, dateAt(now), path);
  return number.ok ? ok(`ctz_${secrets.citizenDigest(number.value)}`) : number;
}

/**
 * Proves by what a reader has signed that a card lies at a hall of the clerk's jurisdiction now. A read proves one thing:
 * whoever commits with it writes `writes` in the same commit.
 */
export async function proveCard(
  ports: ProvePorts & CardPorts,
  read: CardRead,
): Promise<Result<ProvenCard, NotProven>> {
  const { database, actor, now } = ports;
  const number = readIdNumber(read.idNumber, dateAt(now), ["card", "idNumber"]);
  if (!number.ok) return number;
  const hall = await hallOfClerk(ports, read.hall);
  if (!hall.ok) return err({ ...hall.error, path: ["card", "hall"] });
  const { readers } = await getReaders(database, read.hall);
  const reader = readers.find(({ code }) => code === read.reader);
  const checked = checkCardRead(read, reader, actor.id, now);
  if (!checked.ok) return checked;
  const digest = cardReadDigest(read);
  if (await isUsed(ports, digest)) return err({ code: "CARD_READ_USED", path: ["card"] });
  return ok({ hall: hall.value, writes: [putUse(ports, digest, now), ...birthWrites(ports, number.value)] });
}
