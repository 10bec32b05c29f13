import type { FrontEnd } from "../shared/front-end.ts";

export const CONSOLE: FrontEnd = {
  ...{ name: "console", home: "/console", returnPath: "/console/signed-in" },
  // Its people are at a device of their own, where a lock would only be in the way.
  locksAfterMs: undefined,
  title: { zh: "合作方控制台", en: "Partners' console" },
  signInWhy: {
    zh: "控制台由企业的法定代表人使用，请用个人账号登录。",
    en: "The console is for an enterprise's legal representative. Sign in as yourself.",
  },
  helpInFault: {
    zh: "仍然不行时，请把下面的编号告诉平台运维。",
    en: "If it stays so, tell the platform's operators the number below.",
  },
};
