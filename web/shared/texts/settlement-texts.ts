import { decimal, isNothing, yuan } from "../format/money.ts";
import type { PayDayKind, SettledKind } from "../generated/graphql.ts";
import type { Text } from "./text.ts";

/** A partner is settled with as one of these. */
export const SETTLED_KINDS: Readonly<Record<SettledKind, Text>> = {
  BILLER: { zh: "收费单位", en: "Biller" },
  OPERATOR: { zh: "运营单位", en: "Transit operator" },
};

type FeeTerms = {
  readonly feePerMille: string;
  readonly feeFixed: string;
  readonly feeLeast: string;
  readonly feeMost: string | null;
};

/** The fee for each transfer that comes in: a share and a fixed part, between two bounds. */
export function feeText({ feePerMille, feeFixed, feeLeast, feeMost }: FeeTerms): Text {
  const share = decimal(feePerMille);
  const parts = [
    { zh: `每笔收款的 ${share}‰`, en: `${share}‰ of each transfer that comes in` },
    ...(isNothing(feeFixed) ? [] : [{ zh: `另加 ${yuan(feeFixed)}`, en: `and ${yuan(feeFixed)}` }]),
    ...(isNothing(feeLeast) ? [] : [{ zh: `最低 ${yuan(feeLeast)}`, en: `at least ${yuan(feeLeast)}` }]),
    ...(feeMost === null ? [] : [{ zh: `最高 ${yuan(feeMost)}`, en: `at most ${yuan(feeMost)}` }]),
  ];
  return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join(", ") };
}

type PayDay = { readonly payDays: number; readonly payDayKind: PayDayKind };

/** The day on which the bank is to pay: T+n or D+n. */
export function payDayText({ payDays, payDayKind }: PayDay): Text {
  const isWorking = payDayKind === "WORKING";
  return {
    zh: `结算日后第 ${payDays} 个${isWorking ? "工作日" : "自然日"}`,
    en: `${payDays} ${isWorking ? "working" : "calendar"} day${payDays === 1 ? "" : "s"} after the day that is settled`,
  };
}
