import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { DEVICES_MAX } from "./use-this-device.ts";

const TEXTS = {
  full: { zh: `已经绑定了 ${DEVICES_MAX} 台设备`, en: `${DEVICES_MAX} devices are bound already` },
  fullText: {
    zh: "同时最多只能绑定这么多。请先解除一台不再使用的设备。",
    en: "More cannot be bound at once. First revoke one that you no longer use.",
  },
  toDevices: { zh: "去解除设备", en: "Revoke a device" },
} satisfies Record<string, Text>;

/** As many devices show the reader's licences as there may be. */
export function WalletFull(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.full)} isNews>
      <p>{say(TEXTS.fullText)}</p>
      <Link className="link-target" to="/licences/devices">
        {say(TEXTS.toDevices)}
      </Link>
    </Notice>
  );
}
