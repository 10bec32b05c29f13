import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { KeyLineFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

const REVOKE = graphql(`
  mutation ConsoleRevokeKey($id: ID!) {
    revokeApiKey(id: $id) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  revoke: { zh: "吊销", en: "Revoke" },
  act: { zh: "吊销这把密钥", en: "Revoke this key" },
  text: {
    zh: "从下一个请求起，它不再被接受，而且不能恢复。仍在使用它的系统会立即中断。",
    en: "From the next request on it is refused, and nothing brings it back. A system that still uses it stops at once.",
  },
} satisfies Record<string, Text>;
const question = (name: string): Text => ({ zh: `吊销“${name}”？`, en: `Revoke “${name}”?` });

/** Asks once more before a key is revoked. */
export function RevokeKey({ of: { id, name, prefix } }: { readonly of: KeyLineFragment }): ReactNode {
  const { say } = useTexts();
  const { send, again, isSending, failure } = useAct(REVOKE);
  return (
    <ConfirmedButton
      {...{ label: say(TEXTS.revoke), about: name, question: say(question(name)), yes: say(TEXTS.act) }}
      isSending={isSending}
      act={() => void send({ id })}
    >
      <p>{say(TEXTS.text)}</p>
      <p>
        <code>{prefix}…</code>
      </p>
      <FailureNotice {...{ failure, again, isSending }} />
    </ConfirmedButton>
  );
}
