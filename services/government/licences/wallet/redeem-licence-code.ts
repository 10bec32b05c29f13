import type { Officer, Partner } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Log } from "../../../kernel/process/log.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { ElectronicLicence, LicenceContent, NotValid } from "../repository/electronic-licence.ts";
import { verificationBy } from "../verification/verification.ts";
import { putVerification } from "../verification/verification-store.ts";
import { codeDigest, type LicenceCode, partOf, whyVoid } from "./licence-code.ts";
import { getCode, useCode } from "./licence-code-store.ts";
import { findShowable } from "./showable-licence.ts";
import type { WalletStore } from "./wallet-store.ts";

export type RedeemPorts = WalletStore & {
  readonly commit: Commit;
  readonly actor: Officer | Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "mac">;
  readonly runtime: Pick<Runtime, "random">;
  readonly log: Log;
};

/** A licence as its holder has shown it, with the part of its content that was chosen. */
export type ShownLicence = {
  readonly licence: ElectronicLicence;
  readonly content: LicenceContent;
  readonly shownAt: Instant;
};

/** No code that is known; one is forgotten a day after its end. */
type CodeUnknown = { readonly code: "LICENCE_CODE_UNKNOWN" };
export type CodeRefused = {
  readonly code: "LICENCE_CODE_USED" | "LICENCE_CODE_OVER" | "WALLET_DEVICE_REVOKED" | NotValid;
};

/**
 * Reads what a holder shows by a code, once; the licence's trail has who did, and the holder is told. One that shows nothing is
 * on record and told, too, and counts as a wrong guess of the caller, of which there are some in an hour. Errors:
 * LICENCE_CODE_UNKNOWN, why the code shows nothing, TOO_MANY_GUESSES.
 */
export async function redeemLicenceCode(
  ports: RedeemPorts,
  typed: string,
): Promise<Result<ShownLicence, CodeUnknown | CodeRefused | TooManyGuesses>> {
  const code = await getCode(ports, codeDigest(ports.secrets, typed));
  const looked = code && (await look(ports, code));
  const heard = await hearGuess(ports, code?.licence, async () => (looked?.ok ? looked.value : undefined));
  if (!heard.ok && heard.error.code === "TOO_MANY_GUESSES") return err(heard.error);
  if (!code || !looked) return err({ code: "LICENCE_CODE_UNKNOWN" });
  if (!looked.ok) return refuse(ports, code, looked.error);
  const taken = await take(ports, code, looked.value);
  return taken.ok ? taken : refuse(ports, code, taken.error);
}

/** The shown part of the licence as it stands, or why the code shows nothing. */
async function look(ports: RedeemPorts, code: LicenceCode): Promise<Result<ShownLicence, CodeRefused>> {
  const { now } = ports;
  const isVoid = whyVoid(code, now);
  if (isVoid) return err({ code: isVoid });
  const found = await findShowable(ports, code.shownBy, code);
  if (found.ok) {
    const { licence } = found.value;
    return ok({ licence, content: partOf(licence.current.content, code.fields), shownAt: now });
  }
  switch (found.error.code) {
    // The person who showed it does not act for the holder any more, or has long revoked the phone.
    case "ELECTRONIC_LICENCE_NOT_FOUND":
    case "WALLET_DEVICE_NOT_FOUND":
      return err({ code: "LICENCE_CODE_OVER" });
    default:
      return err({ code: found.error.code });
  }
}

/** Of two who read it at once, one does. Errors: LICENCE_CODE_USED. */
const take = (
  ports: RedeemPorts,
  { digest, licence, shownBy, fields }: LicenceCode,
  answer: ShownLicence,
): Promise<Result<ShownLicence, CodeRefused>> => {
  const { actor, now: at, requestId, mode, database, commit } = ports;
  const read = verificationBy(actor, at, "CODE_READ");
  return decideUntilWritten({
    database,
    about: `a code of ${licence}`,
    read: () => getCode(ports, digest),
    decide: (
      before,
    ): Result<{ before: typeof before; after: LicenceCode; answer: ShownLicence }, CodeRefused> =>
      !before || before.usedAt !== undefined
        ? err({ code: "LICENCE_CODE_USED" })
        : ok({ before, after: { ...before, usedAt: at }, answer }),
    write: ({ after }) =>
      commit({
        ...{ actor, at, requestId, aggregate: licence, table: recordsTable(mode) },
        ...{ action: "licences.code.read", reason: fields.join(", ") },
        writes: [useCode(ports, after, at), putVerification(ports, licence, read)],
        event: readEvent(ports, { licence, shownBy }),
      }),
  });
};

const readEvent = (
  { actor, mode }: RedeemPorts,
  { licence: about, shownBy }: Pick<LicenceCode, "licence" | "shownBy">,
): Event =>
  actor.kind === "PARTNER"
    ? {
        ...{ type: "licence-code.read-by-partner", mode, to: [shownBy] },
        payload: { about, partnerId: actor.id },
      }
    : { type: "licence-code.read", mode, to: [shownBy], payload: { about } };

/** Puts on record that a code was refused, and tells the one who has shown it; such codes are counted. */
async function refuse(
  ports: RedeemPorts,
  { licence, shownBy }: LicenceCode,
  refused: CodeRefused,
): Promise<Result<never, CodeRefused>> {
  const { actor, now: at, requestId, mode, commit, log } = ports;
  const tried = verificationBy(actor, at, "CODE_REFUSED");
  const done = await commit({
    ...{ actor, at, requestId, aggregate: licence, table: recordsTable(mode) },
    ...{ action: "licences.code.refused", reason: refused.code },
    writes: [putVerification(ports, licence, tried)],
    event: { type: "licence-code.refused", mode, to: [shownBy], payload: { about: licence } },
  });
  if (!done.ok) throw new Error("no write of it has a condition that could fail");
  if (mode === "live") log("INFO", "a code of a licence was refused", { licence, code: refused.code });
  return err(refused);
}
