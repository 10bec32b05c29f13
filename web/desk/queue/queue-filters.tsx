import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import type { DeskOfficer } from "../use-officer.ts";
import { DUES, type Due, type Place, type QueueSearch } from "./queue-search.ts";

const TEXTS = {
  filters: { zh: "筛选", en: "Filters" },
  region: { zh: "地区", en: "Region" },
  narrower: { zh: "下级地区", en: "Within it" },
  all: { zh: "全部", en: "All" },
  department: { zh: "部门", en: "Department" },
  item: { zh: "事项", en: "Service item" },
  due: { zh: "期限", en: "Due" },
} satisfies Record<string, Text>;

const DUE_TEXTS: Readonly<Record<Due, Text>> = {
  today: { zh: "今天到期及已超期", en: "Today and overdue" },
  overdue: { zh: "已超期", en: "Overdue" },
};

type Named = { readonly code: string; readonly name: string };
type Item = { readonly code: string; readonly name: Text };

type QueueFiltersProps = {
  readonly officer: DeskOfficer;
  readonly place: Place;
  readonly search: QueueSearch;
  readonly items: readonly Item[];
  /** The regions directly in the officer's own that is chosen. */
  readonly narrower: readonly Named[];
};

/** The choices of the part of a queue, each kept in the address. */
export function QueueFilters({ officer, place, search, items, narrower }: QueueFiltersProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const go = ({ after: _, ...next }: QueueSearch): void => void navigate({ to: "/desk/queue", search: next });
  const { item, due, ...others } = search;
  const own = officer.regions ?? [];
  const inside = narrower.filter(({ code }) => !own.some((one) => one.code === code));
  const all = { value: "", text: say(TEXTS.all) };
  return (
    <search className="filters" aria-label={say(TEXTS.filters)}>
      <Choice
        id="region"
        label={say(TEXTS.region)}
        value={place.top}
        options={own.map(({ code, name }) => ({ value: code, text: name }))}
        choose={(region) => go({ ...others, ...(due ? { due } : {}), region })}
      />
      {inside.length > 0 && (
        <Choice
          id="narrower"
          label={say(TEXTS.narrower)}
          value={place.region === place.top ? "" : place.region}
          options={[all, ...inside.map(({ code, name }) => ({ value: code, text: name }))]}
          choose={(region) => go({ ...search, region: region || place.top })}
        />
      )}
      <Choice
        id="department"
        label={say(TEXTS.department)}
        value={place.department}
        options={(officer.departments ?? []).map(({ code, name }) => ({ value: code, text: say(name) }))}
        choose={(department) => go({ ...others, ...(due ? { due } : {}), department })}
      />
      <Choice
        id="item"
        label={say(TEXTS.item)}
        value={item ?? ""}
        options={[all, ...items.map(({ code, name }) => ({ value: code, text: say(name) }))]}
        choose={(code) => go({ ...others, ...(due ? { due } : {}), ...(code ? { item: code } : {}) })}
      />
      <Choice
        id="due"
        label={say(TEXTS.due)}
        value={due ?? ""}
        options={[all, ...DUES.map((one) => ({ value: one, text: say(DUE_TEXTS[one]) }))]}
        choose={(value) => {
          const chosen = DUES.find((one) => one === value);
          go({ ...others, ...(item ? { item } : {}), ...(chosen ? { due: chosen } : {}) });
        }}
      />
    </search>
  );
}
