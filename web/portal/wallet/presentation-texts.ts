import type { Text } from "../../shared/texts/text.ts";
import type { NotPresented } from "./presentation.ts";

/** Why a device presents nothing. */
export const NOT_PRESENTED: Readonly<Record<NotPresented["kind"], Text>> = {
  keyless: {
    zh: "这台设备的密钥已经丢失，可能是清除了浏览器数据。请在有网络时重新绑定。",
    en: "The key of this device is lost; its browser data may have been cleared. Bind it anew while there is a network.",
  },
  failed: {
    zh: "这一页还没有下载完整。请连上网络，重新打开这一页。",
    en: "A part of this page has not come yet. Connect to a network and open the page anew.",
  },
  ended: {
    zh: "存在这台设备上的证照已到期。请在有网络时重新保存。",
    en: "What this device has kept has ended. Keep it anew while there is a network.",
  },
};
