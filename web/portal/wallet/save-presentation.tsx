import { type FormEvent, type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { saveFile, textFile } from "../../shared/ui/save-file.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import type { KeptLicence } from "../../shared/wallet/kept-licences.ts";
import { type NotPresented, signFor } from "./presentation.ts";
import { NOT_PRESENTED } from "./presentation-texts.ts";

const REQUEST = "region-request";
const REQUEST_LENGTH_MAX = 400;

const TEXTS = {
  title: { zh: "给其他地区的办件", en: "For an application in another region" },
  lead: {
    zh: "在那个地区的平台上办事，材料可以用这张证照代替。先在上面勾选出示的内容，再粘贴那边生成的请求。",
    en: "Where one applies on the platform of another region, this licence may stand for a material. Tick above what is shown, then paste the request that was made there.",
  },
  request: { zh: "那边生成的请求", en: "Request that was made there" },
  hint: {
    zh: "一个网址和一串字符，中间有空格，整段粘贴。文件只对那一个办件有效。",
    en: "An address and a string of characters with a space between: paste all of it. The file is good for that one application alone.",
  },
  noRequest: {
    zh: "请粘贴完整的请求：网址、空格、字符",
    en: "Paste the whole request: address, space, characters",
  },
  save: { zh: "保存成文件", en: "Save as a file" },
  wrong: { zh: "没有生成文件", en: "There is no file" },
} satisfies Record<string, Text>;
const saved = (name: string): Text => ({
  zh: `已保存 ${name}，请在一分钟内到那边选择它。`,
  en: `${name} is saved: choose it there within a minute.`,
});

type SavePresentationProps = { readonly of: KeptLicence; readonly fields: readonly string[] };

/** Presents a licence to the portal of another region, by a file for one application there. */
export function SavePresentation({ of, fields }: SavePresentationProps): ReactNode {
  const { say } = useTexts();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [end, setEnd] = useState<NotPresented | { readonly kind: "saved"; readonly name: string }>();
  const request = readRequest(typed);
  const problem = isWrong && !request ? say(TEXTS.noRequest) : undefined;
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setWrong(!request);
    setEnd(undefined);
    if (!request) return;
    const signed = await signFor(of, { ...request, fields });
    if (signed.kind !== "signed") return setEnd(signed);
    const name = `${say(of.name)}-${of.number}.sd-jwt.txt`;
    saveFile(textFile(signed.text, "text/plain"), name);
    setEnd({ kind: "saved", name });
  }
  return (
    <details>
      <summary>{say(TEXTS.title)}</summary>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <p>{say(TEXTS.lead)}</p>
        <ErrorSummary problems={problem ? [{ field: REQUEST, text: problem }] : []} />
        {end?.kind === "saved" && <Told title={say(saved(end.name))} />}
        {end && end.kind !== "saved" && (
          <Notice tone="bad" title={say(TEXTS.wrong)} isNews>
            <p>{say(NOT_PRESENTED[end.kind])}</p>
          </Notice>
        )}
        <TextField
          id={REQUEST}
          label={say(TEXTS.request)}
          hint={say(TEXTS.hint)}
          maxLength={REQUEST_LENGTH_MAX}
          problem={problem}
          of={{ value: typed, change: setTyped }}
        />
        <button className="button button-plain" type="submit">
          {say(TEXTS.save)}
        </button>
      </form>
    </details>
  );
}

/** A request as the other portal shows it: its address, and the text that is signed for it. */
function readRequest(typed: string): { readonly audience: string; readonly nonce: string } | undefined {
  const [audience, nonce, ...more] = typed.trim().split(/\s+/);
  return audience && nonce && more.length === 0 ? { audience, nonce } : undefined;
}
