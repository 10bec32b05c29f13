import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const MARK_READ = graphql(`
  mutation PortalMarkRead($ids: [ID!]!) {
    markNotificationsRead(ids: $ids) {
      __typename
      ... on MarkedNotifications {
        notifications {
          id
          read
        }
      }
    }
  }
`);

const MARK_ALL_READ = graphql(`
  mutation PortalMarkAllRead($upTo: ID!, $shown: [ID!]!) {
    markAllNotificationsRead(upTo: $upTo) {
      __typename
      ... on AllNotificationsMarked {
        more
      }
      ... on Refusal {
        message
      }
    }
    markNotificationsRead(ids: $shown) {
      __typename
    }
  }
`);

const TEXTS = {
  mark: { zh: "把本页标为已读", en: "Mark these as read" },
  markAll: { zh: "把全部消息标为已读", en: "Mark all messages as read" },
  marked: { zh: "已标为已读。", en: "They are marked as read." },
  marking: { zh: "正在标记…", en: "Marking…" },
} satisfies Record<string, Text>;

/** Marks the messages that are shown. */
export function MarkRead({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { say } = useTexts();
  const { send, isSending } = useChange(MARK_READ);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isMarked, setMarked] = useState(false);
  if (ids.length === 0) return isMarked && <Told title={say(TEXTS.marked)} />;
  async function mark(): Promise<void> {
    const answer = await send({ ids: [...ids] });
    setTrouble(answer.ok ? troubleAt(answer.errors, ["markNotificationsRead"]) : answer.trouble);
    setMarked(answer.ok);
  }
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={mark} isAsking={isSending} />}
      <button className="button button-plain" type="button" onClick={mark} aria-disabled={isSending}>
        {say(isSending ? TEXTS.marking : TEXTS.mark)}
      </button>
    </>
  );
}

type MarkAllReadProps = {
  /** The newest that the reader has seen; none where the page itself has all that is unread. */
  readonly upTo: string | undefined;
  /** Those of the page: one that was delivered late stands below the newest, and was told after it. */
  readonly shown: readonly string[];
};

/** Marks what the reader has seen, and all that had been told before the newest of it; what came meanwhile stays unread. */
export function MarkAllRead({ upTo, shown }: MarkAllReadProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure } = useAct(MARK_ALL_READ);
  const [isMarked, setMarked] = useState(false);
  if (upTo === undefined) return isMarked && <Told title={say(TEXTS.marked)} />;
  const input = { upTo, shown: [...shown] };
  async function mark(): Promise<void> {
    const ended = await send(input);
    if (ended?.kind !== "done" || ended.result.__typename !== "AllNotificationsMarked") return;
    if (ended.result.more) await mark();
    else setMarked(true);
  }
  return (
    <>
      <FailureNotice failure={failure} again={() => void mark()} isSending={isSending} />
      <button
        className="button button-plain"
        type="button"
        onClick={() => void mark()}
        aria-disabled={isSending}
      >
        {say(isSending ? TEXTS.marking : TEXTS.markAll)}
      </button>
    </>
  );
}
