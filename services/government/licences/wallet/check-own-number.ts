import { readIdNumber } from "../../../field/identity-document.ts";
import type { Citizen } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { MessageCode, Values } from "../../../kernel/message.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";
import type { WalletStore } from "./wallet-store.ts";

/** Something is wrong with the input, at that place of it. */
export type Invalid = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};

type NumberPorts = WalletStore & {
  readonly actor: Citizen;
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

/**
 * Whether the caller knows their own identity number, which one who has borrowed their phone does not. Wrong ones are counted as
 * guesses about what would be got by a right one. Errors: of the number; ID_NUMBER_NOT_THEIRS; TOO_MANY_GUESSES.
 */
export async function checkOwnNumber(
  ports: NumberPorts,
  about: WalletDeviceId | LicenceId,
  typed: string,
): Promise<Result<true, Invalid | TooManyGuesses>> {
  const { actor, secrets, now } = ports;
  const read = readIdNumber(typed, dateAt(now), ["idNumber"]);
  if (!read.ok) return read;
  const heard = await hearGuess(ports, about, async () =>
    `ctz_${secrets.citizenDigest(read.value)}` === actor.id ? (true as const) : undefined,
  );
  if (heard.ok) return heard;
  const { error } = heard;
  return err(error.code === "WRONG_GUESS" ? { code: "ID_NUMBER_NOT_THEIRS", path: ["idNumber"] } : error);
}
