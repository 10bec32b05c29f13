import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { CodeBlock } from "../parts/code-block.tsx";
import { type Called, callWithKey } from "./call-with-key.ts";

const TEXTS = {
  title: { zh: "在这里试一次", en: "Try one from here" },
  text: {
    zh: "密钥只留在这一页的内存里：不进地址，不保存，离开就没了。请用测试密钥；限定了网络的密钥在这里不能用。",
    en: "The key stays in this page's memory alone: it is in no address, is kept nowhere, and is gone when you leave. Take a test key; one that is bound to networks is refused here.",
  },
  key: { zh: "密钥", en: "Key" },
  query: { zh: "查询", en: "Query" },
  send: { zh: "发送", en: "Send" },
  sending: { zh: "正在发送…", en: "Sending…" },
  answer: { zh: "回复", en: "The answer" },
  offline: { zh: "没有连上服务器，请检查网络后重试。", en: "We could not reach the service. Try again." },
} satisfies Record<string, Text>;

const MISSING = {
  key: { zh: "请粘贴密钥", en: "Paste the key" },
  query: { zh: "请写下查询", en: "Write a query" },
} satisfies Record<string, Text>;

const FIRST = "{\n  viewer { kind id mode scopes keyExpiresAt }\n}";

/** A call with a key that is pasted here, and its answer as it came. */
export function Trial(): ReactNode {
  const { say, language } = useTexts();
  const [key, setKey] = useState("");
  const { value: query, change: setQuery } = useKept("trial:query", () => FIRST);
  const [called, setCalled] = useState<Called>();
  const [isSending, setSending] = useState(false);
  const { problems, problemOf, find } = useProblems();

  async function call(): Promise<void> {
    if (isSending) return;
    setSending(true);
    setCalled(await callWithKey(key.trim(), query, language));
    setSending(false);
  }

  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = [
          ...(key.trim() === "" ? [{ field: "trial-key", text: MISSING.key }] : []),
          ...(query.trim() === "" ? [{ field: "trial-query", text: MISSING.query }] : []),
        ];
        find(found);
        if (found.length === 0) void call();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <Field id="trial-key" label={say(TEXTS.key)} hint={say(TEXTS.text)} problem={problemOf("trial-key")}>
        {(marks) => (
          <input
            {...marks}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
      </Field>
      <Field id="trial-query" label={say(TEXTS.query)} problem={problemOf("trial-query")}>
        {(marks) => (
          <textarea
            {...marks}
            className="code-input"
            rows={4}
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
        </button>
      </div>
      <div role="status" className="waiting">
        {called === "offline" && <p>{say(TEXTS.offline)}</p>}
        {called && called !== "offline" && (
          <>
            <p className="strong">
              {say(TEXTS.answer)} · HTTP {called.status}
            </p>
            <CodeBlock name={say(TEXTS.answer)} text={called.body} />
          </>
        )}
      </div>
    </form>
  );
}
