import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { type Place, placeOf } from "../queue/queue-search.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import type { PlaceSearch } from "./place-search.ts";

const NOWHERE: Text = {
  zh: "您的账号没有辖区或部门，因此这里没有内容。请联系授权的管理员。",
  en: "Your account has no region or no department, so there is nothing here. Turn to whoever appointed you.",
};

type PlacedProps = {
  readonly search: PlaceSearch;
  readonly children: (place: Place, officer: DeskOfficer) => ReactNode;
};

/** Draws a part of the officer's jurisdiction, once it is known. */
export function Placed({ search, children }: PlacedProps): ReactNode {
  const { say } = useTexts();
  return (
    <Answered asked={useOfficer()}>
      {({ viewer }) => {
        const { region, department } = search;
        const place = placeOf(
          { ...(region ? { region } : {}), ...(department ? { department } : {}) },
          viewer,
        );
        return place ? children(place, viewer) : <p>{say(NOWHERE)}</p>;
      }}
    </Answered>
  );
}
