import type { FrontEnd } from "../shared/front-end.ts";

export const PORTAL: FrontEnd = {
  ...{ name: "portal", home: "/", returnPath: "/signed-in" },
  // Its people are at a device of their own, where a lock would only be in the way.
  locksAfterMs: undefined,
  title: { zh: "市民服务", en: "City services" },
  signInWhy: {
    zh: "这里是您本人的信息，登录后才能查看。",
    en: "This is yours alone to see, so we have to know that it is you.",
  },
  helpInFault: {
    zh: "急需办理的，可拨打 12345 或到政务服务大厅。",
    en: "If it is urgent, call 12345 or come to a service hall.",
  },
};
