import type { FileStatus, HeldSource, MaterialState } from "../generated/graphql.ts";
import type { Text } from "../texts/text.ts";
import type { Tone } from "../texts/tone.ts";

type Asked = { readonly required: Text; readonly optional: Text };
const both = (text: Text): Asked => ({ required: text, optional: text });

/** The state of a material, as it has to be sent or may be. */
export const MATERIAL_STATES: Readonly<Record<MaterialState, Asked>> = {
  MISSING: {
    required: { zh: "还没有上传", en: "Still to be sent" },
    optional: { zh: "未上传（选填）", en: "Nothing sent; it may be left out" },
  },
  AWAITED: both({ zh: "上传没有完成，请重新上传", en: "The sending was not completed; send it again" }),
  SCANNING: both({ zh: "正在查毒", en: "Being scanned for viruses" }),
  REJECTED: both({ zh: "没有通过检查，请重新上传", en: "It was not taken; send another" }),
  READY: both({ zh: "已上传", en: "Sent" }),
  FILLED: both({ zh: "免交：平台已有", en: "Not asked for: the platform has it" }),
};

type Stands = { readonly text: Text; readonly tone: Tone };

export const FILE_STATUSES: Readonly<Record<FileStatus, Stands>> = {
  AWAITED: { text: { zh: "没有传完", en: "Not sent" }, tone: "act" },
  SCANNING: { text: { zh: "正在查毒", en: "Being scanned" }, tone: "wait" },
  READY: { text: { zh: "已收到", en: "Received" }, tone: "good" },
  REJECTED: { text: { zh: "未通过", en: "Not taken" }, tone: "bad" },
  REPLACED: { text: { zh: "已替换", en: "Replaced" }, tone: "plain" },
};

export const HELD_SOURCES: Readonly<Record<HeldSource, Text>> = {
  CITIZEN_REGISTER: { zh: "人口信息", en: "register of residents" },
  ENTERPRISE_REGISTER: { zh: "市场主体登记信息", en: "register of enterprises" },
  HOUSING_FUND: { zh: "住房公积金中心", en: "housing-fund centre" },
  LICENCES: { zh: "电子证照", en: "electronic licence" },
  FOREIGN_LICENCES: { zh: "异地证照", en: "licence from elsewhere" },
};

const KB = 1_000;

/** How large a file is, as people read it: "193 B", "24 kB", "1.5 MB". */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  return bytes < KB * KB ? `${Math.round(bytes / KB)} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
