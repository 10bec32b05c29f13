import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Fields } from "../../../kernel/fields.ts";
import type { Message } from "../../../kernel/message.ts";

/** A licence as another platform tells it live, against a code of its holder's. */
export type PeerLicence = {
  readonly issuer: string;
  readonly vct: string;
  readonly identifier: string;
  readonly number: string;
  readonly status: string;
  readonly issuedOn: CivilDate;
  readonly validUntil?: CivilDate;
  readonly content: Fields;
};

/** Why a code shows nothing, by the other platform's word; each is a refusal of ours, too. */
export const WHY_NOT_SHOWN = [
  ...(["LICENCE_CODE_UNKNOWN", "LICENCE_CODE_USED", "LICENCE_CODE_OVER", "WALLET_DEVICE_REVOKED"] as const),
  ...(["LICENCE_SUSPENDED", "LICENCE_EXPIRED", "LICENCE_ENDED"] as const),
] as const;
export type NotShownThere = (typeof WHY_NOT_SHOWN)[number];

export type CodeAnswer = { readonly licence: PeerLicence } | { readonly refused: NotShownThere };

/** How a version stands by the word of its own platform. */
export const PEER_VERSION_STATUSES = [
  ...(["VALID", "SUSPENDED", "EXPIRED", "CANCELLED", "REVOKED", "SUPERSEDED"] as const),
] as const;
export type PeerVersionStatus = (typeof PEER_VERSION_STATUSES)[number];

/** The licence's status by the other platform's word: VALID, or why not, for people. */
export const PEER_STATUS: Readonly<Record<string, Message>> = {
  SUSPENDED: { zh: "已暂停", en: "it is suspended" },
  EXPIRED: { zh: "已过期", en: "it has expired" },
  CANCELLED: { zh: "已注销", en: "it was cancelled" },
  REVOKED: { zh: "已撤销", en: "it was revoked" },
};
