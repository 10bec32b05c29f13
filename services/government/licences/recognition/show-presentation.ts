import type { RegionCode } from "../../../field/region.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, type Instant } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { VerifierMemory } from "../credentials/verifier-memory.ts";
import { type DocumentName, licenceDocumentPath } from "../document-path.ts";
import { nonceUntil, ofPresentationIn } from "../passing-nonce.ts";
import { type ForeignLicence, recogniseLicence, type Use } from "../trust/recognise-licence.ts";
import type { TrustedIssuer } from "../trust/trust-part.ts";
import type { RecognitionInForce } from "./find-recognition.ts";
import { type NotUsed, notUsed, type ShownForeign, type Unreadable } from "./foreign-wish.ts";
import { originOf, type PeerDocument, type PeerPlatforms } from "./peer-platforms.ts";
import { isTaken, type RecognitionStore, raiseSequence } from "./recognition-store.ts";
import type { IssuersDocuments, Shown, VerifiedWith } from "./verify-shown.ts";

export type ShowPorts = RecognitionStore & {
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "mac">;
  readonly config: Pick<Settings, "siteOrigin">;
  readonly parts: { readonly peerPlatforms: Pick<PeerPlatforms, "document" | "report"> };
};

/** For which application of which region something is shown. */
export type Purpose = {
  readonly application: string;
  readonly region: RegionCode;
  readonly use: Use;
};

/** A credential that is for no device can be copied: it is taken once in so long, if it does not end before. */
const COPY_KEPT_S = (366 * DAY_MS) / 1_000;
/** Nothing is looked at before it is known that the licence could count. */
const NOT_LOOKED_AT = { kind: "UNKNOWN", reason: { zh: "尚未核验", en: "it is not verified yet" } } as const;

/**
 * Verifies a presentation by its signatures and by what its issuer's platform publishes. Errors: FOREIGN_LICENCE_UNREADABLE;
 * why it could not count whatever its signatures are, before anybody is asked; PLATFORM_WITHOUT_ADDRESS, where no phone can sign for us.
 */
export async function showPresentation(
  ports: ShowPorts,
  text: string,
  { application, region, use }: Purpose,
  recognition: RecognitionInForce,
): Promise<Result<ShownForeign, NotUsed | Unreadable>> {
  const { now, secrets, config } = ports;
  // Named with its folder, by which the build finds what stands beside the bundle.
  const { readShown, verifyShown, USED_BEFORE } = await import("../recognition/verify-shown.ts");
  const shown = await readShown(text);
  if (!shown) return err({ code: "FOREIGN_LICENCE_UNREADABLE", path: ["presentation"] });
  const { issuer: creditCode, vct, issuedOn, nonce, signed } = shown;
  const unproven: ForeignLicence = {
    ...{ region, issuer: creditCode, vct, issuedOn, claims: {}, verdict: NOT_LOOKED_AT },
  };
  const first = recogniseLicence(unproven, use, recognition);
  if (!first.ok && first.error.code !== "FOREIGN_LICENCE_UNKNOWN")
    return err(notUsed(first.error.code, first.error.values));
  const issuer = recognition.issuers.find((one) => one.creditCode === creditCode);
  if (!issuer) throw new Error("an issuer that is trusted is not in the list");
  if (shown.isForDevice && config.siteOrigin === undefined) return err(notUsed("PLATFORM_WITHOUT_ADDRESS"));
  // No nonce of ours is empty, so one that was not given for this case is a wrong one.
  const purpose = ofPresentationIn(application);
  const expected = nonce !== undefined && nonceUntil(secrets, purpose, nonce, now) ? nonce : "";
  const binding = { audience: config.siteOrigin ?? "", nonce: expected };
  const { memory, replayOf } = memoryOf(ports, shown);
  const verified = await verifyShown(text, {
    ...{ issuer, vct, now, memory, binding: shown.isForDevice ? binding : undefined },
    ...documentsOf(ports, issuer),
  });
  const once = replayOf();
  const isCopied = once && !shown.isForDevice && (await isTaken(ports, once.name));
  const verdict =
    isCopied && verified.verdict.kind === "VALID"
      ? ({ kind: "NOT_VALID", reason: USED_BEFORE } as const)
      : verified.verdict;
  return ok({
    licence: { ...unproven, claims: verified.claims, verdict },
    facts: { region, ...shown.facts },
    way: "PRESENTATION",
    ...(signed ? { signed } : {}),
    ...(once ? { once: { ...once, otherwise: USED_BEFORE } } : {}),
  });
}

/** The verifier's memory in the database; a presentation is taken by the commit that fills the material, not before. */
function memoryOf(
  ports: ShowPorts,
  { isForDevice, digest, endsS }: Shown,
): {
  readonly memory: VerifierMemory;
  readonly replayOf: () => { name: string; untilS: number } | undefined;
} {
  let signed: { name: string; untilS: number } | undefined;
  const keptS = Math.ceil(Date.parse(ports.now) / 1_000) + COPY_KEPT_S;
  const memory: VerifierMemory = {
    takeOnce: async (name, untilS) => {
      signed = { name, untilS };
      return !(await isTaken(ports, name));
    },
    highestSequence: (list, sequence) => raiseSequence(ports, list, sequence),
  };
  const copy = { name: digest, untilS: Math.min(endsS ?? keptS, keptS) };
  return { memory, replayOf: () => (isForDevice ? signed : copy) };
}

/** The documents below the issuer's own platform, and nowhere else. */
export function documentsOf(
  { parts, mode }: Pick<ShowPorts, "parts" | "mode">,
  issuer: TrustedIssuer,
): Pick<VerifiedWith, "documents" | "issuersAt"> {
  const origin = originOf(issuer);
  const addressOf = (name: DocumentName) => `${origin}${licenceDocumentPath(mode, name)}`;
  const at = async (address: string): Promise<PeerDocument | undefined> => {
    const found = await parts.peerPlatforms.document(address);
    return found.ok ? found.value : undefined;
  };
  const documents: IssuersDocuments = {
    issuers: () => at(addressOf("issuers")),
    listKeys: () => at(addressOf("list-keys")),
    statusKeys: () => at(addressOf("status-keys")),
    statusList: async (uri) => (URL.parse(uri)?.origin === origin ? at(uri) : undefined),
    report: parts.peerPlatforms.report,
  };
  return { documents, issuersAt: addressOf("issuers") };
}
