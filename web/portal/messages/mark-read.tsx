import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Told } from "../../shared/ui/told.tsx";

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
      ... on Refusal {
        message
      }
    }
  }
`);

const MARK_ALL_READ = graphql(`
  mutation PortalMarkAllRead($upTo: ID!) {
    markAllNotificationsRead(upTo: $upTo) {
      __typename
      ... on AllNotificationsMarked {
        more
      }
      ... on Refusal {
        message
      }
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
  const { send, isSending, failure, ended } = useAct(MARK_READ);
  if (ids.length === 0) return ended?.kind === "done" && <Told title={say(TEXTS.marked)} />;
  const mark = (): void => void send({ ids: [...ids] });
  return (
    <>
      <FailureNotice failure={failure} again={mark} isSending={isSending} />
      <MarkButton label={TEXTS.mark} isSending={isSending} mark={mark} />
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
  const own = useAct(MARK_READ);
  const older = useAct(MARK_ALL_READ);
  const [isMarked, setMarked] = useState(false);
  if (upTo === undefined) return isMarked && <Told title={say(TEXTS.marked)} />;
  const isSending = own.isSending || older.isSending;
  const input = { upTo };
  async function markOlder(): Promise<void> {
    const ended = await older.send(input);
    if (ended?.kind !== "done") return;
    if (ended.result.more) await markOlder();
    else setMarked(true);
  }
  async function mark(): Promise<void> {
    if (isSending) return;
    const ended = shown.length > 0 ? await own.send({ ids: [...shown] }) : undefined;
    if (ended === undefined || ended.kind === "done") await markOlder();
  }
  return (
    <>
      <FailureNotice failure={own.failure ?? older.failure} again={() => void mark()} isSending={isSending} />
      <MarkButton label={TEXTS.markAll} isSending={isSending} mark={() => void mark()} />
    </>
  );
}

type MarkButtonProps = { readonly label: Text; readonly isSending: boolean; readonly mark: () => void };

function MarkButton({ label, isSending, mark }: MarkButtonProps): ReactNode {
  const { say } = useTexts();
  return (
    <button className="button button-plain" type="button" onClick={mark} aria-disabled={isSending}>
      {say(isSending ? TEXTS.marking : label)}
    </button>
  );
}
