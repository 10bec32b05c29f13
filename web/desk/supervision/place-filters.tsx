import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import type { Place } from "../queue/queue-search.ts";
import type { DeskOfficer } from "../use-officer.ts";
import type { PlaceSearch } from "./place-search.ts";

const TEXTS = {
  filters: { zh: "筛选", en: "Filters" },
  region: { zh: "地区", en: "Region" },
  department: { zh: "部门", en: "Department" },
} satisfies Record<string, Text>;

type PlaceFiltersProps = {
  readonly officer: DeskOfficer;
  readonly place: Place;
  /** The regions directly in the officer's own that is chosen. */
  readonly narrower: readonly { readonly code: string; readonly name: string }[];
  /** Goes to another place, of which the first page is shown. */
  readonly go: (place: Pick<PlaceSearch, "region" | "department">) => void;
  readonly children?: ReactNode;
};

/** The choice of a region and a department, each kept in the address. */
export function PlaceFilters({ officer, place, narrower, go, children }: PlaceFiltersProps): ReactNode {
  const { say } = useTexts();
  const { region, department } = place;
  const own = officer.regions ?? [];
  const inside = narrower.filter(({ code }) => !own.some((one) => one.code === code));
  return (
    <search className="filters" aria-label={say(TEXTS.filters)}>
      <Choice
        id="department"
        label={say(TEXTS.department)}
        value={department}
        options={(officer.departments ?? []).map(({ code, name }) => ({ value: code, text: say(name) }))}
        choose={(chosen) => go({ region, department: chosen })}
      />
      <Choice
        id="region"
        label={say(TEXTS.region)}
        value={region}
        options={[...own, ...inside].map(({ code, name }) => ({ value: code, text: name }))}
        choose={(chosen) => go({ region: chosen, department })}
      />
      {children}
    </search>
  );
}
