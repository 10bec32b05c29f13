import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { yearUpTo } from "../months-offered.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { Breakdown } from "./breakdown.tsx";
import { FigureFilters, type Wish } from "./figure-filters.tsx";
import { FIGURES_OF } from "./figures-operation.ts";
import type { FiguresSearch } from "./figures-search.ts";
import { Totals } from "./totals.tsx";

const TEXTS = {
  title: { zh: "全市数据", en: "The city's figures" },
  nowhere: { zh: "您没有辖区，所以没有可看的数据。", en: "You have no region, and so no figures to see." },
  refused: { zh: "不能这样查询", en: "These figures cannot be had so" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/figures");

/** Counts of applications, by time, place and item, each as a picture and as a table. */
export function FiguresPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => {
          const wish = wishOf(search, viewer);
          return wish ? <FiguresOf wish={wish} officer={viewer} /> : <p>{say(TEXTS.nowhere)}</p>;
        }}
      </Answered>
    </Page>
  );
}

/** The broadest region and the last twelve months, where the address names no others. */
function wishOf(search: FiguresSearch, { regions, departments }: DeskOfficer): Wish | undefined {
  const region = search.region ?? regions?.[0]?.code;
  if (region === undefined) return undefined;
  const only = departments?.length === 1 ? departments[0]?.code : undefined;
  const department = search.department ?? only;
  return {
    ...{ ...yearUpTo(dateAt(new Date()).slice(0, 7)), ...search, region },
    ...(department === undefined ? {} : { department }),
  };
}

function FiguresOf({ wish, officer }: { readonly wish: Wish; readonly officer: DeskOfficer }): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(FIGURES_OF, wish);
  const answered = asked.answer?.ok ? asked.answer.data.caseFigures : undefined;
  return (
    <>
      <FigureFilters
        wish={wish}
        officer={officer}
        found={answered?.__typename === "CaseFigures" ? answered : undefined}
      />
      <Answered asked={asked}>
        {({ caseFigures }, errors) => {
          const trouble = troubleAt(errors, ["caseFigures"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!caseFigures) return null;
          if (caseFigures.__typename !== "CaseFigures")
            return (
              <Notice tone="bad" title={say(TEXTS.refused)} isNews>
                <p>{caseFigures.message}</p>
              </Notice>
            );
          return (
            <>
              <Totals of={caseFigures.total} />
              <Breakdown of={caseFigures} wish={wish} />
            </>
          );
        }}
      </Answered>
    </>
  );
}
