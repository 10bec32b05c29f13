import { describe, expect, it } from "vitest";
import { breaches } from "./support/architecture/breaches.ts";
import {
  ADDED_ENTRY,
  FRONT_NOUN,
  house,
  houseWith,
  INDEX,
  isOfCycle,
  NOUN,
  RUNTIME,
  STATEMENT,
  USE_CASE,
} from "./support/architecture/orderly-house.ts";

const CLOSE_DAY = "services/government/halls/closing/close-day.ts";
const CITIZENS = "services/people/citizens/index.ts";
const TO_DO = "services/people/todo/to-do.ts";
const CARD = "services/convenience/transit/card.ts";

/** The cycles of the orderly house in which each of these files has this line as well. */
const cyclesWith = (lines: Readonly<Record<string, string>>): readonly string[] =>
  breaches(houseWith(lines)).filter(isOfCycle);

describe("a cycle of services", () => {
  it("is told by its services and the files that make it", () => {
    const lines = {
      [CITIZENS]: 'import type { X } from "../todo/index.ts";',
      "services/people/todo/index.ts": 'import type { X } from "../partners/index.ts";',
      "services/people/partners/index.ts": 'import type { X } from "../citizens/profile.ts";',
    };
    expect(cyclesWith(lines)).toEqual([
      "no cycle of services: people/citizens → people/todo → people/partners → people/citizens" +
        ` (${CITIZENS} → services/people/todo/index.ts,` +
        " services/people/todo/index.ts → services/people/partners/index.ts," +
        " services/people/partners/index.ts → services/people/citizens/profile.ts)",
    ]);
  });

  it("is told by the shortest way round, with the size of the knot", () => {
    const lines = {
      [CITIZENS]:
        'import type { X } from "../todo/index.ts";\nimport type { Y } from "../partners/index.ts";',
      [TO_DO]: 'import type { X } from "../partners/index.ts";',
      "services/people/partners/index.ts": 'import type { X } from "../citizens/profile.ts";',
    };
    expect(cyclesWith(lines)).toEqual([
      "no cycle of services: people/citizens → people/partners → people/citizens" +
        ` (${CITIZENS} → services/people/partners/index.ts,` +
        " services/people/partners/index.ts → services/people/citizens/profile.ts)," +
        " one way round in a knot of 3",
    ]);
  });

  it("is closed by what is added to an open interface", () => {
    const lines = { [TO_DO]: 'import type { X } from "../../convenience/transit/card.ts";' };
    expect(cyclesWith(lines)).toEqual([
      "no cycle of services: convenience/transit → people/todo → convenience/transit" +
        ` (${ADDED_ENTRY} → ${TO_DO}, ${TO_DO} → ${CARD})`,
    ]);
  });
});

describe("a cycle of rooms", () => {
  it("is of two rooms", () => {
    expect(cyclesWith({ [NOUN]: 'import type { X } from "../closing/closing.ts";' })).toEqual([
      "no cycle of rooms: government/halls/closing → government/halls/tickets → government/halls/closing" +
        ` (${CLOSE_DAY} → ${USE_CASE}, ${NOUN} → services/government/halls/closing/closing.ts)`,
    ]);
  });

  it("is of a room and a file in front of the rooms", () => {
    expect(cyclesWith({ [FRONT_NOUN]: 'import type { X } from "./tickets/queue.ts";' })).toEqual([
      "no cycle of rooms: government/halls/hall.ts → government/halls/tickets → government/halls/hall.ts" +
        ` (${FRONT_NOUN} → services/government/halls/tickets/queue.ts, ${NOUN} → ${FRONT_NOUN})`,
    ]);
  });

  it("is of a room that imports its own service's index", () => {
    expect(cyclesWith({ [CLOSE_DAY]: 'import { draw } from "../index.ts";' })).toEqual([
      "no cycle of rooms: government/halls/closing → government/halls/index.ts → government/halls/closing" +
        ` (${CLOSE_DAY} → ${INDEX}, ${INDEX} → ${CLOSE_DAY})`,
      `no cycle of files: ${CLOSE_DAY} → ${INDEX} → ${CLOSE_DAY}`,
    ]);
  });

  it.each([
    ["api/generated → api/models.ts → api/generated", { "services/api/models.ts": "./generated/types.ts" }],
    [
      "kernel/commit → kernel/database → kernel/commit",
      {
        "services/kernel/database/tables.ts": "../commit/audit-entry.ts",
        "services/kernel/commit/event.ts": "../database/tables.ts",
      },
    ],
  ])("is %s", (cycle, imports) => {
    const lines = Object.entries(imports).map(([path, to]) => [path, `import { x } from "${to}";`]);
    expect(cyclesWith(Object.fromEntries(lines))[0]).toContain(`no cycle of rooms: ${cycle} (`);
  });
});

describe("a cycle of files", () => {
  const QUEUE = "services/government/halls/tickets/queue.ts";

  it.each([
    ["values", 'import { x } from "./queue.ts";'],
    ["types", 'import type { X } from "./queue.ts";'],
    ["a type in place", 'type X = import("./queue.ts").X;'],
    ["a re-export", 'export type { X } from "./queue.ts";'],
    ["what is added to an interface", 'declare module "./queue.ts" {}'],
  ])("is closed by %s", (_, line) => {
    const lines = { [QUEUE]: 'import type { Ticket } from "./ticket.ts";', [NOUN]: line };
    expect(cyclesWith(lines)).toEqual([`no cycle of files: ${QUEUE} → ${NOUN} → ${QUEUE}`]);
  });

  it("is a file that imports itself", () => {
    expect(cyclesWith({ [QUEUE]: 'export * from "./queue.ts";' })).toEqual([
      `no cycle of files: ${QUEUE} → ${QUEUE}`,
    ]);
  });

  it("is noticed outside the services too, each knot by itself", () => {
    const lines = {
      "infra/app.ts": 'import { x } from "./stacks.ts";',
      "infra/stacks.ts": 'import { x } from "./app.ts";',
      "local/start.ts": 'import { x } from "./engine.ts";',
      "local/engine.ts": 'import { x } from "./start.ts";',
    };
    expect(cyclesWith(lines)).toEqual([
      "no cycle of files: infra/app.ts → infra/stacks.ts → infra/app.ts",
      "no cycle of files: local/engine.ts → local/start.ts → local/engine.ts",
    ]);
  });
});

describe("no cycle", () => {
  it("is that index and runtime lead into rooms, and rooms to what stands in front of them", () => {
    const lines = {
      [RUNTIME]: 'import { draw } from "./tickets/draw-ticket.ts";',
      [USE_CASE]: 'import { HALLS } from "../keys.ts";\nimport { next } from "../hall.ts";',
      [STATEMENT]: 'import { next } from "./hall.ts";',
    };
    expect(breaches(houseWith(lines))).toEqual([]);
    expect(breaches(house())).toEqual([]);
  });
});
