import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Resolvers } from "../../services/api/generated/types.ts";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import { recordsTable } from "../../services/kernel/database/tables.ts";
import type { Promised } from "./judge.ts";
import { type Failure, openRound } from "./round.ts";
import { tellFailure } from "./rounds.ts";
import { hearUncaught } from "./uncaught.ts";
import { startWatchdog } from "./watchdog.ts";
import { type FuzzWorld, foundFuzzWorld } from "./world.ts";

const usedMs = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
};

/** A fault that somebody could make, in a field that anybody comes to, and the promise that it breaks. */
type Planted = { readonly breaks: Promised; readonly resolvers: Resolvers };

const PLANTED: Readonly<Record<string, Planted>> = {
  "a resolver that throws": {
    breaks: "no operation is a fault",
    resolvers: {
      Query: {
        billers: () => {
          throw new TypeError("cannot read properties of undefined");
        },
      },
    },
  },
  "a resolver that takes 3 s because it waits": {
    breaks: "every operation is answered within 2 s",
    resolvers: { Query: { billers: () => sleep(3_000, []) } },
  },
  "a resolver that takes more than 2 s because it computes": {
    breaks: "every operation is answered within 2 s",
    resolvers: {
      Query: {
        billers: () => {
          for (const from = process.cpuUsage(); usedMs(from) < 2_300; );
          return [];
        },
      },
    },
  },
  "a resolver that shows a stack": {
    breaks: "no answer shows a stack",
    resolvers: { Viewer: { id: () => String(new Error("here").stack) } },
  },
  "a resolver that waits for nobody": {
    breaks: "no rejection is left unhandled",
    resolvers: {
      Query: {
        billers: () => {
          void Promise.reject(new Error("left behind"));
          return [];
        },
      },
    },
  },
  "a resolver that gives nothing where something is promised": {
    breaks: "nothing is null that may not be",
    resolvers: { Viewer: { kind: () => null as never } },
  },
  "a resolver that writes and then refuses": {
    breaks: "what was refused has written nothing",
    resolvers: {
      Mutation: {
        refuseConsent: async (_, { token }, { database }) => {
          const item = { pk: `left-behind#${token}`, sk: "profile" };
          await database.observe({ table: recordsTable("live"), item });
          return { __typename: "NotFound", code: "NOT_FOUND" } as never;
        },
      },
    },
  },
  "a resolver that writes although it only answers": {
    breaks: "what was refused has written nothing",
    resolvers: {
      Query: {
        billers: async (_, { region }, { database }) => {
          await database.observe({ table: "registry", item: { pk: "last-asked", sk: region } });
          return [];
        },
      },
    },
  },
};

/** As many as it takes to come to every field of the root several times. */
const OPERATIONS_MAX = 2_400;

let world: FuzzWorld;
const watch = { ear: hearUncaught(), watchdog: startWatchdog() };
beforeAll(async () => {
  world = await foundFuzzWorld("planted");
});
afterAll(async () => {
  watch.ear.off();
  await watch.watchdog.off();
  await world.platform.stop();
});

const roundWith = (planted: Resolvers) =>
  openRound(world, "planted", watch, (ports) =>
    createGraphqlHandler(ports, { ...api, resolvers: [...api.resolvers, planted] }),
  );

async function firstFailure(round: ReturnType<typeof roundWith>): Promise<Failure> {
  for (let index = 0; index < OPERATIONS_MAX; index += 1) {
    const failure = await round.run(index);
    if (failure) return failure;
  }
  throw new Error(`nothing was found in ${OPERATIONS_MAX} operations`);
}

describe("the fuzzer finds", () => {
  it.each(Object.entries(PLANTED))("%s", async (_, { breaks, resolvers: planted }) => {
    const { findings } = await firstFailure(roundWith(planted));
    expect(findings.map(({ promise }) => promise)).toContain(breaks);
  });
});

describe("a failure", () => {
  it("tells all that it takes to send it again, and comes again alone", async () => {
    const round = roundWith(PLANTED["a resolver that throws"]?.resolvers ?? {});
    const failure = await firstFailure(round);
    const told = tellFailure(failure);
    const { query, variables, caller } = failure.operation;
    for (const part of ["of seed planted", caller, ...query.split("\n"), JSON.stringify(variables)])
      expect(told).toContain(part);
    const [, printed = ""] = /--replay '(.*)'$/m.exec(told) ?? [];
    const again = await round.replay(JSON.parse(printed.replaceAll("'\\''", "'")));
    expect(again?.findings).toEqual(failure.findings);
  });
});
