import type { LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import type { Mode } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import { DatedAct } from "../forms/dated-act.tsx";
import { END, REPORT } from "./issuer-key-operations.ts";
import { keyName } from "./issuer-key-words.ts";

const END_TEXTS = {
  about: {
    zh: "到停用时间为止签发，此前签发的仍然有效。轮换时先登记并同意下一把密钥，两把并用一段时间。",
    en: "It signs until then, and what it has signed before stays valid. For a rotation the next key is agreed to first, and both are valid for a time.",
  },
  send: { zh: "停用", en: "End it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "已登记停用时间", en: "Its end is on record" },
} satisfies Record<string, Text>;
const endTitle = ({ zh, en }: Text): Text => ({ zh: `停用：${zh}`, en: `End: ${en}` });

const REPORT_TEXTS = {
  about: {
    zh: "立即生效，不能撤回，无需另一人同意：这把密钥不再签发，自泄露时间起由它签发的都不再有效。",
    en: "This holds at once, cannot be taken back, and needs no second officer: the key signs nothing more, and nothing that it has signed since then is valid.",
  },
  send: { zh: "报告泄露", en: "Report it as stolen" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "已登记泄露，这把密钥不再签发", en: "It is on record as stolen, and signs nothing more" },
} satisfies Record<string, Text>;
const REPORT_QUESTION = {
  title: { zh: "确定报告这把密钥泄露吗？", en: "Report this key as stolen?" },
  about: {
    zh: "一经登记不能撤回：这把密钥不再签发，自泄露时间起由它签发的证照都不再有效。",
    en: "It cannot be taken back: the key signs nothing more, and no licence that it has signed since then is valid.",
  },
} satisfies Record<string, Text>;
const reportTitle = ({ zh, en }: Text): Text => ({
  zh: `报告泄露：${zh}`,
  en: `Report as stolen: ${en}`,
});

const REASON = {
  label: { zh: "理由", en: "Reason" },
  hint: { zh: "记入这个机构密钥的历史", en: "It goes on record in the history of the authority's keys" },
} satisfies Record<string, Text>;
const UNTIL = {
  label: { zh: "停用时间", en: "It signs until" },
  hint: { zh: "北京时间，不早于现在", en: "Beijing time, not before now" },
} satisfies Record<string, Text>;
const sinceAsked = (from: Text): Readonly<Record<"label" | "hint", Text>> => ({
  label: { zh: "泄露时间", en: "Stolen since" },
  hint: {
    zh: `他人最早可能用过它的时间，北京时间。无法确定的填启用时间：${from.zh}。`,
    en: `The earliest time at which another may have used it, Beijing time. Where nobody knows, when it began: ${from.en}.`,
  },
});

type ChangeProps = {
  readonly place: { readonly issuer: string; readonly mode: Mode; readonly keyId: string };
  readonly done: (words: string) => void;
  /** The page without this form. */
  readonly back: Pick<LinkProps, "to" | "params" | "search">;
};

/** Says until when a key signs. */
export function EndKey({ place, ...leave }: ChangeProps): ReactNode {
  const { issuer, mode, keyId } = place;
  return (
    <DatedAct
      {...{ ...leave, document: END, field: "until", kept: `end-key:${mode}:${issuer}:${keyId}` }}
      texts={{ ...END_TEXTS, title: endTitle(keyName(keyId)) }}
      asked={{ at: UNTIL, reason: REASON }}
      variablesOf={({ at, reason }) => ({ ...place, until: at, reason })}
    />
  );
}

type ReportProps = ChangeProps & {
  /** Since when it signs. */
  readonly from: string;
};

/** Puts on record that another may have used a key. */
export function ReportKey({ place, from, ...leave }: ReportProps): ReactNode {
  const { issuer, mode, keyId } = place;
  const since = sinceAsked({ zh: moment(from, "zh"), en: moment(from, "en") });
  return (
    <DatedAct
      {...{
        ...leave,
        document: REPORT,
        field: "since",
        question: REPORT_QUESTION,
        kept: `report-key:${mode}:${issuer}:${keyId}`,
      }}
      texts={{ ...REPORT_TEXTS, title: reportTitle(keyName(keyId)) }}
      asked={{ at: since, reason: REASON }}
      variablesOf={({ at, reason }) => ({ ...place, since: at, reason })}
    />
  );
}
