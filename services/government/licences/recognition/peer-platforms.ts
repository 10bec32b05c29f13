import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CodeAnswer, PeerVersionStatus } from "./peer-licence.ts";

/** Why another platform told nothing that counts. */
export type PeerFailure =
  /** No settings of ours name it, or name it where nobody of its region is trusted. */
  | "NOT_CONNECTED"
  | "TIMED_OUT"
  | "CONNECTION_LOST"
  /** It answered with another status than 200, or with errors of GraphQL: a fault, a refusal of our key, an address that leads elsewhere. */
  | "REFUSED"
  /** Its answer is longer than any, or none of the protocol. */
  | "UNREADABLE";

/** Why a document of another platform is none that counts: over, without the form or the signature, or older than one of before. */
export type DocumentFault = "OVER" | "UNREADABLE" | "ROLLED_BACK";

/** A text that another platform publishes. */
export type PeerDocument = { readonly text: string; readonly fetchedAt: Instant };

/** With the origin that has answered. */
export type PeerAnswer = CodeAnswer & { readonly origin: string };

/** A region whose platform is asked, and the origins at which issuers of it are trusted. */
export type AskedPeer = {
  readonly region: RegionCode;
  readonly mode: Mode;
  readonly origins: readonly string[];
};

/** The platforms of other regions. Only https is spoken, and no redirect is followed. */
export type PeerPlatforms = {
  /** The text at an address, from a copy of at most five minutes. */
  readonly document: (address: string) => Promise<Result<PeerDocument, PeerFailure>>;
  /** Tells our operators that the document at an address is none that counts. */
  readonly report: (address: string, fault: DocumentFault) => void;
  /** Uses a code up, once: an answer that is lost is not asked for again. */
  readonly redeem: (peer: AskedPeer, code: string) => Promise<Result<PeerAnswer, PeerFailure>>;
  /** How the version stands that an identifier names. */
  readonly status: (peer: AskedPeer, identifier: string) => Promise<Result<PeerVersionStatus, PeerFailure>>;
};

declare module "../../../kernel/parts.ts" {
  interface Parts {
    readonly peerPlatforms: PeerPlatforms;
  }
}

/** The origin at which an issuer's platform answers. */
export const originOf = ({ platform }: { readonly platform: string }): string => new URL(platform).origin;
