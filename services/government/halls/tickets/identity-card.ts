import { isCitizenIdNumber } from "../../../field/citizen-id-number.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";

export type CardPorts = { readonly secrets: Pick<Secrets, "citizenDigest"> };

export type NoIdNumber = { readonly code: "NOT_AN_ID_NUMBER"; readonly path: readonly string[] };

/** The person who shows an identity card with this number; nobody where none is shown. Errors: NOT_AN_ID_NUMBER. */
export function citizenOfCard(
  idNumber: string | undefined,
  { secrets }: CardPorts,
): Result<CitizenId | undefined, NoIdNumber> {
  if (idNumber === undefined) return ok(undefined);
  if (!isCitizenIdNumber(idNumber)) return err({ code: "NOT_AN_ID_NUMBER", path: ["idNumber"] });
  const citizen: CitizenId = `ctz_${secrets.citizenDigest(idNumber)}`;
  return ok(citizen);
}
