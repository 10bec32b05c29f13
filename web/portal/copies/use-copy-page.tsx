import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { CodeForm } from "./code-form.tsx";
import { useCopy } from "./use-copy.ts";
import { UsedCopy } from "./used-copy.tsx";

const TEXTS = {
  title: { zh: "使用加注件", en: "Use a copy of a licence" },
  lead: {
    zh: "有人把证照的加注件分享给您，凭代码在这里查看，无需登录。",
    en: "Somebody has shared a copy of a licence with you. Open it here by its code, without a sign-in.",
  },
  another: { zh: "使用另一份", en: "Use another one" },
} satisfies Record<string, Text>;

/** The page of whoever was given a code. It asks for nothing until its button is pressed, which counts as a use. */
export function UseCopyPage(): ReactNode {
  const { say } = useTexts();
  // Once somebody leaves, this page is still drawn for a moment, at the address of the next.
  const hash = useLocation({ select: (place) => (place.pathname === "/copy" ? place.hash : undefined) });
  const [led, setLed] = useState(hash);
  const [typed, setTyped] = useState(hash ?? "");
  const { came, use, isSending, forget } = useCopy();
  if (hash !== undefined && hash !== led) {
    // Another address was opened in the same window.
    setLed(hash);
    setTyped(hash);
    forget();
  }
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      {came?.__typename === "UsedLicenceCopy" ? (
        <>
          <UsedCopy key={came.number} of={came} />
          <div className="buttons">
            <button
              className="button button-plain"
              type="button"
              onClick={() => {
                setTyped("");
                forget();
              }}
            >
              {say(TEXTS.another)}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{say(TEXTS.lead)}</p>
          <CodeForm typed={typed} type={setTyped} came={came} use={use} isSending={isSending} />
        </>
      )}
    </Page>
  );
}
