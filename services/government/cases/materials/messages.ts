import type { Message } from "../../../kernel/message.ts";

/** The texts about materials of applications. */
export const MATERIAL_MESSAGES = {
  MATERIAL_UNKNOWN: { zh: "该事项不收取这项材料。", en: "The item asks for no such material." },
  MATERIAL_NOT_OPEN: {
    zh: "补正通知未要求补交此项材料，不能更改。",
    en: "The correction notice does not name this material, so it cannot be changed.",
  },
  MATERIAL_OF_HOUSEHOLD: {
    zh: "此项材料使用家庭成员的证照，请先请该成员同意。",
    en: "This material takes a licence of a member of your household: ask that member for their consent.",
  },
  MATERIAL_HELD: {
    zh: "平台已有此项材料，无需上传。",
    en: "The platform holds this already; there is nothing to send.",
  },
  MATERIAL_MISSING: { zh: "请上传此项材料。", en: "Send this material." },
  MATERIAL_OVER: {
    zh: "材料“{material}”所用的证照 {reference} 的状态为“{how}”（{day} 查明），不能据以准予。已告知申请人；证照延续、恢复或换领后，将自动采用新的证照。",
    en: 'The licence {reference} that stands for "{material}" has the status "{how}", as was found on {day}, so nothing can be granted on it. The applicant has been told; once it is renewed, resumed or replaced, that stands for the material by itself.',
  },
  MATERIAL_OVER_ELSEWHERE: {
    zh: "材料“{material}”所用的外地证照 {reference} 的状态为“{how}”（{day} 查明），不能据以准予。已告知申请人；该证照在颁发地和本地重新有效后，将自动恢复采用。",
    en: 'The licence {reference} of another region that stands for "{material}" has the status "{how}", as was found on {day}, so nothing can be granted on it. The applicant has been told; once it is valid there and counts here again, it stands for the material by itself.',
  },
  MATERIAL_UNANSWERED: {
    zh: "材料“{material}”所用的外地证照 {reference}：自 {since} 起未能向颁发地平台核实其是否仍然有效，已记录在案。请稍后再试；再次准予的，以最近一次核验结果为准。",
    en: 'The licence {reference} of another region that stands for "{material}": since {since} nobody there could tell whether it is still valid. That is on record. Try again a little later; if you grant again, it counts as it was last verified.',
  },
  MATERIAL_OVER_TO_CORRECT: {
    zh: "材料“{material}”所用的证照 {reference} 的状态为“{how}”（{day} 查明），请在补正通知中一次性告知申请人补交此项材料。",
    en: 'The licence {reference} that stands for "{material}" has the status "{how}", as was found on {day}: name this material in the one notice of what has to be corrected.',
  },
  MATERIAL_BEING_SCANNED: {
    zh: "此项材料正在查毒，请稍后再提交。",
    en: "This material is still being scanned for viruses; hand it in a little later.",
  },
  MATERIAL_REJECTED: {
    zh: "此项材料未通过检查，请重新上传。",
    en: "What was sent of this material was not taken; send it again.",
  },
  FILE_TO_REPLACE_UNKNOWN: {
    zh: "此项材料没有这个可替换的文件。",
    en: "This material has no such file that could be replaced.",
  },
  TOO_MANY_FILES: { zh: "文件过多，最多 {max} 个。", en: "Too many files: {max} at most." },
  FILE_NAME_INVALID: {
    zh: '文件名不能含有 / \\ : * ? " < > |，也不能以点开头。',
    en: "A file's name has no / \\ : * ? \" < > | in it, and does not begin with a dot.",
  },
  FILE_SIZE_OUT_OF_RANGE: {
    zh: "文件大小应为 1 至 {max} 字节。",
    en: "A file has 1 to {max} bytes.",
  },
  SHA256_INVALID: {
    zh: "sha256 应为 64 位十六进制数。",
    en: "sha256 has 64 hexadecimal digits.",
  },
  FILE_NOT_FOUND: { zh: "没有这个文件。", en: "There is no such file." },
  UPLOAD_MISSING: {
    zh: "尚未收到文件。请按链接上传后再确认；链接过期的，请用同一 idempotencyKey 重新获取。",
    en: "Nothing has arrived. Send the file to its link first; for a link that is over, ask again with the same idempotencyKey.",
  },
  FILE_NOT_READY: {
    zh: "该文件未通过检查，不能下载。",
    en: "This file is not checked, or not taken, so it cannot be fetched.",
  },
  FILE_NOT_AS_ANNOUNCED: {
    zh: "收到的文件与所报的大小或 SHA-256 不符。",
    en: "What arrived has another size or SHA-256 than was announced.",
  },
  FILE_NOT_ITS_TYPE: {
    zh: "文件内容与所报的类型不符。",
    en: "The file's content is not of the type that was stated.",
  },
  FILE_INFECTED: { zh: "文件含有恶意代码。", en: "The file holds malware." },
  FILE_UNSCANNABLE: {
    zh: "文件无法查毒（例如有密码保护），请另行上传。",
    en: "The file cannot be scanned for viruses, for example because of a password; send it without.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof MATERIAL_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
