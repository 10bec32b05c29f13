export { openZones } from "./keep-zones.ts";
