import type { Service } from "../../kernel/service.ts";
import { CASE_EVENTS } from "./events.ts";
import { QUEUE_MESSAGES } from "./lists/messages.ts";
import { MANDATE_MESSAGES } from "./mandate/messages.ts";
import { MATERIAL_MESSAGES } from "./materials/messages.ts";
import { CASE_MESSAGES } from "./messages.ts";
import { NOTE_MESSAGES } from "./notes/messages.ts";
import { SITE_INSPECTION_MESSAGES } from "./site-inspection/messages.ts";
import { CASE_TRAIL } from "./trail-words.ts";

export const CASES = {
  name: "government/cases",
  schema: ["applications", "desk", "materials", "notes", "site-inspections", "complaints", "sample-reviews"],
  ids: ["app", "att", "mat", "note"],
  models: [
    "CaseNote",
    "Application",
    "Attendance",
    "ApplicationSubject",
    "StepProgress",
    "CaseClock",
    "CorrectionNotice",
    "ApplicationConfirmation",
    "AnswerDue",
    "ClockPause",
    "ApplicationDecision",
    "ApplicationAppeal",
    "ApplicationRuling",
    "SiteInspection",
    "DelayComplaint",
    "SampleReview",
    "CaseMaterial",
    "MaterialFile",
    "FilledMaterial",
    "FileRejection",
    "FormProblem",
    "FormIncomplete",
    "DuplicateApplication",
  ],
  messages: [
    QUEUE_MESSAGES,
    MANDATE_MESSAGES,
    MATERIAL_MESSAGES,
    CASE_MESSAGES,
    NOTE_MESSAGES,
    SITE_INSPECTION_MESSAGES,
  ],
  events: CASE_EVENTS,
  trail: CASE_TRAIL,
} as const satisfies Service;
