import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { caseNaming, takenInNaming } from "./case-naming.ts";
import { runCaseClocks } from "./deadlines/run-case-clocks.ts";
import { effectsFrom } from "./effects.ts";
import { heldSourcesFrom } from "./held/held-source.ts";
import { PEOPLE_VALUES } from "./held/people-values.ts";
import { dutiesInCases } from "./lists/to-do.ts";
import { findAttended } from "./mandate/find-attended.ts";
import { pauseNaming } from "./pause-naming.ts";
import { CASES } from "./service.ts";

export const cases = {
  service: CASES,
  offers: {
    toDos: [dutiesInCases],
    findAttended: [findAttended],
    namings: [caseNaming, pauseNaming, takenInNaming],
  },
  open: async (offered: Offered) => ({
    effects: effectsFrom(offered("effects")),
    held: offered("held"),
    heldValues: heldSourcesFrom([...PEOPLE_VALUES, ...offered("heldValues")]),
  }),
  sweeps: { "run-case-clocks": runCaseClocks },
} as const satisfies ServiceRuntime;
