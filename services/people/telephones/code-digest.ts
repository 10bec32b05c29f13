import type { CitizenId } from "../../kernel/ids.ts";
import type { KeyUsedBy, Secrets } from "../../kernel/process/secrets.ts";
import type { Instant } from "../../kernel/runtime.ts";

declare module "../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "telephone-code": KeyUsedBy<"people/telephones", "mac">;
  }
}

/** A code as it was sent. `purpose` is what it is for, `sentAt` tells it from the same digits of another time. */
export type SentDigits = {
  readonly citizen: CitizenId;
  readonly purpose: string | undefined;
  readonly sentAt: Instant;
  readonly code: string;
};

/** Of a one-time code that was sent: six digits alone could be tried out by anybody who reads the database. */
export const codeDigest = (
  { citizen, purpose, sentAt, code }: SentDigits,
  { mac }: Pick<Secrets, "mac">,
): string =>
  mac("telephone-code", JSON.stringify([citizen, purpose ?? null, sentAt, code])).toString("base64url");
