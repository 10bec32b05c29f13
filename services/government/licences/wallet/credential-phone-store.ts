import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { keyIdOf, type PublicKey } from "../issuer-keys/public-key.ts";
import { licenceKeys } from "../keys.ts";

type Records = { readonly database: Database; readonly mode: Mode };

/**
 * Keeps whose phone a credential was signed for: it names no person, and one who presents it online is asked whether the phone is
 * still theirs. A later credential for the same phone takes the place of this one; a day after its end it is forgotten.
 */
export const putCredentialPhone = (
  { database, mode }: Records,
  licence: LicenceId,
  key: PublicKey,
  { shownBy, endsAt }: { readonly shownBy: CitizenId; readonly endsAt: Instant },
): TransactItem => ({
  Put: {
    TableName: database.nameOf(recordsTable(mode)),
    Item: {
      ...licenceKeys.credentialPhone(licence, keyIdOf(key)),
      [TIME_TO_LIVE]: timeToLive(plusMs(endsAt, DAY_MS)),
      shownBy,
    },
  },
});

/** The person for whose phone a credential of a licence was signed last; undefined where none was, or it was long ago. */
export async function getCredentialPhone(
  { database, mode }: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  licence: LicenceId,
  key: PublicKey,
): Promise<CitizenId | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.credentialPhone(licence, keyIdOf(key)));
  const shownBy = found?.["shownBy"];
  return typeof shownBy === "string" && isId("ctz", shownBy) ? shownBy : undefined;
}
