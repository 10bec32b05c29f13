import { Link } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";

const FRAGMENT = graphql(`
  fragment CardActions on TransitCard {
    id
    availableActions
  }
`);

const FREEZE = graphql(`
  mutation PortalFreezeCard($card: ID!) {
    freezeTransitCard(id: $card) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const UNFREEZE = graphql(`
  mutation PortalUnfreezeCard($card: ID!) {
    unfreezeTransitCard(id: $card) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "卡丢了或不再用", en: "Lost it, or no longer need it?" },
  freeze: { zh: "冻结这张卡", en: "Freeze this card" },
  freezing: { zh: "正在冻结…", en: "Freezing…" },
  freezeText: {
    zh: "卡丢了就先冻结：闸机从下一次更新名单起（最多几小时）不再放行，卡里的钱不动。找到后可以解冻。",
    en: "Lost it? Freeze it first: gates refuse it from their next list on, in a few hours at most, and the money stays on it. Found again, it can be used again.",
  },
  frozen: { zh: "已冻结", en: "The card is frozen" },
  frozenText: {
    zh: "卡里的钱都在。找到后可以解冻，找不到就换一张新卡。",
    en: "The money on it is safe. Use it again when you have found it, or get a new card in its place.",
  },
  unfreeze: { zh: "找到了，解除冻结", en: "Found it: use it again" },
  unfreezing: { zh: "正在解冻…", en: "One moment…" },
  unfrozen: { zh: "已解冻，可以继续使用", en: "The card can be used again" },
  replace: { zh: "挂失并换一张新卡", en: "Report it lost and get a new card" },
  close: { zh: "退卡，把余额退回银行卡", en: "Close it and have the money paid out" },
} satisfies Record<string, Text>;

/** All that its holder can do with it now, as the platform says. */
export function CardActions({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id: card, availableActions } = readFragment(FRAGMENT, of);
  const [done, setDone] = useState<"frozen" | "unfrozen">();
  const freezing = useAct(FREEZE);
  const unfreezing = useAct(UNFREEZE);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is there no more.
  const end = (how: "frozen" | "unfrozen"): void => {
    setDone(how);
    heading.current?.focus();
  };
  const freeze = async (): Promise<void> => {
    if ((await freezing.send({ card }))?.kind === "done") end("frozen");
  };
  const unfreeze = async (): Promise<void> => {
    if ((await unfreezing.send({ card }))?.kind === "done") end("unfrozen");
  };
  const can = (action: string): boolean => availableActions.includes(action);
  if (availableActions.length === 0) return null;
  return (
    <section className="part stack">
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      {done === "frozen" && can("unfreeze") && (
        <Notice tone="good" title={say(TEXTS.frozen)} isNews>
          <p>{say(TEXTS.frozenText)}</p>
        </Notice>
      )}
      {done === "unfrozen" && can("freeze") && <Notice tone="good" title={say(TEXTS.unfrozen)} isNews />}
      <FailureNotice {...freezing} again={freeze} />
      <FailureNotice {...unfreezing} again={unfreeze} />
      {can("freeze") && (
        <>
          <p>{say(TEXTS.freezeText)}</p>
          <button
            className="button button-plain"
            type="button"
            onClick={freeze}
            aria-disabled={freezing.isSending}
          >
            {say(freezing.isSending ? TEXTS.freezing : TEXTS.freeze)}
          </button>
        </>
      )}
      {can("unfreeze") && (
        <button
          className="button button-plain"
          type="button"
          onClick={unfreeze}
          aria-disabled={unfreezing.isSending}
        >
          {say(unfreezing.isSending ? TEXTS.unfreezing : TEXTS.unfreeze)}
        </button>
      )}
      {can("replace") && (
        <Link className="link-target" to="/cards/$card/replace" params={{ card }}>
          {say(TEXTS.replace)}
        </Link>
      )}
      {can("close") && (
        <Link className="link-target" to="/cards/$card/close" params={{ card }}>
          {say(TEXTS.close)}
        </Link>
      )}
    </section>
  );
}
