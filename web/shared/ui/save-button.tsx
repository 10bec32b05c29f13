import { type ReactNode, useState } from "react";
import type { NotDone } from "../graphql/use-act.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { pdfOf, saveFile } from "./save-file.ts";

const TEXTS = {
  save: { zh: "下载 PDF", en: "Download as PDF" },
  saving: { zh: "正在下载…", en: "Downloading…" },
} satisfies Record<string, Text>;

/** A PDF in base64, or why there is none. */
export type FoundPdf = { readonly pdf: string } | NotDone;

type SaveButtonProps = { readonly fileName: string; readonly find: () => Promise<FoundPdf> };

/** A button that asks for a PDF, and gives it to the browser to be kept. */
export function SaveButton({ fileName, find }: SaveButtonProps): ReactNode {
  const { say } = useTexts();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<NotDone>();
  async function save(): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    const found = await find().finally(() => setSaving(false));
    setFailure("pdf" in found ? undefined : found);
    if ("pdf" in found) saveFile(pdfOf(found.pdf), fileName);
  }
  return (
    <>
      <button className="button" type="button" onClick={save} aria-disabled={isSaving}>
        {say(isSaving ? TEXTS.saving : TEXTS.save)}
      </button>
      <FailureNotice failure={failure} again={() => void save()} isSending={isSaving} />
    </>
  );
}
