import { personalStore } from "../device-store.ts";

/**
 * By this a device shows a card's ride code without a network and without a sign-in, for a day: the platform's signed word,
 * and the key that it stands for, which no script can read.
 */
export type KeptRide = {
  readonly card: string;
  /** The one whose card it is, as the issuer names them. */
  readonly person: string;
  readonly keys: CryptoKeyPair;
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly validUntil: string;
  /** The last digits of the card's number. */
  readonly ending: string;
  /** How far the clock of this device was behind the platform's, in seconds. */
  readonly clockBehind: number;
};

export const {
  keep: keepRide,
  read: readRides,
  forget: forgetRide,
  forgetOfOthers: forgetRidesOfOthers,
} = personalStore<KeptRide, "card">("civigraph", "rides", "card");
