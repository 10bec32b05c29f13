import type { CitizenId } from "../../kernel/ids.ts";
import type { Application } from "./application.ts";

export type { Application } from "./application.ts";
export { handles, hasHandled } from "./circle.ts";
export { runCaseClocks } from "./deadlines/run-case-clocks.ts";
export { deemedGrantedSince } from "./deemed-grant.ts";
export {
  type Effect,
  type EffectPorts,
  effectsFrom,
  type Granted,
  type LeftUndecided,
  type Told,
} from "./effects.ts";
export { CASE_WORDS } from "./enum-words.ts";
export { findPlaceName } from "./find-place-name.ts";
export { findRecipients } from "./find-recipients.ts";
export { findSubjectName } from "./find-subject-name.ts";
export type { HeldSource } from "./held/held-source.ts";
export type { ApplicationId, AttendanceId } from "./ids.ts";
export { hasEnded } from "./life.ts";
export { applicantPorts } from "./mandate/applicant-ports.ts";
export type { Attendance } from "./mandate/attendance.ts";
export { endAttendance } from "./mandate/attendance-store.ts";
export { hasEndedMeanwhile } from "./mandate/attended-commit.ts";
export { type ApplicantPorts, attendanceReason } from "./mandate/change-own-case.ts";
export { lookUpActing } from "./mandate/mandate.ts";
export { windowText } from "./mandate/taking-in.ts";
export {
  type BringPorts,
  bringMaterial,
  findOpenMaterial,
  type NotBrought,
} from "./materials/bring-material.ts";
export type { HeldProvider } from "./materials/find-held.ts";
export type { FilledMaterial, HeldStatement, SecondLook } from "./materials/material.ts";
export { getOpenCases } from "./open-cases-store.ts";
export { isOwnCase, readCase } from "./read-case.ts";
export { readCaseItem } from "./read-case-item.ts";
export { ruleOn } from "./ruling/ruling.ts";
export { findApplication, getApplication, getForm } from "./store.ts";
export { visitOf } from "./window/count-visit.ts";
export {
  type Admission,
  type ReceivePorts,
  type ReceiveRefusal,
  receivePerson,
} from "./window/receive-person.ts";

/** A case as the resolvers pass it on. */
export type ApplicationView = Application & {
  /** The person whom a clerk serves at their window; the clerk does for them what the applicant may do. */
  readonly servedFor?: CitizenId;
};
export { findRemediesIn } from "./tell-remedies.ts";
