import { personalStore } from "../device-store.ts";
import type { Text } from "../texts/text.ts";

/** A field of a licence, as its holder chooses it to be shown. */
export type ShownField = {
  readonly name: string;
  readonly label: Text;
  readonly disclosure: "MINIMAL" | "ORDINARY" | "SENSITIVE";
};

/**
 * A licence as a device shows it without a network and without a sign-in, for a day: the credential that was signed for the
 * device's key, and what its holder has to read to choose from it.
 */
export type KeptLicence = {
  readonly licence: string;
  /** The one who has put it here, as the issuer names them. */
  readonly person: string;
  /** Of the key for which it was signed. */
  readonly keyId: string;
  readonly credential: string;
  readonly endsAt: string;
  readonly name: Text;
  readonly number: string;
  readonly fields: readonly ShownField[];
  /** How far the clock of this device was behind the platform's, in seconds. */
  readonly clockBehind: number;
};

export const {
  keep: keepLicence,
  read: readLicences,
  forget: forgetLicence,
  forgetOfOthers: forgetLicencesOfOthers,
} = personalStore<KeptLicence, "licence">("civigraph-licences", "licences", "licence");
