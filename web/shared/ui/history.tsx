import { type ReactNode, useEffect, useRef, useState } from "react";
import { moment } from "../format/dates.ts";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { useOwnAnswer } from "../graphql/use-answer.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Answered } from "./answered.tsx";

type Entry = {
  readonly sequence: number;
  readonly at: string;
  readonly text: string;
  readonly reason: string | null;
  /** Where the reader may know who it was. */
  readonly officer?: { readonly name: string | null } | null;
};

/** A part of all that was done about a case, oldest first. */
type Part = {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type HistoryProps<Data> = {
  /** The first part; none where it could not be read. */
  readonly of: Part | null | undefined;
  readonly application: string;
  /** Asks for the part behind another. */
  readonly later: TypedDocumentString<Data, { readonly id: string; readonly after: string }>;
  readonly partIn: (data: Data) => Part | null | undefined;
  /** The reader has asked for this part, and goes on reading here. */
  readonly isAskedFor?: boolean;
};

const TEXTS = {
  lost: { zh: "办理经过暂时无法显示。", en: "The history cannot be shown right now." },
  more: { zh: "显示之后的记录", en: "Show what came after" },
} satisfies Record<string, Text>;

/** All that was done about a case, oldest first; of a long history part by part, as the reader wants it. */
export function History<Data>(props: HistoryProps<Data>): ReactNode {
  const { of, isAskedFor = false } = props;
  const { say, language } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (isAskedFor) list.current?.focus();
  }, [isAskedFor]);
  if (!of) return <p>{say(TEXTS.lost)}</p>;
  const { hasNextPage, endCursor } = of.pageInfo;
  return (
    <>
      <ol className="trail" ref={list} tabIndex={isAskedFor ? -1 : undefined}>
        {of.edges.map(({ node: { sequence, at, text, reason, officer } }) => (
          <li key={sequence} className="trail-done">
            <span>{text}</span>
            {reason && <span className="soft">{reason}</span>}
            <span className="soft small">
              {[moment(at, language), officer?.name].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && !isOpen && (
        <div>
          <button className="button button-plain" type="button" onClick={() => setOpen(true)}>
            {say(TEXTS.more)}
          </button>
        </div>
      )}
      {isOpen && endCursor && <Later {...props} after={endCursor} />}
    </>
  );
}

function Later<Data>({ after, ...props }: HistoryProps<Data> & { readonly after: string }): ReactNode {
  const { application, later, partIn } = props;
  const asked = useOwnAnswer(later, { id: application, after });
  return <Answered asked={asked}>{(data) => <History {...props} of={partIn(data)} isAskedFor />}</Answered>;
}
