import type { DeskOfficer } from "./use-officer.ts";

/** Codes of GB/T 2260 end in "00" for each level that they leave open: "110105" lies in "110000". */
export const isIn = (code: string, broader: string): boolean =>
  code.startsWith(broader.replace(/(00)+$/, ""));

/** The name of a region of the officer's own; of one deeper than these the code, which officers know. */
export const regionName = (code: string, { regions }: DeskOfficer): string =>
  regions?.find((region) => region.code === code)?.name ?? code;
