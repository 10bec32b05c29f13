import type { FrontEnd } from "../shared/front-end.ts";

const MINUTE_MS = 60_000;

export const DESK: FrontEnd = {
  ...{ name: "desk", home: "/desk", returnPath: "/desk/signed-in" },
  locksAfterMs: 15 * MINUTE_MS,
  title: { zh: "工作台", en: "Desk" },
  signInWhy: {
    zh: "工作台供工作人员使用，请用工作账号登录。",
    en: "The desk is for officers. Sign in with the account that you were given for your work.",
  },
  helpInFault: {
    zh: "仍然不行时，请把下面的编号告诉平台运维。",
    en: "If it stays so, tell the platform's operators the number below.",
  },
};
