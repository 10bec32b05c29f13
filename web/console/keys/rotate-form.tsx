import { type ReactNode, useEffect, useRef, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { KeyLineFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

const ROTATE = graphql(`
  mutation ConsoleRotateKey($key: ID!, $id: ID!, $graceHours: Int!) {
    rotateApiKey(idempotencyKey: $key, id: $id, graceHours: $graceHours) {
      __typename
      ... on IssuedApiKey {
        secret
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** In hours; the last is the longest that there is. */
const GRACES: readonly { readonly hours: number; readonly text: Text }[] = [
  { hours: 0, text: { zh: "立即停用", en: "Not at all: it ceases at once" } },
  { hours: 1, text: { zh: "1 小时", en: "For 1 hour" } },
  { hours: 24, text: { zh: "1 天", en: "For a day" } },
  { hours: 72, text: { zh: "3 天", en: "For 3 days" } },
  { hours: 168, text: { zh: "7 天", en: "For 7 days" } },
];
const USUAL_HOURS = 24;

const TEXTS = {
  text: {
    zh: "会创建一把同样权限的新密钥。旧密钥在宽限期内照常可用，请在此期间换上新的。",
    en: "A new key with the same scopes is made. The old one works for the time that you choose: put the new one in its place meanwhile.",
  },
  grace: { zh: "旧密钥还用多久？", en: "For how long is the old one to work?" },
  rotate: { zh: "创建新密钥", en: "Make the new key" },
  rotating: { zh: "正在创建…", en: "One moment…" },
  cancel: { zh: "不轮换", en: "Do not rotate it" },
} satisfies Record<string, Text>;

type RotateFormProps = {
  readonly of: KeyLineFragment;
  readonly show: (secret: string) => void;
  readonly close: () => void;
};

/** A key gives way to another, at once or after a time. */
export function RotateForm({ of: { id, name }, show, close }: RotateFormProps): ReactNode {
  const { say } = useTexts();
  const [hours, setHours] = useState(USUAL_HOURS);
  const { send, isSending, failure } = useAct(ROTATE);
  const request = useIdempotencyKey(`rotate:${id}`);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  async function rotate(): Promise<void> {
    const wish = { id, graceHours: hours };
    const ended = await send({ key: request.keyFor(wish), ...wish });
    if (ended?.kind !== "done") return;
    request.forget();
    close();
    show(ended.result.secret);
  }
  return (
    <form
      className="notice"
      aria-label={`${say(TEXTS.rotate)}: ${name}`}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void rotate();
      }}
    >
      <FailureNotice failure={failure} again={() => void rotate()} isSending={isSending} />
      <p>{say(TEXTS.text)}</p>
      <Choice
        id={`grace-${id}`}
        label={say(TEXTS.grace)}
        value={String(hours)}
        options={GRACES.map((grace) => ({ value: String(grace.hours), text: say(grace.text) }))}
        choose={(text) => setHours(Number(text))}
      />
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.rotating : TEXTS.rotate)}
        </button>
        <button className="button button-plain" type="button" onClick={close}>
          {say(TEXTS.cancel)}
        </button>
      </div>
    </form>
  );
}
