import { type IdentityNumber, readIdNumber } from "../../../field/identity-document.ts";
import type { Citizen } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";
import type { Invalid } from "./invalid.ts";
import type { WalletStore } from "./wallet-store.ts";

type NumberPorts = WalletStore & {
  readonly actor: Citizen;
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

/** The caller's number as they type it. Errors: of the number, at its place. */
export const readOwnNumber = (typed: string, now: Instant): Result<IdentityNumber, Invalid> =>
  readIdNumber(typed, dateAt(now), ["idNumber"]);

/**
 * Whether the caller knows their own identity number, which one who has borrowed their phone does not. Wrong ones are counted as
 * guesses about what would be got by a right one. Errors: ID_NUMBER_NOT_THEIRS; TOO_MANY_GUESSES.
 */
export async function checkOwnNumber(
  ports: NumberPorts,
  about: WalletDeviceId | LicenceId,
  number: IdentityNumber,
): Promise<Result<true, Invalid | TooManyGuesses>> {
  const { actor, secrets } = ports;
  const heard = await hearGuess(ports, about, async () =>
    `ctz_${secrets.citizenDigest(number)}` === actor.id ? (true as const) : undefined,
  );
  if (heard.ok) return heard;
  const { error } = heard;
  return err(error.code === "WRONG_GUESS" ? { code: "ID_NUMBER_NOT_THEIRS", path: ["idNumber"] } : error);
}
