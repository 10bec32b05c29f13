import type { TrailWords } from "../../../kernel/service.ts";

/** The words of what the clerk of another region does for the applicant (`doneElsewhere`). */
export const elsewhere = <const W extends TrailWords>({ text, ...words }: W) => ({
  ...words,
  text: {
    zh: `在其他地区窗口${text.zh}`,
    en: text.en.replace(/\.$/, ", at a window of another region."),
  },
  ...({ isElsewhere: true } as const),
});

const ANNOUNCED = {
  text: { zh: "准备上传一份材料。", en: "was about to send a material." },
  reasonNames: "MATERIAL",
} as const satisfies TrailWords;
const SCANNING = {
  text: { zh: "上传了材料，正在查毒。", en: "sent a material, which is being scanned." },
  reasonNames: "MATERIAL",
} as const satisfies TrailWords;
const READY = {
  text: { zh: "上传的材料通过检查。", en: "sent a material, which passed its checks." },
  reasonNames: "MATERIAL",
} as const satisfies TrailWords;
const REJECTED = {
  text: { zh: "上传的材料未通过检查。", en: "sent a material that is not taken." },
  reasonNames: "MATERIAL",
} as const satisfies TrailWords;
const BROUGHT = {
  text: {
    zh: "出示了其他地区的电子证照作为材料。",
    en: "showed a licence of another region as a material.",
  },
  reasonNames: "MATERIAL",
} as const satisfies TrailWords;

/** The life of a case's materials, by the last part of the action. */
export const MATERIAL_TRAIL = {
  "material-announced": ANNOUNCED,
  "material-scanning": SCANNING,
  "material-ready": READY,
  "material-rejected": REJECTED,
  "material-brought": BROUGHT,
  "material-announced-elsewhere": elsewhere(ANNOUNCED),
  "material-scanning-elsewhere": elsewhere(SCANNING),
  "material-ready-elsewhere": elsewhere(READY),
  "material-rejected-elsewhere": elsewhere(REJECTED),
  "material-brought-elsewhere": elsewhere(BROUGHT),
} as const;
