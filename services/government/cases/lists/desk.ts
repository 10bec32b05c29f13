import type { RegionCode } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import type { ApplicationId } from "../ids.ts";

/** One list of an officer's desk. */
export type Desk =
  | { readonly kind: "WAITING"; readonly region: string; readonly department: string }
  | {
      readonly kind: "WAITING_AT_STEP";
      readonly region: string;
      readonly department: string;
      readonly item: string;
      readonly step: string;
    }
  | { readonly kind: "HELD"; readonly region: string; readonly department: string }
  | { readonly kind: "ESCALATED"; readonly region: string; readonly department: string }
  | { readonly kind: "PAUSED"; readonly region: string; readonly department: string }
  | { readonly kind: "CLAIMED" | "TO_INSPECT"; readonly officer: OfficerId };

/** The place of an entry in its list (by the day that it is due, or since which it waits), its case, and its record. */
export type DeskEntry = { readonly place: string; readonly id: ApplicationId; readonly record: string };

export type DeskPage = {
  readonly first: number;
  /** Behind this entry, in whichever of the lists it stands. */
  readonly after?: DeskEntry;
  /** Only what is due on this day or later. */
  readonly dueFrom?: CivilDate;
  /** Only what is due by the end of this day. */
  readonly dueBy?: CivilDate;
};

/** `within` takes in what lies in the region too: a city's supervisor sees its districts' desks as one. */
type Place = { readonly region: RegionCode; readonly within: boolean; readonly department: string };

/**
 * The tasks that an officer wants to see: a department's desks in a place, or what they have claimed or have to inspect
 * themselves.
 */
export type DeskWish =
  | (Place & { readonly kind: "WAITING"; readonly item?: string | undefined })
  | (Place & { readonly kind: "WAITING_AT_STEP"; readonly item: string; readonly step: string })
  | (Place & { readonly kind: "HELD" | "ESCALATED" | "PAUSED" })
  | { readonly kind: "CLAIMED" | "TO_INSPECT" };

type Theirs = Extract<DeskWish, { readonly kind: "CLAIMED" | "TO_INSPECT" }>;

/** Whether it is a list of the officer's own, whichever desks it comes from. */
export const isTheirOwn = (wish: DeskWish): wish is Theirs =>
  wish.kind === "CLAIMED" || wish.kind === "TO_INSPECT";

/** Whether a desk lies in an officer's jurisdiction. */
export const mayOpen = (officer: Officer, wish: DeskWish): boolean =>
  isTheirOwn(wish) || covers(officer, wish);
