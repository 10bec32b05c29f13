import type { LicenceStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const LICENCE_STATUSES: Readonly<Record<LicenceStatus, { readonly text: Text; readonly tone: Tone }>> =
  {
    VALID: { text: { zh: "有效", en: "Valid" }, tone: "good" },
    EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "bad" },
    CANCELLED: { text: { zh: "已注销", en: "Given up" }, tone: "plain" },
    REVOKED: { text: { zh: "已撤销", en: "Revoked" }, tone: "bad" },
  };
