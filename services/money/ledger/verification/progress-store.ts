import type { Mode } from "../../../kernel/actor.ts";
import type { Database, Observation } from "../../../kernel/database/database.ts";
import { fen } from "../../../kernel/money.ts";
import { ledgerKeys } from "../keys.ts";
import { isSignatureOf, type SigningSecrets, signatureOf } from "./checkpoint.ts";
import { FIRST_PLACE, type Progress } from "./progress.ts";

const TABLE = "registry";

/** The run that goes on day by day, or the one that goes through all of the history beside it. */
export type Which = "DAILY" | "HISTORY";

const keyOf = (mode: Mode, which: Which) =>
  which === "DAILY" ? ledgerKeys.verification(mode) : ledgerKeys.fullVerification(mode);

/** FORGED where there is one that the platform has not signed. Records from before there were checkpoints tell nothing. */
export async function getProgress(
  database: Pick<Database, "get">,
  secrets: SigningSecrets,
  mode: Mode,
  which: Which,
): Promise<Progress | "FORGED" | undefined> {
  const record = await database.get(TABLE, keyOf(mode, which));
  if (record?.["signature"] === undefined) return undefined;
  const progress = String(record["progress"]);
  const isRight = isSignatureOf(secrets, signedText(mode, which, progress), String(record["signature"]));
  return isRight ? read(progress) : "FORGED";
}

/** An observation, as the trial balance is: it decides nothing, and a lost one is made again. */
export function putProgress(secrets: SigningSecrets, which: Which, known: Progress): Observation {
  const { mode } = known.run;
  const progress = written(known.status === "FINISHED" ? { ...known, place: FIRST_PLACE } : known);
  const signature = signatureOf(secrets, signedText(mode, which, progress));
  return { table: TABLE, item: { ...keyOf(mode, which), progress, signature } };
}

const signedText = (...of: readonly [Mode, Which, string]): string => JSON.stringify(["progress", ...of]);

/** Amounts are texts with a sign of their own, because JSON has no whole numbers of any length. */
const written = (progress: Progress): string =>
  JSON.stringify(progress, (_, value: unknown) => (typeof value === "bigint" ? `${value}${FEN}` : value));

const FEN = " fen";

/** Only for what was signed: nothing else can say that it is a run's progress. */
const read = (progress: string): Progress =>
  JSON.parse(progress, (_, value: unknown) =>
    typeof value === "string" && value.endsWith(FEN) ? fen(BigInt(value.slice(0, -FEN.length))) : value,
  );
