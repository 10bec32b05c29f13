import type { Mode } from "../../../kernel/actor.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Sums } from "./sums.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "ledger-checkpoint": KeyUsedBy<"money/ledger", "mac">;
  }
}

/** All that was booked on a partition before `asOf`, as a verification has found it that found nothing wrong. */
export type Checkpoint = Sums & {
  readonly mode: Mode;
  readonly partition: string;
  readonly asOf: Instant;
};

/** FORGED where there is one that the platform has not signed for this partition. */
export type Found = Checkpoint | "NONE" | "FORGED";

/** Signs what a verification goes on from, so that nobody who can write to the tables alone can shorten it. */
export type SigningSecrets = Pick<Secrets, "mac">;

/** A text says what it is about first, so that no signature of one thing is another's. */
export const signatureOf = ({ mac }: SigningSecrets, text: string): string =>
  mac("ledger-checkpoint", text).toString("base64url");

/** Takes as long for a wrong one as for the right one. */
export const isSignatureOf = (secrets: SigningSecrets, text: string, signature: string): boolean =>
  isSameSecret(signature, signatureOf(secrets, text));

/** Partition and mode stand in it, so that a checkpoint counts nowhere else. */
export const textOfCheckpoint = (checkpoint: Checkpoint): string => {
  const { mode, partition, asOf, debits, credits, transfers, lastId } = checkpoint;
  return JSON.stringify([
    "checkpoint",
    ...[mode, partition, asOf, String(debits), String(credits), transfers, lastId],
  ]);
};
