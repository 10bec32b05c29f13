import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { TrialForm } from "./trial-form.tsx";

const TEXTS = {
  title: { zh: "在这里试一次", en: "Try one from here" },
  query: { zh: "查询", en: "Query" },
  missing: { zh: "请写下查询", en: "Write a query" },
} satisfies Record<string, Text>;

const FIRST = "{\n  viewer { kind id mode scopes keyExpiresAt }\n}";
const QUERY = "trial-query";

/** A query of one's own, with a key that is pasted here. */
export function Trial(): ReactNode {
  const { say } = useTexts();
  const [key, setKey] = useState("");
  const { value: query, change: setQuery } = useKept("trial:query", () => FIRST);
  return (
    <TrialForm
      {...{ id: "trial", title: TEXTS.title, call: { query }, pasted: { value: key, change: setKey } }}
      missing={query.trim() === "" ? [{ field: QUERY, text: TEXTS.missing }] : []}
      fields={(problemOf) => (
        <Field id={QUERY} label={say(TEXTS.query)} problem={problemOf(QUERY)}>
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
      )}
    />
  );
}
