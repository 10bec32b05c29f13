import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { deviceName } from "./device-name.ts";
import { OwnNumberForm } from "./own-number-form.tsx";
import { type Binding, FIELDS } from "./use-binding.ts";
import { WalletFull } from "./wallet-full.tsx";

const TEXTS = {
  name: { zh: "设备名称", en: "Name of this device" },
  nameHint: { zh: "您以后凭它认出这台设备。", en: "By it you know the device again." },
  noName: { zh: "请给设备起个名字", en: "Give the device a name" },
  idNumberHint: {
    zh: "18 位。借用您手机的人不知道它，所以绑定时要核对一次；平台不保存。",
    en: "18 characters. One who has borrowed your phone does not know it, so it is asked for once; it is not kept.",
  },
  send: { zh: "绑定这台设备", en: "Bind this device" },
  sending: { zh: "正在绑定…", en: "Binding it…" },
} satisfies Record<string, Text>;
const UNKEPT: Text = { zh: "这个浏览器不保存密钥", en: "This browser keeps no key" };
const UNKEPT_TEXT: Text = {
  zh: "您可能在用无痕窗口，或者禁止了网站保存数据。请换普通窗口，允许保存后再试。",
  en: "You may be in a private window, or have forbidden sites to keep data. Use an ordinary window that may keep them, then try again.",
};

/** The form by which this device is bound, with why it could not be. */
export function BindForm({ of }: { readonly of: Binding }): ReactNode {
  const { say } = useTexts();
  const { bind, isSending, problems, failure, obstacle } = of;
  return (
    <OwnNumberForm
      {...{ fields: FIELDS, texts: TEXTS, refused: problems, failure, isSending }}
      name={say(deviceName(navigator.userAgent))}
      send={(typed) => void bind(typed)}
    >
      {obstacle === "full" && <WalletFull />}
      {obstacle === "unkept" && (
        <Notice tone="bad" title={say(UNKEPT)} isNews>
          <p>{say(UNKEPT_TEXT)}</p>
        </Notice>
      )}
    </OwnNumberForm>
  );
}
