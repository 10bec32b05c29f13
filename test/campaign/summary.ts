import type { CampaignFigures } from "../support/campaign-figures.ts";
import { tellViolation, type Violation } from "./violations.ts";

export type Campaign = {
  readonly runs: number;
  readonly minutes: number;
  readonly figures: readonly CampaignFigures[];
  readonly violations: readonly Violation[];
};

const NO_FIGURES: CampaignFigures = { operations: 0, unknown: 0, met: {} };

/** All figures as one. */
export const sumOf = (figures: readonly CampaignFigures[]): CampaignFigures =>
  figures.reduce(
    (sum, one) => ({
      operations: sum.operations + one.operations,
      unknown: sum.unknown + one.unknown,
      met: Object.fromEntries(
        [...new Set([...Object.keys(sum.met), ...Object.keys(one.met)])].map((name) => [
          name,
          (sum.met[name] ?? 0) + (one.met[name] ?? 0),
        ]),
      ),
    }),
    NO_FIGURES,
  );

/** The last words of a campaign. */
export function summaryOf({ runs, minutes, figures, violations }: Campaign): string {
  const { operations, unknown, met } = sumOf(figures);
  const share = operations === 0 ? 0 : (100 * unknown) / operations;
  const faults = Object.entries(met).sort(([, a], [, b]) => b - a);
  const total = faults.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...violations.map(tellViolation),
    `${runs} runs in ${minutes.toFixed(1)} minutes`,
    `operations: ${operations}; of unknown outcome: ${unknown} (${share.toFixed(2)} %)`,
    `faults: ${total}${faults.map(([name, count]) => `\n  ${name.padEnd(24)}${String(count).padStart(8)}`).join("")}`,
    `violations: ${violations.length}`,
  ].join("\n");
}
