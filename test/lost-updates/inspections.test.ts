import { inspectionWorld } from "../government/inspections/inspection-world.ts";
import { raceEach } from "./race-each.ts";
import { inspectionScenes } from "./scenes/inspections.ts";

const world = inspectionWorld();

raceEach(inspectionScenes(world), () => world.platform);
