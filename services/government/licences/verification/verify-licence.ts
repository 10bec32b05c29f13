import { hearGuess } from "../../../kernel/attempts/index.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { LocalizedText } from "../../catalogue/index.ts";
import type { ElectronicLicence, LicenceVersion } from "../repository/electronic-licence.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { getEndingGuesses, raiseEndingGuesses } from "./ending-guess-store.ts";
import { deafUntil } from "./ending-guesses.ts";
import { findNamedVersion } from "./find-version.ts";
import { type TypePorts, typeOf } from "./remembered-types.ts";
import { type TellPorts, tellHolder } from "./tell-holder.ts";
import {
  holderNumbers,
  isEndingOf,
  type Outcome,
  type VersionStatus,
  verificationBy,
  versionStatusOf,
} from "./verification.ts";
import { observeVerification } from "./verification-store.ts";

export type VerifyPorts = TellPorts & TypePorts & { readonly runtime: Runtime };

/** The answer about a version; `confirmed` where the end of its holder's number was right. */
export type Verified = {
  readonly status: VersionStatus;
  readonly name: LocalizedText;
  readonly confirmed?: { readonly version: LicenceVersion; readonly type: PublishedType };
};

/**
 * How the version stands that an identifier names, for anybody; undefined for an identifier of none. Without an end of its
 * holder's number nothing is written, and with a right one a record of its own, so that a licence that everybody verifies is no
 * hot record. A wrong end answers as none does, is counted, and after some of them none is heard for a time.
 */
export async function verifyLicence(
  ports: VerifyPorts,
  { identifier, holderEnding }: { readonly identifier: string; readonly holderEnding?: string | undefined },
): Promise<Verified | undefined> {
  const named = await findNamedVersion(ports, identifier, { isStated: holderEnding !== undefined });
  if (!named) return undefined;
  const { licence, version } = named;
  const type = await typeOf(ports, licence, version);
  const verified = { status: versionStatusOf(named, dateAt(ports.now)), name: type.name };
  if (holderEnding === undefined) return verified;
  const outcome = await oneAfterAnother(ports.database, () =>
    hearEnding(ports, licence, holderNumbers(named, type), holderEnding),
  );
  await putOnRecord(ports, licence, outcome);
  return outcome === "CONFIRMED" ? { ...verified, confirmed: { version, type } } : verified;
}

/** Puts a verification by the caller on record for the licence's holder. A verifier that was told something is counted. */
export async function putOnRecord(
  ports: Pick<VerifyPorts, "database" | "mode" | "actor" | "now" | "runtime" | "log">,
  { id }: Pick<ElectronicLicence, "id">,
  outcome: Outcome,
): Promise<void> {
  const { mode, actor, now, log } = ports;
  await observeVerification(ports, id, verificationBy(actor, now, outcome));
  const isTold = outcome === "CONFIRMED" || outcome === "BY_CONSENT";
  if (isTold && mode === "live") log("INFO", "a licence was verified", { licence: id });
}

/** The ends that one request states are heard one after another, each after the one before was counted. */
function oneAfterAnother(database: Database, hear: () => Promise<Outcome>): Promise<Outcome> {
  const heard = (hearing.get(database) ?? Promise.resolve()).then(hear);
  hearing.set(
    database,
    heard.catch(() => undefined),
  );
  return heard;
}

const hearing = new WeakMap<Database, Promise<unknown>>();

async function hearEnding(
  ports: VerifyPorts,
  licence: ElectronicLicence,
  numbers: readonly string[],
  ending: string,
): Promise<Outcome> {
  if (numbers.length === 0 || (await isDeaf(ports, licence))) return "NOT_HEARD";
  const isRight = isEndingOf(numbers, ending);
  const isHeard = await isHeardFrom(ports, licence, isRight);
  if (!isHeard) return "NOT_HEARD";
  if (isRight) return "CONFIRMED";
  const { mode, now, log } = ports;
  await raiseEndingGuesses(ports, licence.id, now);
  if (mode === "live") log("INFO", "a wrong end was stated of a licence", { licence: licence.id });
  await isDeaf(ports, licence);
  return "WRONG_ENDING";
}

/** Whether no end is heard of a licence for now. Its holder is told, where nobody has told them yet. */
async function isDeaf(ports: VerifyPorts, licence: ElectronicLicence): Promise<boolean> {
  const guesses = await getEndingGuesses(ports, licence.id);
  const until = deafUntil(guesses, ports.now);
  if (until && guesses && !guesses.told) await tellHolder(ports, licence, guesses, until);
  return until !== undefined;
}

/** A caller who has signed in states no more wrong ends than wrong guesses of any other kind. */
async function isHeardFrom(
  ports: VerifyPorts,
  { id }: ElectronicLicence,
  isRight: boolean,
): Promise<boolean> {
  const { actor } = ports;
  if (actor.kind !== "CITIZEN" && actor.kind !== "PARTNER") return true;
  const guess = await hearGuess({ ...ports, actor }, id, async () => isRight || undefined);
  return guess.ok || guess.error.code === "WRONG_GUESS";
}
