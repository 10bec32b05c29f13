import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { ADD_READER } from "./halls-operations.ts";

const TEXTS = {
  title: { zh: "登记读卡器", en: "Add a card reader" },
  about: {
    zh: "登记后立即采信它签名的读卡结果；登记人自己在窗口不能使用它读的卡。",
    en: "What it signs is believed from then on, but of no card that is shown by the clerk who has added it.",
  },
  send: { zh: "登记", en: "Add it" },
  sending: { zh: "正在登记…", en: "Sending…" },
  sent: { zh: "读卡器已登记", en: "The reader is added" },
  noCode: { zh: "请填写代码", en: "Write its code" },
  noKey: { zh: "请填写公钥", en: "Write its public key" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;

const FIELDS = ["code", "publicKey", "reason"] as const;
type Typed = (typeof FIELDS)[number];
type Draft = Readonly<Record<Typed, string>>;
const EMPTY = (): Draft => ({ code: "", publicKey: "", reason: "" });

const ASKED: Readonly<Record<Typed, Asked>> = {
  code: {
    label: { zh: "代码", en: "Code" },
    hint: { zh: "大写字母、数字和连字符，最多 20 个", en: "Capital letters, digits and hyphens, 20 at most" },
    input: { maxLength: 20 },
  },
  publicKey: {
    label: { zh: "公钥", en: "Public key" },
    hint: { zh: "Ed25519，32 字节，base64url", en: "Ed25519, 32 bytes in base64url" },
    input: { maxLength: 60 },
  },
  reason: {
    label: { zh: "理由", en: "Reason" },
    hint: { zh: "记入审计记录", en: "It goes on record" },
    input: { maxLength: 500 },
  },
};

function missingIn(draft: Draft): readonly FoundProblem[] {
  const texts = { code: TEXTS.noCode, publicKey: TEXTS.noKey, reason: TEXTS.noReason };
  return FIELDS.flatMap((field) => (draft[field].trim() === "" ? [{ field, text: texts[field] }] : []));
}

type AddReaderProps = { readonly hall: string; readonly tell: (done: string) => void };

/** A manager's word that a device is a reader of the hall. */
export function AddReader({ hall, tell }: AddReaderProps): ReactNode {
  const { say } = useTexts();
  const { draft, write, problemOf, ...form } = useKeptForm({
    ...{ name: `reader:${hall}`, empty: EMPTY, fields: FIELDS, missingIn },
    document: ADD_READER,
    variablesOf: ({ code, publicKey, reason }: Draft) => ({
      input: { hall, code: code.trim(), publicKey: publicKey.trim() },
      reason: reason.trim(),
    }),
    done: () => tell(say(TEXTS.sent)),
  });
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      <TypedFields
        {...{ fields: FIELDS, asked: ASKED, draft, problemOf }}
        write={(field, text) => write({ [field]: text })}
      />
    </KeptFormFrame>
  );
}
