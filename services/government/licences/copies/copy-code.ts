import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-copy-code": KeyUsedBy<"government/licences", "mac">;
  }
}

/** 130 bits: nobody finds one that is out, however many there are. */
const CODE_LENGTH = 26;

/** The code of a copy, of the secret that was issued for it. */
export const copyCode = (secret: string): string => secret.slice(0, CODE_LENGTH);

/** Leads from a code to its copy: of it nobody can tell the code. */
export const copyCodeDigest = ({ mac }: Pick<Secrets, "mac">, code: string): string =>
  mac("licence-copy-code", code.trim().toLowerCase()).toString("base64url");
