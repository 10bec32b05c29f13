import { yuan } from "../../shared/format/money.ts";
import type { Audience, HeldRecord, ServiceChannel } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const promiseOf = (days: number): Text =>
  days === 0
    ? { zh: "即时办结", en: "Done at once" }
    : { zh: `${days} 个工作日办结`, en: days === 1 ? "1 working day" : `${days} working days` };

export const visitsOf = (count: number): Text =>
  count === 0
    ? { zh: "不用跑", en: "no visit needed" }
    : { zh: `最多跑 ${count} 次`, en: count === 1 ? "1 visit at most" : `${count} visits at most` };

/** The cost, and the rule behind it. */
export const feeText = ({
  amount,
  basis,
}: {
  readonly amount: string;
  readonly basis: string | null;
}): Text => {
  if (/^0*\.?0*$/.test(amount)) return { zh: "不收费", en: "Free of charge" };
  const text = `${yuan(amount)} ${basis ?? ""}`.trim();
  return { zh: text, en: text };
};

export const AUDIENCES: Readonly<Record<Audience, Text>> = {
  NATURAL_PERSON: { zh: "个人", en: "people" },
  LEGAL_PERSON: { zh: "企业", en: "enterprises" },
};

export const CHANNELS: Readonly<Record<ServiceChannel, Text>> = {
  ONLINE: { zh: "网上", en: "online" },
  HALL: { zh: "政务服务大厅", en: "at a service hall" },
  SELF_SERVICE: { zh: "自助终端", en: "at a kiosk" },
  POST: { zh: "邮寄", en: "by post" },
};

/** The platform has it already, so nobody is asked for it. */
export const HELD_RECORDS: Readonly<Record<HeldRecord, Text>> = {
  HOUSING_FUND_ACCOUNT: {
    zh: "免交：平台已有公积金账户信息",
    en: "Not asked for: the platform has your account",
  },
  HOUSING_FUND_CONTRIBUTIONS: {
    zh: "免交：平台已有缴存记录",
    en: "Not asked for: the platform has your contributions",
  },
  HOUSING_FUND_LOANS: { zh: "免交：平台已有贷款记录", en: "Not asked for: the platform has your loans" },
};
