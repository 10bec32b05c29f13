import { randomUUID } from "node:crypto";
import type { inspectionWorld } from "../../government/inspections/inspection-world.ts";
import { type Guarded, type Scenes, twice } from "../world.ts";

type World = ReturnType<typeof inspectionWorld>;
type Of = (world: World) => Guarded["scene"];

const INSPECTION = /^Put ipl_\w+ inspection#/;
const CLEAN = { outcome: "NO_PROBLEM" };

/** Scenes of random inspections, each in a province of its own. */
const SCENES = {
  "services/government/inspections/store.ts putPlan new": {
    record: /^Put ipl_\w+ plan$/,
    scene:
      ({ moveOn, licence, inspectors, draw }) =>
      async () => {
        await moveOn();
        await licence();
        await inspectors(2);
        const key = randomUUID();
        return twice(() => draw({ count: 1 }, undefined, key));
      },
  },
  "services/government/inspections/store.ts putInspection new": {
    record: INSPECTION,
    scene:
      ({ moveOn, drawOne, report }) =>
      async () => {
        await moveOn();
        const { named, first, second } = await drawOne();
        return { late: () => report(first, named, CLEAN), meanwhile: () => report(second, named, CLEAN) };
      },
  },
  "services/government/inspections/store.ts putInspection over": {
    record: INSPECTION,
    scene:
      ({ moveOn, drawOne, report }) =>
      async () => {
        await moveOn();
        const { named, first, second } = await drawOne();
        await report(first, named, CLEAN);
        return { late: () => report(first, named, CLEAN), meanwhile: () => report(second, named, CLEAN) };
      },
  },
} as const satisfies Readonly<Record<string, Omit<Guarded, "scene"> & { readonly scene: Of }>>;

export const OF_INSPECTIONS = Object.keys(SCENES);

export const inspectionScenes = (world: World): Scenes =>
  Object.fromEntries(
    Object.entries(SCENES).map(([name, { record, scene }]) => [name, { record, scene: scene(world) }]),
  );
