import type { KeyUsedBy, Secrets } from "../../kernel/process/secrets.ts";

declare module "../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "api-key-pepper": KeyUsedBy<"people/partners", "mac">;
  }
}

/** Of an API key's secret part, with a pepper that the database does not hold. */
export const hashApiKey = (secret: string, { mac }: Pick<Secrets, "mac">): string =>
  mac("api-key-pepper", secret).toString("base64url");
