import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { KeyLineFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";

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
  act: { zh: "吊销这把密钥", en: "Revoke this key" },
  text: {
    zh: "从下一个请求起，它不再被接受，而且不能恢复。仍在使用它的系统会立即中断。",
    en: "From the next request on it is refused, and nothing brings it back. A system that still uses it stops at once.",
  },
} satisfies Record<string, Text>;
const title = (name: string): Text => ({ zh: `吊销“${name}”？`, en: `Revoke “${name}”?` });

type RevokeDialogProps = { readonly of: KeyLineFragment; readonly close: () => void };

/** Asks once more before a key is revoked. */
export function RevokeDialog({ of: { id, name, prefix }, close }: RevokeDialogProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure } = useAct(REVOKE, "revokeApiKey");
  async function revoke(): Promise<void> {
    const ended = await send({ id });
    if (ended?.kind === "done") close();
  }
  return (
    <ConfirmDialog
      title={say(title(name))}
      act={say(TEXTS.act)}
      isSending={isSending}
      onAct={() => void revoke()}
      onClose={close}
    >
      <p>{say(TEXTS.text)}</p>
      <p>
        <code>{prefix}…</code>
      </p>
      <FailureNotice failure={failure} again={() => void revoke()} isSending={isSending} />
    </ConfirmDialog>
  );
}
