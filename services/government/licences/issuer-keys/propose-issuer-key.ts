import { isCreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkReason, mayEdit, type OutsideJurisdiction, type Violation } from "../../catalogue/index.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import { type Issuer, isNotOver } from "../types/licence-type.ts";
import { type ByOfficer, type KeyWrites, keyHistory } from "./change-issuer-key.ts";
import { type IssuerIn, type KeptKey, nextSerial, type TooMany, withProposal } from "./issuer-key.ts";
import { getIssuerKeys, isKeyTaken, putIssuerKeys } from "./issuer-key-store.ts";
import { type FindProblem, findPrivateKey, type PrivateKeyPorts } from "./private-key.ts";
import { keyIdOf } from "./public-key.ts";

export type KeyWish = {
  readonly mode: Mode;
  /** Its unified social credit code. */
  readonly issuer: string;
  /** The code of a licence type in force that names it. */
  readonly licenceType: string;
  /** An ARN or an alias of AWS KMS; undefined for a key that is derived from the root secret. */
  readonly kmsKey: string | undefined;
  /** Undefined for a key that signs as soon as it is agreed to. */
  readonly from: Instant | undefined;
  readonly reason: string;
};

export type ProposeKeyRefusal =
  | Violation
  | OutsideJurisdiction
  | FindProblem
  | TooMany
  | {
      readonly code: "ISSUER_NOT_NAMED" | "ISSUER_KEY_START_PAST" | "ISSUER_KEY_TAKEN";
      readonly path: readonly string[];
    };

/**
 * Proposes a key by which an authority signs: one that a licence type in force names as an issuer. It signs when another officer
 * has agreed. Errors: ISSUER_NOT_NAMED; OUTSIDE_JURISDICTION; those of finding the key; ISSUER_KEY_TAKEN, it is or was an
 * issuer's already; TOO_MANY.
 */
export async function proposeIssuerKey(
  wish: KeyWish,
  { actor, now }: ByOfficer,
  ports: KeyWrites & PrivateKeyPorts,
): Promise<Result<KeptKey, ProposeKeyRefusal>> {
  const { mode, licenceType, kmsKey } = wish;
  const { database, commit, requestId } = ports;
  const why = checkReason(wish.reason);
  if (!why.ok) return why;
  const named = await findNamed(database, licenceType, wish.issuer, now);
  if (!named) return err({ code: "ISSUER_NOT_NAMED", path: ["issuer"] });
  if (wish.from !== undefined && wish.from < now)
    return err({ code: "ISSUER_KEY_START_PAST", path: ["from"] });
  const place: IssuerIn = { mode, issuer: named.creditCode };
  return decideUntilWritten({
    database,
    about: `the keys of ${place.issuer}`,
    read: () => getIssuerKeys(database, place),
    decide: async (before) => {
      const touched = before ? [named, before] : [named];
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" } as const);
      const found = await findPrivateKey(ports, place, { kmsKey, serial: nextSerial(before) });
      if (!found.ok) return found;
      const keyId = keyIdOf(found.value.publicKey);
      if (await isKeyTaken(database, keyId))
        return err({ code: "ISSUER_KEY_TAKEN", path: ["kmsKey"] } as const);
      const proposal: KeptKey = {
        ...{ keyId, algorithm: "ES256", ...found.value, issuer: place.issuer, from: wish.from ?? now },
        ...{ proposedBy: actor.id, proposedPerson: actor.person, proposedAt: now },
      };
      const after = withProposal(before, proposal, { ...named, mode });
      return after.ok ? ok({ before, after: after.value, answer: proposal }) : after;
    },
    write: ({ before, after, answer: { keyId } }) =>
      commit({
        ...{ actor, action: "licences.issuer-key.proposed", reason: `${keyId}: ${why.value}`, requestId },
        ...{ aggregate: keyHistory(place), table: "registry", at: now },
        writes: [putIssuerKeys(database, after, before)],
      }),
  });
}

/** The issuer as a type in force names it now or from a later day on; one whose time is over gets no key. */
async function findNamed(
  database: Pick<Database, "get" | "query">,
  licenceType: string,
  issuer: string,
  now: Instant,
): Promise<Issuer | undefined> {
  if (!isCreditCode(issuer)) return undefined;
  const type = await findLicenceType(licenceType, undefined, database);
  return type?.issuers.find((one) => one.creditCode === issuer && isNotOver(one, dateAt(now)));
}
