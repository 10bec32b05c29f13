import { regionText } from "../../field/named-region.ts";
import type { Attendance } from "../cases/index.ts";
import type { Hall } from "./hall.ts";

/** The hall of a window as an attendance keeps it. */
export const hallPlace = ({ region, code, name }: Hall): NonNullable<Attendance["at"]> => ({
  ...{ region, where: regionText(region).zh, hall: code, name },
});
