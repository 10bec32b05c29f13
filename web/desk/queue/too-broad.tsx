import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import type { DeskOfficer } from "../use-officer.ts";
import { QueueFilters } from "./queue-filters.tsx";
import type { Place, QueueSearch } from "./queue-search.ts";

const NARROWER = graphql(`
  query DeskNarrowerRegions($top: RegionCode!) {
    regions(under: $top) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "范围过大", en: "That is too much for one queue" },
  what: {
    zh: "请选择较小的地区，例如一个市。",
    en: "Choose a smaller region, for example a city.",
  },
} satisfies Record<string, Text>;

type TooBroadProps = { readonly officer: DeskOfficer; readonly place: Place; readonly search: QueueSearch };

/** In place of a queue that the platform does not make: a province's. */
export function TooBroad({ officer, place, search }: TooBroadProps): ReactNode {
  const asked = useOwnAnswer(NARROWER, { top: place.top });
  return (
    <Answered asked={asked}>
      {({ regions }) => (
        <>
          <QueueFilters {...{ officer, place, search, items: [], narrower: regions ?? [] }} />
          <ChooseSmaller />
        </>
      )}
    </Answered>
  );
}

/** In the place of its rows. */
export function ChooseSmaller(): ReactNode {
  const { say } = useTexts();
  return (
    <Notice tone="act" title={say(TEXTS.title)} isNews>
      <p>{say(TEXTS.what)}</p>
    </Notice>
  );
}
