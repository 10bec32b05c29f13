import type { RegionCode } from "../../../field/region.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { SecondLook } from "../../cases/index.ts";
import { findTrustOf } from "../trust/find-trust-list.ts";
import type { TrustedIssuer } from "../trust/trust-part.ts";
import { originOf, type PeerPlatforms } from "./peer-platforms.ts";
import type { RecognisedLicence } from "./recognised-licence.ts";
import { type RecognitionStore, raiseSequence } from "./recognition-store.ts";
import { documentsOf } from "./show-presentation.ts";
import { stillRecognised } from "./still-recognised.ts";

export type LookPorts = RecognitionStore & {
  readonly now: Instant;
  readonly parts: { readonly peerPlatforms: Pick<PeerPlatforms, "document" | "report" | "status"> };
};

/**
 * Looks again at a licence of another region that stands for a material of an application there: by the trust list as it is now, and
 * then in the way in which it was verified, at its issuer's platform. No answer that counts is none at all, and never a refusal.
 */
export async function lookElsewhere(
  ports: LookPorts,
  licence: RecognisedLicence,
  at: RegionCode,
): Promise<SecondLook> {
  const { database, now } = ports;
  const trust = await findTrustOf(licence.region, database);
  const recognised = stillRecognised(licence, { at, on: dateAt(now) }, trust);
  if (!recognised.ok) return { how: "OVER", end: recognised.error };
  return licence.way === "CODE"
    ? askItsPlatform(ports, licence, recognised.value)
    : readItsLists(ports, licence, recognised.value);
}

const UNANSWERED: SecondLook = { how: "UNANSWERED" };

/** The way of one that was read by a code: its platform tells how the version stands. */
async function askItsPlatform(
  { mode, parts }: LookPorts,
  { region, identifier }: RecognisedLicence,
  issuer: TrustedIssuer,
): Promise<SecondLook> {
  const asked = { region, mode, origins: [originOf(issuer)] };
  const status = await parts.peerPlatforms.status(asked, identifier);
  if (!status.ok) return UNANSWERED;
  return status.value === "VALID" ? { how: "STANDS" } : { how: "OVER", end: status.value };
}

/** The way of one that was shown: by the key that has signed it, and by its status list. */
async function readItsLists(
  ports: LookPorts,
  { signed, verifiedAt }: RecognisedLicence,
  issuer: TrustedIssuer,
): Promise<SecondLook> {
  if (!signed) return UNANSWERED;
  const { readAgain } = await import("../recognition/verify-shown.ts");
  const told = await readAgain(signed, verifiedAt, {
    ...{ issuer, now: ports.now, ...documentsOf(ports, issuer) },
    memory: { highestSequence: (list, sequence) => raiseSequence(ports, list, sequence) },
  });
  switch (told) {
    case "STANDS":
      return { how: "STANDS" };
    case "UNKNOWN":
      return UNANSWERED;
    case "REVOKED":
      // Lists have one status for both.
      return { how: "OVER", end: "ENDED" };
    default:
      return { how: "OVER", end: told };
  }
}
