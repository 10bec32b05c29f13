export { findNamedOfficer, findOfficer } from "./find-officer.ts";
export { openSignIns } from "./record-sign-in.ts";
