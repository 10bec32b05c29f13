import { type FormEvent, type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import type { KeptLicence } from "../../shared/wallet/kept-licences.ts";
import { FieldChoice } from "./field-choice.tsx";
import type { Wish } from "./presentation.ts";
import { SavePresentation } from "./save-presentation.tsx";
import { ShownPresentation } from "./shown-presentation.tsx";

/** Counters forgive clocks that differ by so much (docs/licence-credentials.md). */
const CLOCK_SKEW_S = 60;
const AUDIENCE = "counter-address";
const AUDIENCE_LENGTH_MAX = 200;

const TEXTS = {
  lead: {
    zh: "窗口没有网络时这样出示。这台设备没有网络、没有登录也能用。",
    en: "For a counter that is offline. It works on this device without a network and without a sign-in.",
  },
  audience: { zh: "窗口的地址", en: "Address of the counter" },
  audienceHint: {
    zh: "例如 https://hall.example/windows/3，由窗口告诉您或贴在窗口上。码只对这个窗口有效。",
    en: "For example https://hall.example/windows/3. The counter tells it or has it on show, and the code is good there alone.",
  },
  noAudience: {
    zh: "请填写窗口的地址，中间没有空格",
    en: "Write the address of the counter, without spaces",
  },
  show: { zh: "出示二维码", en: "Show the code" },
  clock: {
    zh: "这台设备的时间不准，窗口可能不认",
    en: "The clock of this device is off, and counters may refuse it",
  },
  clockText: {
    zh: "请在系统设置里打开“自动设置时间”，再重新保存。",
    en: "Have the time set automatically in the settings of your device, then keep the licence anew.",
  },
  device: {
    zh: "能打开这台设备的人都能出示它。不是自己的设备，用完请移除；退出登录也会移除。",
    en: "Anybody who can open this device can show it. If it is not your own, remove it when you are done; signing out removes it too.",
  },
  remove: { zh: "从这台设备移除", en: "Remove it from this device" },
} satisfies Record<string, Text>;
const until = (when: string): Text => ({
  zh: `可出示到 ${when}，有网络时会自动续上。`,
  en: `It can be shown until ${when}, and is renewed while there is a network.`,
});

type PresentItProps = { readonly of: KeptLicence; readonly forget: () => Promise<void> };

/** A licence that this device has kept: the fields and the counter are chosen, then it is shown. */
export function PresentIt({ of, forget }: PresentItProps): ReactNode {
  const { say, language } = useTexts();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [audience, setAudience] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [wish, setWish] = useState<Wish>();
  const problem = isWrong && !isAudience(audience) ? say(TEXTS.noAudience) : undefined;
  function show(event: FormEvent): void {
    event.preventDefault();
    setWrong(!isAudience(audience));
    if (isAudience(audience)) setWish({ audience: audience.trim(), fields: chosen });
  }
  return (
    <>
      <p>{say(TEXTS.lead)}</p>
      <section className={wish ? "part stack ride" : "part stack"}>
        <p className="strong">
          {say(of.name)} {of.number}
        </p>
        <p>{say(until(moment(of.endsAt, language)))}</p>
        {wish ? (
          <ShownPresentation of={of} wish={wish} hide={() => setWish(undefined)} />
        ) : (
          <form className="stack" onSubmit={show} noValidate>
            <ErrorSummary problems={problem ? [{ field: AUDIENCE, text: problem }] : []} />
            <FieldChoice fields={of.fields} chosen={chosen} choose={choose} />
            <TextField
              id={AUDIENCE}
              label={say(TEXTS.audience)}
              hint={say(TEXTS.audienceHint)}
              inputMode="url"
              maxLength={AUDIENCE_LENGTH_MAX}
              problem={problem}
              of={{ value: audience, change: setAudience }}
            />
            <button className="button" type="submit">
              {say(TEXTS.show)}
            </button>
          </form>
        )}
        {!wish && <SavePresentation of={of} fields={chosen} />}
      </section>
      {Math.abs(of.clockBehind) > CLOCK_SKEW_S && (
        <Notice tone="act" title={say(TEXTS.clock)}>
          <p>{say(TEXTS.clockText)}</p>
        </Notice>
      )}
      <section className="part stack">
        <p>{say(TEXTS.device)}</p>
        <button className="button button-plain" type="button" onClick={() => void forget()}>
          {say(TEXTS.remove)}
        </button>
      </section>
    </>
  );
}

const isAudience = (text: string): boolean => /^\S+$/.test(text.trim());
