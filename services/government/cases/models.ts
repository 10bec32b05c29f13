import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Subject } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { AnswerDueDate } from "./answer-due-date.ts";
import type {
  Appeal,
  CasePlace,
  Complaint,
  Confirmation,
  Correction,
  Decision,
  TakenInAt,
  Transfer,
} from "./application.ts";
import type { Clock, Extension, Pause } from "./clock.ts";
import type { NamedProblem } from "./form-problem.ts";
import type { HouseholdAsk } from "./household/find-household-asks.ts";
import type { ApplicationView } from "./index.ts";
import type { InspectionView } from "./inspection-on-site.ts";
import type { Claimed } from "./lists/claim-next.ts";
import type { Attendance } from "./mandate/attendance.ts";
import type { FilledMaterial, MaterialFile } from "./materials/material.ts";
import type { MaterialView } from "./materials/material-state.ts";
import type { MemberAsk } from "./materials/member-ask.ts";
import type { Note } from "./notes/note.ts";
import type { StepProgress } from "./progress.ts";
import type { HeldFieldView } from "./read-form.ts";
import type { RulingInWords } from "./ruling/ruling-in-words.ts";
import type { SampleReview } from "./ruling/sample-review.ts";

/** A decision with the case that it is of, as the resolvers pass it on. */
type DecisionView = Decision & { readonly of: ApplicationView };

/** With the case that waits for it. */
type ConfirmationView = Confirmation & { readonly of: ApplicationView };

/** A file with the subject whose case it belongs to. */
type FileView = MaterialFile & { readonly subject: Subject };

/** With the member of the household of whom an officer reads by it. */
type FilledView = FilledMaterial & { readonly citizenId?: CitizenId };

declare module "../../api/models.ts" {
  interface Models {
    readonly CaseNote: Note;
    readonly Application: ApplicationView;
    readonly Attendance: Attendance;
    readonly ApplicationSubject: Subject;
    readonly StepProgress: StepProgress;
    readonly CaseClock: Clock;
    readonly CorrectionNotice: Correction;
    readonly ApplicationConfirmation: ConfirmationView;
    readonly AnswerDue: AnswerDueDate;
    readonly CasePlace: CasePlace;
    readonly CaseTransfer: Transfer;
    readonly TakenInAt: TakenInAt;
    readonly ClockPause: Pause;
    readonly ClockExtension: Extension;
    readonly ApplicationDecision: DecisionView;
    readonly ApplicationAppeal: Appeal;
    readonly ApplicationRuling: RulingInWords;
    readonly SiteInspection: InspectionView;
    readonly DelayComplaint: Complaint;
    readonly SampleReview: SampleReview;
    readonly CaseMaterial: MaterialView;
    readonly MaterialFile: FileView;
    readonly FilledMaterial: FilledView;
    readonly HouseholdAsk: HouseholdAsk;
    readonly MemberAsk: MemberAsk;
    readonly FileRejection: RefusalModel;
    readonly FormProblem: NamedProblem;
    readonly HeldField: HeldFieldView;
    readonly CannotApplyAlone: RefusalModel;
    readonly FormIncomplete: RefusalModel & { readonly problems: readonly NamedProblem[] };
    readonly ClaimedStep: Claimed;
    readonly NothingToClaim: RefusalModel;
    readonly DuplicateApplication: RefusalModel & { readonly open: readonly string[] };
  }
}
