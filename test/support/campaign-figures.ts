import { appendFileSync } from "node:fs";

/** The file to which tests tell their figures; `npm run campaign` names it, and nobody else does. */
export const FIGURES_FILE = "CAMPAIGN_FIGURES";

/** How much tests did while calls of their database met faults, and what became of it. */
export type CampaignFigures = {
  readonly operations: number;
  /** Operations whose caller was told that nobody knows whether they stand. */
  readonly unknown: number;
  /** How many calls have met each fault, or had an answer that is not all. */
  readonly met: Readonly<Record<string, number>>;
};

/** Adds figures to those of the campaign that runs these tests, if one does. */
export function tellFigures(figures: CampaignFigures): void {
  const file = process.env[FIGURES_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
