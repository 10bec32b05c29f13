import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, month } from "../../shared/format/dates.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { monthsOffered } from "../months-offered.ts";
import type { DeskOfficer } from "../use-officer.ts";
import type { FIGURES_OF } from "./figures-operation.ts";
import type { FiguresSearch } from "./figures-search.ts";

/** The choice that is asked for. */
export type Wish = FiguresSearch & { readonly region: string; readonly from: string; readonly to: string };

type Answer = NonNullable<ResultOf<typeof FIGURES_OF>["caseFigures"]>;
export type FoundFigures = Extract<Answer, { readonly __typename: "CaseFigures" }>;

type FiltersProps = {
  readonly wish: Wish;
  readonly officer: DeskOfficer;
  readonly found: FoundFigures | undefined;
};

type Option = { readonly value: string; readonly text: string };

const TEXTS = {
  filters: { zh: "筛选", en: "Show" },
  region: { zh: "地区", en: "Region" },
  department: { zh: "部门", en: "Department" },
  all: { zh: "全部部门", en: "All departments" },
  item: { zh: "事项", en: "Service item" },
  everyItem: { zh: "全部事项", en: "All items" },
  itemHint: { zh: "选定部门后可按事项查看。", en: "Choose a department to see its items." },
  from: { zh: "从", en: "From" },
  to: { zh: "到（含当月）", en: "To (that month too)" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/figures");

/** Each choice is a part of the address, so that it can be sent to a colleague and come back to. */
export function FigureFilters({ wish, officer, found }: FiltersProps): ReactNode {
  const { say, language } = useTexts();
  const navigate = route.useNavigate();
  const choose = (part: FiguresSearch): void => void navigate({ search: { ...wish, ...part } });
  const months = withChosen(monthsOffered(dateAt(new Date()).slice(0, 7)), wish.from, wish.to).map(
    (value) => ({ value, text: month(value, language) }),
  );
  const regions = (officer.regions ?? []).map(({ code, name }) => ({ value: code, text: name }));
  const departments = (officer.departments ?? []).map(({ code, name }) => ({
    value: code,
    text: say(name),
  }));
  const items = (found?.byItem ?? []).map(({ code, item }) => ({
    value: code,
    text: item ? say(item.name) : code,
  }));
  return (
    <search>
      <form className="part filters" onSubmit={(event) => event.preventDefault()}>
        <h2>{say(TEXTS.filters)}</h2>
        <Choice
          {...{ id: "region", label: say(TEXTS.region), value: wish.region }}
          options={regionsWith(regions, wish.region, found)}
          choose={(region) => choose({ region })}
        />
        <Choice
          {...{ id: "department", label: say(TEXTS.department), value: wish.department ?? "" }}
          options={[{ value: "", text: say(TEXTS.all) }, ...departments]}
          choose={(department) => void navigate({ search: withoutItem(wish, department) })}
        />
        {wish.department === undefined ? (
          <p className="soft small">{say(TEXTS.itemHint)}</p>
        ) : (
          <Choice
            {...{ id: "item", label: say(TEXTS.item), value: wish.item ?? "" }}
            options={itemsWith([{ value: "", text: say(TEXTS.everyItem) }, ...items], wish.item)}
            choose={(item) =>
              void navigate({
                search: { ...withoutItem(wish, wish.department ?? ""), ...(item ? { item } : {}) },
              })
            }
          />
        )}
        <Choice
          {...{ id: "from", label: say(TEXTS.from), value: wish.from, options: months }}
          choose={(from) => choose({ from })}
        />
        <Choice
          {...{ id: "to", label: say(TEXTS.to), value: wish.to, options: months }}
          choose={(to) => choose({ to })}
        />
      </form>
    </search>
  );
}

/** An item is one of a department's: with another department it is chosen anew. */
function withoutItem({ item: _, department: __, ...wish }: Wish, department: string): FiguresSearch {
  return { ...wish, ...(department ? { department } : {}) };
}

const withChosen = (months: readonly string[], ...chosen: readonly string[]): readonly string[] =>
  [...new Set([...months, ...chosen])].sort().reverse();

/** A region that an address names may lie deeper than those which are offered. */
function regionsWith(
  offered: readonly Option[],
  chosen: string,
  found: FoundFigures | undefined,
): readonly Option[] {
  if (offered.some(({ value }) => value === chosen)) return offered;
  const named = found?.byRegion.find(({ region }) => region.code === chosen)?.region.name;
  return [...offered, { value: chosen, text: named ?? chosen }];
}

const itemsWith = (offered: readonly Option[], chosen: string | undefined): readonly Option[] =>
  chosen === undefined || offered.some(({ value }) => value === chosen)
    ? offered
    : [...offered, { value: chosen, text: chosen }];
