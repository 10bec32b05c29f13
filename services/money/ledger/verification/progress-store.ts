import { Entity } from "dynamodb-toolbox/entity";
import { EntityParser } from "dynamodb-toolbox/entity/actions/parse";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, Observation } from "../../../kernel/database/database.ts";
import { ENTITY } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { fen } from "../../../kernel/money.ts";
import { ledgerKeys } from "../keys.ts";
import { isSignatureOf, type SigningSecrets, signatureOf } from "./checkpoint.ts";
import { FIRST_PLACE, type Place, type Progress, type Scope } from "./progress.ts";
import { plain, RUN, TABLE } from "./verification-store.ts";

const ProgressEntity = new Entity({
  ...ENTITY,
  name: "LedgerVerification",
  schema: item({
    ...RUN,
    status: string().enum("RUNNING", "FINISHED"),
    // Records from before there were checkpoints have none of these; a run of theirs is begun anew.
    scope: string().enum("FULL", "SINCE").optional(),
    place: string().optional(),
    signature: string().optional(),
  }),
});
const readProgress = recordReader(ProgressEntity);

/** The run that goes on day by day, or the one that goes through all of the history beside it. */
export type Which = "DAILY" | "HISTORY";

const keyOf = (mode: Mode, which: Which) =>
  which === "DAILY" ? ledgerKeys.verification(mode) : ledgerKeys.fullVerification(mode);

/** FORGED where there is one that the platform has not signed. */
export async function getProgress(
  database: Pick<Database, "get">,
  secrets: SigningSecrets,
  mode: Mode,
  which: Which,
): Promise<Progress | "FORGED" | undefined> {
  const record = await database.get(TABLE, keyOf(mode, which));
  if (!record) return undefined;
  const { pk: _, sk: __, status, scope, place, signature, ...run } = readProgress(record);
  if (!scope || !place || !signature) return undefined;
  const isRight =
    run.mode === mode && isSignatureOf(secrets, textOf(which, { run, status, scope, place }), signature);
  return isRight ? { run, status, scope, place: placeIn(place) } : "FORGED";
}

/** An observation, as the trial balance is: it decides nothing, and a lost one is made again. */
export function putProgress(
  secrets: SigningSecrets,
  which: Which,
  { run, scope, status, place: at }: Progress,
): Observation {
  const place = writtenPlace(status === "FINISHED" ? FIRST_PLACE : at);
  return {
    table: TABLE,
    item: ProgressEntity.build(EntityParser).parse({
      ...keyOf(run.mode, which),
      ...plain(run),
      ...{
        status,
        scope,
        place,
        signature: signatureOf(secrets, textOf(which, { run, status, scope, place })),
      },
    }).item,
  };
}

type Written = Pick<Progress, "run" | "status"> & { readonly scope: Scope; readonly place: string };

/** The same for what is written and for what is read, in whatever order the fields come. */
const textOf = (which: Which, written: Written): string =>
  JSON.stringify(["progress", which, written], (_, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** Amounts are texts with a sign of their own, because JSON has no whole numbers of any length. */
const writtenPlace = (place: Place): string =>
  JSON.stringify(place, (_, value: unknown) => (typeof value === "bigint" ? `${value}${FEN}` : value));

const FEN = " fen";

/** Only for what was signed: nothing else can say that it is a place. */
const placeIn = (written: string): Place =>
  JSON.parse(written, (_, value: unknown) =>
    typeof value === "string" && value.endsWith(FEN) ? fen(BigInt(value.slice(0, -FEN.length))) : value,
  );
