import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type PauseGround, pause } from "./desk-case.ts";

/** Stops the clock of a case. */
export const pauseClock = (ports: OfficerPorts, id: string, why: PauseGround): DeskResult =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(pause(application, why, by), { action: "paused", reason: `${why.reason}: ${why.note}` }),
  );
