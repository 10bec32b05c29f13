import { type ReactNode, useState } from "react";
import { moment } from "../../../shared/format/dates.ts";
import { useSession } from "../../../shared/sign-in/session.ts";
import { ending } from "../../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Notice } from "../../../shared/ui/notice.tsx";
import { Qr } from "./qr.tsx";
import type { Ride, RideCode } from "./use-ride.ts";

/** Gates forgive clocks that differ by so much. */
const CLOCK_SKEW_S = 30;

const TEXTS = {
  hold: { zh: "对准闸机的扫码口", en: "Hold it to the gate's reader" },
  label: { zh: "乘车二维码", en: "QR code for the gate" },
  minute: {
    zh: "每分钟自动换新，截图无效。",
    en: "It changes by itself every minute; a screenshot opens no gate.",
  },
  offline: {
    zh: "没有网络、没有登录也能用。",
    en: "It works without a network and without a sign-in.",
  },
  clock: {
    zh: "手机时间不准，闸机可能不认",
    en: "The clock of this device is off, and gates may refuse the code",
  },
  clockText: {
    zh: "请在系统设置里打开“自动设置时间”，再重新领取乘车码。",
    en: "Have the time set automatically in the settings of your device, then get a new code.",
  },
  device: {
    zh: "能打开这台设备的人都能用它乘车。不是自己的设备，用完请移除；退出登录也会移除。",
    en: "Anybody who can open this device can ride with it. If it is not your own, remove the code when you are done; signing out removes it too.",
  },
  remove: { zh: "从这台设备移除乘车码", en: "Remove the code from this device" },
  removing: { zh: "正在移除…", en: "Removing…" },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({ zh: `可用到 ${when}`, en: `Works until ${when}` });

type ShownCodeProps = {
  readonly code: Extract<RideCode, { kind: "code" }>;
  readonly forget: Ride["forget"];
};

/** The code, as a passenger holds it to a gate. */
export function ShownCode({ code, forget }: ShownCodeProps): ReactNode {
  const { say, language } = useTexts();
  const { status } = useSession();
  const [isRemoving, setRemoving] = useState(false);
  const { ride } = code;
  return (
    <>
      <section className="part ride">
        <h2>{say(TEXTS.hold)}</h2>
        <Qr bytes={code.bytes} label={`${say(TEXTS.label)} (${say(ending(ride.ending))})`} />
        <p className="strong">{say(until(moment(code.until, language)))}</p>
        {status !== "signed-in" && <p>{say(ending(ride.ending))}</p>}
        <p>{say(TEXTS.minute)}</p>
        <p>{say(TEXTS.offline)}</p>
      </section>
      {Math.abs(ride.clockBehind) > CLOCK_SKEW_S && (
        <Notice tone="act" title={say(TEXTS.clock)}>
          <p>{say(TEXTS.clockText)}</p>
        </Notice>
      )}
      <section className="part stack">
        <p>{say(TEXTS.device)}</p>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={isRemoving}
          onClick={() => {
            setRemoving(true);
            void forget();
          }}
        >
          {say(isRemoving ? TEXTS.removing : TEXTS.remove)}
        </button>
      </section>
    </>
  );
}
