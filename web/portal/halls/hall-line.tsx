import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { openingAt, openingText } from "../../shared/format/opening.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { waitingIn } from "./hall-texts.ts";

const FRAGMENT = graphql(`
  fragment HallLine on Hall {
    code
    name {
      zh
      en
    }
    address {
      zh
      en
    }
    openDays(first: 2) {
      day
      hours {
        from
        to
      }
    }
    queues {
      waiting
    }
  }
`);

type HallLineProps = {
  readonly hall: FragmentType<typeof FRAGMENT>;
  /** The item for which one looks for a hall. */
  readonly item: string | undefined;
};

export function HallLine({ hall, item }: HallLineProps): ReactNode {
  const { say, language } = useTexts();
  const { code, name, address, openDays, queues } = readFragment(FRAGMENT, hall);
  const now = new Date();
  const opening = openingAt(openDays, now);
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <div className="stack-tight">
      <Link className="link-target" to="/halls/$code" params={{ code }} search={item ? { item } : {}}>
        {say(name)}
      </Link>
      <span>{say(address)}</span>
      <span>
        <Tag tone={opening.isOpen ? "good" : "plain"}>{openingText(opening, now, language)}</Tag>
      </span>
      {opening.isOpen && <span className="soft small">{say(waitingIn(waiting))}</span>}
    </div>
  );
}
