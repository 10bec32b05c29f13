import { textOf } from "../../shared/frame/search-texts.ts";
import { isMonth } from "../months-offered.ts";

/** A choice of figures, as an address says it; nothing in it is anybody's own. */
export type FiguresSearch = {
  readonly region?: string;
  readonly department?: string;
  readonly item?: string;
  readonly from?: string;
  readonly to?: string;
};

const isAny = (): boolean => true;

/** The names, and whether a value can be asked for at all. */
const NAMES = [
  ["region", (text: string) => /^\d{6}$/.test(text)],
  ["department", isAny],
  ["item", isAny],
  ["from", isMonth],
  ["to", isMonth],
] as const;

/** Leaves out whatever is not written as it has to be. */
export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const told = NAMES.flatMap(([name, isWritten]) => {
    const value = textOf(search[name]);
    return value !== undefined && isWritten(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(told);
}
