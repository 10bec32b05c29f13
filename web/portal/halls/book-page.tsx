import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DayStep } from "./day-step.tsx";
import { ItemStep } from "./item-step.tsx";
import { SlotStep } from "./slot-step.tsx";

const route = getRouteApi("/halls/$code/book");

/** Booking is one question a page: the item, the day, the time. The address has the answers, so that going back changes one. */
export function BookPage(): ReactNode {
  const { code } = route.useParams();
  const { item, day, move } = route.useSearch();
  if (!item) return <ItemStep hall={code} />;
  if (!day) return <DayStep visit={{ hall: code, item, move }} />;
  return <SlotStep key={day} visit={{ hall: code, item, move }} day={day} />;
}
