import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { TripLineFragment } from "../../shared/generated/graphql.ts";
import { FARE_MARKS, MODES, TRIP_STATUSES } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment TripLine on TransitTrip {
    mode
    status
    fare
    boardedAt
    price {
      parts {
        kind
      }
    }
    operator {
      name
    }
    entry {
      at
      station {
        name
      }
    }
    exit {
      at
      station {
        name
      }
    }
  }
`);

const UNKNOWN: Text = { zh: "未记录", en: "not on record" };

type Way = Pick<TripLineFragment, "mode" | "status" | "entry" | "exit" | "operator">;

/** Where a trip went, in words; one that has not ended is on its way. */
export function useWay({ mode, status, entry, exit, operator }: Way): string {
  const { say } = useTexts();
  if (mode === "BUS") return [say(MODES.BUS), operator?.name].filter(Boolean).join(" · ");
  const missing = status === "OPEN" ? "…" : say(UNKNOWN);
  const [from, to] = [entry, exit].map((pass) => pass?.station.name ?? missing);
  return `${from} → ${to}`;
}

/** A trip on two lines: where, when, and what it cost. */
export function TripLine({ trip }: { readonly trip: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const of = readFragment(FRAGMENT, trip);
  const { status, fare, boardedAt, entry, exit, price } = of;
  const marks = (price?.parts ?? []).flatMap(({ kind }) => FARE_MARKS[kind] ?? []);
  const at = boardedAt ?? entry?.at ?? exit?.at;
  const way = useWay(of);
  return (
    <span className="row">
      <span className="stack-tight">
        <span>{way}</span>
        <span className="soft small">{at && moment(at, language)}</span>
        {status !== "COMPLETED" && (
          <span>
            <Tag tone={TRIP_STATUSES[status].tone}>{say(TRIP_STATUSES[status].text)}</Tag>
          </span>
        )}
        {marks.length > 0 && <span className="soft small">{marks.map((mark) => say(mark)).join(" · ")}</span>}
      </span>
      <span className="strong">
        <Money amount={fare} />
      </span>
    </span>
  );
}
