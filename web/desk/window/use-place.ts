import { useKept } from "../../shared/sign-in/use-kept.ts";

/** A window of a hall. */
export type WindowPlace = { readonly hall: string; readonly window: string };

/** The window at which a clerk sits, as long as this tab is open. */
export const useWindowPlace = () => useKept<WindowPlace | null>("window", () => null);

/** The attendance that the clerk has begun last. */
export const useLastAttendance = () => useKept<string | null>("attendance", () => null);
