import type { Service } from "../../kernel/service.ts";
import { CLOCK_MESSAGES } from "./clock-messages.ts";
import { CASE_EVENTS } from "./events.ts";
import { CASE_FIELDS } from "./field-words.ts";
import { HOUSEHOLD_MESSAGES } from "./household/messages.ts";
import { QUEUE_MESSAGES } from "./lists/messages.ts";
import { MANDATE_MESSAGES } from "./mandate/messages.ts";
import { MATERIAL_MESSAGES } from "./materials/messages.ts";
import { CASE_MESSAGES } from "./messages.ts";
import { NOTE_MESSAGES } from "./notes/messages.ts";
import { SITE_INSPECTION_MESSAGES } from "./site-inspection/messages.ts";
import { CASE_TRAIL } from "./trail-words.ts";

export const CASES = {
  name: "government/cases",
  schema: [
    "applications",
    "desk",
    "materials",
    "notes",
    "site-inspections",
    "complaints",
    "sample-reviews",
    "household",
  ],
  ids: ["app", "att", "mat", "note"],
  models: [
    "CaseNote",
    "ClaimedStep",
    "NothingToClaim",
    "Application",
    "Attendance",
    "ApplicationSubject",
    "StepProgress",
    "CaseClock",
    "CorrectionNotice",
    "ApplicationConfirmation",
    "AnswerDue",
    "CasePlace",
    "CaseTransfer",
    "TakenInAt",
    "ClockPause",
    "ClockExtension",
    "ApplicationDecision",
    "ApplicationAppeal",
    "ApplicationRuling",
    "SiteInspection",
    "DelayComplaint",
    "SampleReview",
    "CaseMaterial",
    "MaterialFile",
    "FilledMaterial",
    "HouseholdAsk",
    "MemberAsk",
    "FileRejection",
    "FormProblem",
    "HeldField",
    "CannotApplyAlone",
    "FormIncomplete",
    "DuplicateApplication",
  ],
  fieldWords: CASE_FIELDS,
  messages: [
    QUEUE_MESSAGES,
    HOUSEHOLD_MESSAGES,
    MANDATE_MESSAGES,
    MATERIAL_MESSAGES,
    CASE_MESSAGES,
    CLOCK_MESSAGES,
    NOTE_MESSAGES,
    SITE_INSPECTION_MESSAGES,
  ],
  events: CASE_EVENTS,
  trail: CASE_TRAIL,
  // Clerks of live halls alone receive people.
  inApi: {
    lines: [
      { metric: "AttendanceCount", message: "attendance begun" },
      {
        metric: "RefusedAttendanceCount",
        message: "attendance refused",
        alarm: {
          name: "RefusedAttendances",
          means: "a clerk asks for more attendances than anybody may begin",
          from: 1,
        },
      },
      {
        metric: "AttendanceBurstCount",
        message: "attendances in a burst",
        alarm: {
          name: "AttendanceBursts",
          means: "a clerk begins attendances faster than people are served",
          from: 1,
        },
      },
    ],
  },
  schedules: [
    {
      name: "run-case-clocks",
      does: "does what the clocks of applications come to do",
      logs: "case clocks",
      everyMinutes: 10,
      waitsForDemo: true,
      timeoutSeconds: 300,
      memoryMb: 512,
      // Each case's clock is by the version of its item, which the registry holds.
      needs: {
        data: [
          { does: "read", in: ["records", "registry"] },
          { does: "write", in: ["records"] },
          { does: "find", in: ["records"], by: "index1" },
        ],
      },
      // Nobody answers a partner's sandbox cases; clocks that act late are a fault in either mode.
      alarms: [
        {
          name: "DeemedAcceptances",
          means: "applications count as accepted because nobody answered",
          on: "number",
          metric: "DeemedAcceptanceCount",
          field: "deemedAccepted",
          from: 1,
          isLiveOnly: true,
        },
        {
          name: "DeemedGrants",
          means: "renewals count as granted because nobody decided before the licences ended",
          on: "number",
          metric: "DeemedGrantCount",
          field: "deemedGranted",
          from: 1,
          isLiveOnly: true,
        },
        {
          name: "CasesOverdue",
          means: "applications are not decided in the time promised",
          on: "number",
          metric: "OverdueCaseCount",
          field: "overdue",
          from: 1,
          isLiveOnly: true,
        },
        {
          name: "DeliveriesOverdue",
          means: "what was granted is not handed out in the time that the law has for it",
          on: "number",
          metric: "OverdueDeliveryCount",
          field: "undelivered",
          from: 1,
          isLiveOnly: true,
        },
        {
          name: "PausesOver",
          means: "clocks of applications stand still for longer than the applicants were told",
          on: "number",
          metric: "PauseOverCount",
          field: "pausesOver",
          from: 1,
          isLiveOnly: true,
        },
        {
          name: "LapsesWithoutChannel",
          means: "applications end uncorrected without the online channel that they have to be told of",
          on: "number",
          metric: "LapsesWithoutChannelCount",
          field: "withoutChannel",
          from: 1,
          isLiveOnly: true,
        },
        {
          // The work of clocks waits for a run or two, and some runs more.
          name: "EscalationLag",
          means: "clocks of applications act late",
          on: "number",
          metric: "CaseClockLagSeconds",
          field: "lagSeconds",
          from: 3_600,
        },
        { name: "MissedCaseClocks", means: "clocks of applications are not run", on: "missed calls" },
      ],
    },
  ],
} as const satisfies Service;
