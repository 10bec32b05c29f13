import type { ConsentRequestStatus, ConsentStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

type Status = { readonly text: Text; readonly tone: Tone };

export const CONSENT_STATUSES: Readonly<Record<ConsentStatus, Status>> = {
  IN_FORCE: { text: { zh: "有效", en: "In force" }, tone: "good" },
  EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "plain" },
  REVOKED: { text: { zh: "已撤回", en: "Taken back" }, tone: "plain" },
};

export const CONSENT_REQUEST_STATUSES: Readonly<Record<ConsentRequestStatus, Status>> = {
  PENDING: { text: { zh: "待您答复", en: "Waiting for your answer" }, tone: "act" },
  GRANTED: { text: { zh: "您已同意", en: "You have agreed" }, tone: "good" },
  REFUSED: { text: { zh: "您已拒绝", en: "You have refused" }, tone: "plain" },
  EXPIRED: { text: { zh: "已过期", en: "Too old to be answered" }, tone: "plain" },
};
