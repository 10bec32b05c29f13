import { type FormEvent, type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import { deviceName } from "./device-name.ts";
import { type Binding, FIELDS } from "./use-binding.ts";
import { WalletFull } from "./wallet-full.tsx";

const NAME_LENGTH_MAX = 40;
const ID_NUMBER_LENGTH_MAX = 18;

const TEXTS = {
  name: { zh: "设备名称", en: "Name of this device" },
  nameHint: { zh: "您以后凭它认出这台设备。", en: "By it you know the device again." },
  noName: { zh: "请给设备起个名字", en: "Give the device a name" },
  idNumber: { zh: "您的公民身份号码", en: "Your identity number" },
  idNumberHint: {
    zh: "18 位。借用您手机的人不知道它，所以绑定时要核对一次；平台不保存。",
    en: "18 characters. One who has borrowed your phone does not know it, so it is asked for once; it is not kept.",
  },
  noIdNumber: { zh: "请填写公民身份号码", en: "Write your identity number" },
  bind: { zh: "绑定这台设备", en: "Bind this device" },
  binding: { zh: "正在绑定…", en: "Binding it…" },
  unkept: { zh: "这个浏览器不保存密钥", en: "This browser keeps no key" },
  unkeptText: {
    zh: "您可能在用无痕窗口，或者禁止了网站保存数据。请换普通窗口，允许保存后再试。",
    en: "You may be in a private window, or have forbidden sites to keep data. Use an ordinary window that may keep them, then try again.",
  },
} satisfies Record<string, Text>;

/** The name of the device and the reader's identity number. The number stays in the page alone, until it is sent. */
export function BindForm({ of }: { readonly of: Binding }): ReactNode {
  const { say } = useTexts();
  const [name, setName] = useState(() => say(deviceName(navigator.userAgent)));
  const [idNumber, setIdNumber] = useState("");
  const { problems: missing, problemOf: missingAt, find } = useProblems();
  const { bind, isSending, failure, obstacle } = of;
  const refused = of.problems.map(({ field, text }) => ({
    ...{ field, text: typeof text === "string" ? text : say(text) },
  }));
  const problems = missing.length > 0 ? missing : refused;
  const problemOf = (field: string): string | undefined =>
    missing.length > 0 ? missingAt(field) : refused.find((each) => each.field === field)?.text;
  const send = (): void => {
    const found: readonly FoundProblem[] = [
      ...(name.trim() === "" ? [{ field: FIELDS.name, text: TEXTS.noName }] : []),
      ...(idNumber.trim() === "" ? [{ field: FIELDS.idNumber, text: TEXTS.noIdNumber }] : []),
    ];
    find(found);
    if (found.length === 0) void bind({ name, idNumber });
  };
  return (
    <form
      className="part stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      {obstacle !== undefined && <Obstacle of={obstacle} />}
      <FailureNotice failure={failure} again={send} isSending={isSending} />
      <TextField
        id={FIELDS.name}
        label={say(TEXTS.name)}
        hint={say(TEXTS.nameHint)}
        maxLength={NAME_LENGTH_MAX}
        problem={problemOf(FIELDS.name)}
        of={{ value: name, change: setName }}
      />
      <TextField
        id={FIELDS.idNumber}
        label={say(TEXTS.idNumber)}
        hint={say(TEXTS.idNumberHint)}
        maxLength={ID_NUMBER_LENGTH_MAX}
        problem={problemOf(FIELDS.idNumber)}
        of={{ value: idNumber, change: setIdNumber }}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.binding : TEXTS.bind)}
      </button>
    </form>
  );
}

function Obstacle({ of }: { readonly of: NonNullable<Binding["obstacle"]> }): ReactNode {
  const { say } = useTexts();
  if (of === "unkept")
    return (
      <Notice tone="bad" title={say(TEXTS.unkept)} isNews>
        <p>{say(TEXTS.unkeptText)}</p>
      </Notice>
    );
  return <WalletFull />;
}
