import type { TestPlatform } from "../../support/platform.ts";
import { ask, type Guarded, newKey } from "../world.ts";

const STATEMENT = /^Put remedies#110105 department#/;

/** Two editors state something of one department, each from another day on; after one more, from a third. */
async function statements(platform: TestPlatform, isKnown: boolean) {
  const department = `T-${newKey().slice(-8)}`;
  const token = await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] });
  const state = (from: string) => () =>
    ask(
      platform,
      { token },
      `stateRemedies(input: { region: "110105", department: "${department}", effectiveFrom: "${from}",
        level: COUNTY }, reason: "核定") { __typename ... on RemedyStatement { rows { effectiveFrom } } }`,
    );
  if (isKnown) await state("2026-01-01")();
  return { late: state("2026-02-01"), meanwhile: state("2026-03-01") };
}

export const REMEDIES: Readonly<Record<string, Guarded>> = {
  "services/people/remedies/store.ts putStatement new": {
    record: STATEMENT,
    scene: (platform) => statements(platform, false),
  },
  "services/people/remedies/store.ts putStatement over": {
    record: STATEMENT,
    scene: (platform) => statements(platform, true),
  },
};
