import { readLicenceIdentifier } from "../../../field/licence-identifier.ts";
import { regionText } from "../../../field/named-region.ts";
import {
  closedFor,
  countWrong,
  type GuessPorts,
  type TooManyGuesses,
} from "../../../kernel/attempts/index.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { isOffered } from "../../catalogue/index.ts";
import type { RecognitionInForce } from "./find-recognition.ts";
import { type NotUsed, notUsed, type ShownForeign } from "./foreign-wish.ts";
import { PEER_STATUS, type PeerLicence } from "./peer-licence.ts";
import { originOf, type PeerFailure, type PeerPlatforms } from "./peer-platforms.ts";
import type { Purpose } from "./show-presentation.ts";

export type RedeemAtPeerPorts = GuessPorts & {
  readonly parts: { readonly peerPlatforms: Pick<PeerPlatforms, "redeem"> };
};

/** A licence told live, and what is in force about those of the platform that has told it. */
type Redeemed = { readonly shown: ShownForeign; readonly recognition: RecognitionInForce };

/**
 * Reads a licence by a code at its own region's platform, which uses the code up. Codes that nobody has shown count as wrong
 * guesses of the caller here, so that nobody uses up ours there. Errors: TOO_MANY_GUESSES; why nothing was told.
 */
export async function redeemAtPeer(
  ports: RedeemAtPeerPorts,
  code: string,
  { region, use }: Purpose,
  recognition: RecognitionInForce,
): Promise<Result<Redeemed, NotUsed | TooManyGuesses>> {
  const named = { licence: { zh: "该证照", en: "The licence" }, region: regionText(region) };
  const issuers = recognition.issuers.filter((one) => isOffered(one.regions, use.at));
  if (issuers.length === 0) return err(notUsed("UNTRUSTED_REGION", named));
  // Heard before the other platform is asked: a caller who has guessed too often asks nobody.
  const until = await closedFor(ports, undefined);
  if (until) return err({ code: "TOO_MANY_GUESSES", until });
  const origins = issuers.map(originOf);
  const asked = { region, mode: ports.mode, origins };
  const answer = await ports.parts.peerPlatforms.redeem(asked, code.trim());
  if (!answer.ok) return err(notUsed(SILENCE[answer.error], named));
  if ("refused" in answer.value) {
    const { refused } = answer.value;
    if (refused === "LICENCE_CODE_UNKNOWN") {
      const counted = await countWrong(ports, undefined);
      if (counted.code === "TOO_MANY_GUESSES") return err(counted);
    }
    return err(notUsed(refused));
  }
  const { licence, origin } = answer.value;
  const shown = shownBy(licence, region);
  if (!shown) return err(notUsed("FOREIGN_PLATFORM_SILENT", named));
  // A platform speaks for its own issuers, and for no others.
  const own = issuers.filter((one) => originOf(one) === origin);
  return ok({ shown, recognition: { ...recognition, issuers: own } });
}

const SILENCE = {
  NOT_CONNECTED: "FOREIGN_PLATFORM_NOT_CONNECTED",
  TIMED_OUT: "FOREIGN_PLATFORM_SILENT",
  CONNECTION_LOST: "FOREIGN_PLATFORM_SILENT",
  REFUSED: "FOREIGN_PLATFORM_SILENT",
  UNREADABLE: "FOREIGN_PLATFORM_SILENT",
} as const satisfies Record<PeerFailure, string>;

/** Undefined where its identifier is none, or another issuer's. */
function shownBy(told: PeerLicence, region: Purpose["region"]): ShownForeign | undefined {
  const { issuer, vct, identifier, number, status, issuedOn, validUntil, content } = told;
  const named = readLicenceIdentifier(identifier);
  if (named?.issuer !== issuer) return undefined;
  const reason = PEER_STATUS[status] ?? { zh: "状态不明", en: "its status is unknown" };
  const verdict =
    status === "VALID" ? ({ kind: "VALID" } as const) : ({ kind: "NOT_VALID", reason } as const);
  return {
    licence: { region, issuer, vct, issuedOn, claims: content, verdict },
    facts: {
      ...{ region, identifier, number, version: named.version, issuedOn },
      ...(validUntil === undefined ? {} : { validUntil }),
    },
    way: "CODE",
  };
}
