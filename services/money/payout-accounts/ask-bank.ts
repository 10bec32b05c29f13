import { readIdNumber } from "../../field/identity-document.ts";
import type { Citizen, Officer, Partner } from "../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../kernel/attempts/index.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { MessageCode, Values } from "../../kernel/message.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import { getProfile } from "../../people/citizens/index.ts";
import type { BankAccountAnswer } from "./bank-account-check.ts";
import type { PayoutAccountId } from "./ids.ts";
import type { PayoutAccountStore } from "./store.ts";

export type AskPorts = PayoutAccountStore & {
  readonly commit: Commit;
  readonly actor: Citizen | Officer | Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "citizenDigest" | "seal" | "sign" | "unseal">;
  readonly parts: Pick<Parts, "bankAccountChecks">;
};

/**
 * The person to whom the account is said to belong: the platform keeps no identity number, and not of everybody a name.
 */
export type Identity = { readonly idNumber: string; readonly name: string | undefined };

export type Invalid = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};

export type AskRefusal = Invalid | TooManyGuesses;

const NAME_LENGTH = { min: 2, max: 50 };

type Asked = {
  readonly owner: CitizenId;
  readonly identity: Identity;
  readonly id: PayoutAccountId;
  readonly accountNumber: string;
  /** When it was first asked. */
  readonly since: Instant;
  /** It is known already; then only who says so is looked at. */
  readonly isProven: boolean;
};

/** The answers of a bank about an account that may be kept. */
type Word = Exclude<BankAccountAnswer, { outcome: "NO_MATCH" }>;

/**
 * Whether the account is its owner's, by the word of a bank. The identity number is held against the owner's digest
 * first, so that nobody is asked about anybody else. Numbers that are not the owner's, of persons or accounts, count as
 * wrong guesses of the caller; a clerk has seen the card. Undefined where it was proven before.
 */
export async function askBank(
  ports: AskPorts,
  { owner, identity, id, accountNumber, since, isProven }: Asked,
): Promise<Result<Word | undefined, AskRefusal>> {
  const { mode, secrets, parts } = ports;
  const read = readIdNumber(identity.idNumber, dateAt(ports.now), ["idNumber"]);
  if (!read.ok) return read;
  const idNumber = read.value;
  const name = await nameOf(ports, owner, identity);
  if (!name.ok) return name;
  const isOwners = `ctz_${secrets.citizenDigest(idNumber)}` === owner;
  const identified = await hear(ports, id, async () => isOwners || undefined);
  if (!identified.ok) return err(identified.error ?? { code: "ID_NUMBER_NOT_THEIRS", path: ["idNumber"] });
  if (isProven) return ok(undefined);
  const question = { name: name.value, idNumber, accountNumber, since };
  const told = await hear(ports, id, async () => {
    const answer = await parts.bankAccountChecks[mode](question);
    return answer.outcome === "NO_MATCH" ? undefined : answer;
  });
  return told.ok ? told : err(told.error ?? { code: "BANK_ACCOUNT_NOT_THEIRS", path: ["accountNumber"] });
}

/**
 * The value that `look` finds; no error of its own where it finds nothing, which counts as a wrong guess of the caller.
 */
async function hear<T>(
  { actor, ...ports }: AskPorts,
  guessed: PayoutAccountId,
  look: () => Promise<T | undefined>,
): Promise<Result<T, TooManyGuesses | undefined>> {
  if (actor.kind === "OFFICER") {
    const found = await look();
    return found === undefined ? err(undefined) : ok(found);
  }
  const heard = await hearGuess({ ...ports, actor }, guessed, look);
  if (heard.ok) return heard;
  return err(heard.error.code === "WRONG_GUESS" ? undefined : heard.error);
}

/** As the register has it; one who is in no register states it. */
async function nameOf(
  { database, mode }: AskPorts,
  owner: CitizenId,
  { name: stated }: Identity,
): Promise<Result<string, Invalid>> {
  const profile = await getProfile(database, mode, owner);
  if (profile) return ok(profile.name);
  if (stated === undefined) return err({ code: "NAME_NEEDED", path: ["name"] });
  const checked = checkText(stated, NAME_LENGTH.min, NAME_LENGTH.max);
  return checked.ok ? checked : err({ ...checked.error, path: ["name"] });
}
