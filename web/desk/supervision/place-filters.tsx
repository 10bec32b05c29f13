import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import type { Place } from "../queue/queue-search.ts";
import type { DeskOfficer } from "../use-officer.ts";
import type { PlaceSearch } from "./place-search.ts";

export const FILTERS: Text = { zh: "筛选", en: "Filters" };
const TEXTS = {
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
  return (
    <search className="filters" aria-label={say(FILTERS)}>
      <Choice
        id="department"
        label={say(TEXTS.department)}
        value={department}
        options={(officer.departments ?? []).map(({ code, name }) => ({ value: code, text: say(name) }))}
        choose={(chosen) => go({ region, department: chosen })}
      />
      <RegionChoice
        {...{ officer, region, narrower }}
        choose={(chosen) => go({ region: chosen, department })}
      />
      {children}
    </search>
  );
}

type RegionChoiceProps = Pick<PlaceFiltersProps, "officer" | "narrower"> & {
  readonly region: string;
  readonly choose: (region: string) => void;
};

/** The officer's own regions, and those directly in the one that is chosen. */
export function RegionChoice({ officer, narrower, region, choose }: RegionChoiceProps): ReactNode {
  const { say } = useTexts();
  const own = officer.regions ?? [];
  const inside = narrower.filter(({ code }) => !own.some((one) => one.code === code));
  return (
    <Choice
      id="region"
      label={say(TEXTS.region)}
      value={region}
      options={[...own, ...inside].map(({ code, name }) => ({ value: code, text: name }))}
      choose={choose}
    />
  );
}
