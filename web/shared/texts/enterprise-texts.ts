import type {
  ApplicantCapacity,
  AuthorityStatus,
  EnterpriseStanding,
  GuardianRelation,
} from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

type Status = { readonly text: Text; readonly tone: Tone };

export const AUTHORITY_STATUSES: Readonly<Record<AuthorityStatus, Status>> = {
  IN_FORCE: { text: { zh: "有效", en: "In force" }, tone: "good" },
  EXPIRED: { text: { zh: "已到期", en: "Expired" }, tone: "plain" },
  REVOKED: { text: { zh: "已撤销", en: "Ended" }, tone: "plain" },
};

export const STANDINGS: Readonly<Record<EnterpriseStanding, Status>> = {
  IN_BUSINESS: { text: { zh: "在营", en: "In business" }, tone: "good" },
  CLOSED_FOR_A_TIME: { text: { zh: "歇业", en: "Closed for a time" }, tone: "wait" },
  LICENCE_REVOKED: { text: { zh: "营业执照已吊销", en: "Business licence revoked" }, tone: "bad" },
  DEREGISTERED: { text: { zh: "已注销", en: "Deregistered" }, tone: "plain" },
  ANNULLED: { text: { zh: "登记已撤销", en: "Registration annulled" }, tone: "bad" },
};

export const GUARDIANS: Readonly<Record<GuardianRelation, Text>> = {
  PARENT: { zh: "父母", en: "A parent" },
  OTHER_GUARDIAN: { zh: "其他监护人", en: "Another guardian" },
};

export const CAPACITIES: Readonly<Record<ApplicantCapacity, Text>> = {
  SELF: { zh: "本人", en: "Yourself" },
  LEGAL_REPRESENTATIVE: { zh: "您是法定代表人", en: "You are its legal representative" },
  GUARDIAN: { zh: "您是监护人", en: "You are their guardian" },
  AGENT: { zh: "您是受托人", en: "You act for it by an authority" },
  PARTNER: { zh: "合作企业", en: "A partner enterprise" },
};
