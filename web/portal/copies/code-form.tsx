import { type ReactNode, useState } from "react";
import { time } from "../../shared/format/dates.ts";
import { isCode } from "../../shared/format/secret-code.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { readCopyCode } from "./copy-address.ts";
import type { CameOfUse } from "./use-copy.ts";

const TEXTS = {
  code: { zh: "代码", en: "Code" },
  hint: {
    zh: "26 个字母和数字，空格和大小写不限；也可以粘贴整个链接。",
    en: "26 letters and digits, with or without spaces, in any case; or paste the whole link.",
  },
  wrong: {
    zh: "代码是 26 个字母和数字，请核对有没有漏字或多字",
    en: "A code has 26 letters and digits: check whether one is missing or too many",
  },
  counts: {
    zh: "按下面的按钮，就算使用一次，持证人会收到通知。请在需要时再按，并把显示件保存好。",
    en: "When you press the button, that is one use, and the holder is told. Press it when you need it, and keep the page that you get.",
  },
  use: { zh: "使用一次并查看", en: "Use it once and see it" },
  using: { zh: "正在打开…", en: "One moment…" },
  refused: { zh: "这份加注件不能使用", en: "This copy cannot be used" },
  refusedText: {
    zh: "这一次不算使用次数。被拒绝的使用会记录在案，告知持证人。",
    en: "That was not counted as a use. Refused uses are on record, and the holder is told of them.",
  },
  locked: { zh: "输错代码太多次", en: "Too many wrong codes" },
  maybe: {
    zh: "这一次有可能已经算作使用。再按一次会再算一次。",
    en: "It may have been counted as a use. If you press again, that is another.",
  },
} satisfies Record<string, Text>;
const lockedUntil = (when: string): Text => ({
  zh: `为防止猜测，请在 ${when} 以后再试；代码请向持证人核对。`,
  en: `So that nobody guesses codes, you can try again after ${when}. Ask the holder for the right one.`,
});
const FIELD = "copy-code";
/** Too many came at once: that is no refusal which anybody is told of. */
const BUSY = "LICENCE_COPY_BUSY";

type CodeFormProps = {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly came: CameOfUse | undefined;
  readonly use: (code: string) => Promise<void>;
  readonly isSending: boolean;
};

/** Takes the code of a copy, says that it is about to be used, and why it was not. */
export function CodeForm({ typed, type, came, use, isSending }: CodeFormProps): ReactNode {
  const { say } = useTexts();
  const [isWrong, setWrong] = useState(false);
  const code = readCopyCode(typed);
  const problem = isWrong ? say(TEXTS.wrong) : came?.__typename === "NotFound" ? came.message : undefined;
  function submit(): void {
    setWrong(!isCode(code));
    if (isCode(code)) void use(code);
  }
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problem ? [{ field: FIELD, text: problem }] : []} />
      <TextField
        id={FIELD}
        label={say(TEXTS.code)}
        hint={say(TEXTS.hint)}
        problem={problem}
        of={{ value: typed, change: type }}
      />
      {!isWrong && <WhyNot of={came} again={submit} isSending={isSending} />}
      <p className="strong">{say(TEXTS.counts)}</p>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.using : TEXTS.use)}
      </button>
    </form>
  );
}

type WhyNotProps = {
  readonly of: CameOfUse | undefined;
  readonly again: () => void;
  readonly isSending: boolean;
};

function WhyNot({ of, again, isSending }: WhyNotProps): ReactNode {
  const { say } = useTexts();
  switch (of?.__typename) {
    case "LicenceCopyRefused":
      return (
        <Notice tone="bad" title={say(TEXTS.refused)} isNews>
          <p>{of.message}</p>
          {of.code !== BUSY && <p>{say(TEXTS.refusedText)}</p>}
        </Notice>
      );
    case "TooManyGuesses":
      return (
        <Notice tone="bad" title={say(TEXTS.locked)} isNews>
          <p>{say(lockedUntil(time(of.lockedUntil)))}</p>
        </Notice>
      );
    case "Trouble":
      return (
        <>
          <TroubleNotice trouble={of.trouble} again={again} isAsking={isSending} />
          {mayBeCounted(of.trouble.kind) && <p className="strong">{say(TEXTS.maybe)}</p>}
        </>
      );
    default:
      return null;
  }
}

/** An answer that was lost may have been one of a use. */
const mayBeCounted = (kind: string): boolean => ["offline", "unknown", "fault"].includes(kind);
