import type { RegionCode } from "../../field/region.ts";
import type { Capacity, Subject } from "../../field/subject.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { RemedyNotice } from "../../people/remedies/index.ts";
import type { CaseNumber } from "./case-number.ts";
import type { Clock } from "./clock.ts";
import type { ApplicationId } from "./ids.ts";
import type { SiteInspection } from "./inspection-on-site.ts";
import type { Action, Status } from "./life.ts";
import type { FinishedStep, Task } from "./workflow.ts";

export const CASE_STAGES = ["PILOT", "GENERAL"] as const;

export const CHANNELS = ["ONLINE", "HALL", "PARTNER"] as const;
/** The way by which an application came in; a clerk's window is the hall's. */
export type Channel = (typeof CHANNELS)[number];

/** An application form as it stands: what the item's JSON Schema asks for. */
export type FormData = Readonly<Record<string, unknown>>;

/** The kinds of caller whose application waits for its subject's own word. */
export const SUBMITTERS = ["CLERK", "PARTNER", "AGENT"] as const;
export type Submitter = (typeof SUBMITTERS)[number];

/** How a subject confirms: signed in themselves, or at a window by a code that was sent to their telephone. */
export const CONFIRMED_BY = ["SIGN_IN", "CODE"] as const;

/**
 * The subject's own word for what somebody else has handed in for them. Without it nobody moves a person's money, or an
 * enterprise's licence, in their name.
 */
export type Confirmation = {
  readonly askedAt: Instant;
  readonly by: Submitter;
  /** The last day of an answer; then it lapses. */
  readonly until: CivilDate;
  readonly confirmedAt?: Instant;
  readonly confirmedBy?: (typeof CONFIRMED_BY)[number];
};

/** One complete notice of what is missing or wrong (一次性告知): only what it names can be changed then. */
export type Correction = {
  readonly at: Instant;
  readonly by: OfficerId;
  readonly fields: readonly NamedFault[];
  readonly materials: readonly NamedFault[];
  /** An applicant who has not answered by the end of this day has given the application up. */
  readonly answerBy: CivilDate;
  readonly answeredAt?: Instant;
};

/** A field of the form or a material by its name, and what is wrong with it. */
export type NamedFault = { readonly name: string; readonly note: string };

export type LegalGround = { readonly law: string; readonly article: string };

export type Decision = {
  readonly outcome: "APPROVED" | "REJECTED" | "NOT_ACCEPTED";
  readonly at: Instant;
  /** None where a rule decided. */
  readonly by?: OfficerId;
  /** The officer as a person, who may come back under another officer's id. */
  readonly person?: CitizenId;
  /** In the words of who decided; of a rule in each language, as the item names its checks. */
  readonly reason: string | { readonly zh: string; readonly en: string };
  /** Of a refusal by rule, without what was found in records that a partner has no scope for. */
  readonly reasonForPartners?: { readonly zh: string; readonly en: string };
  readonly ground?: LegalGround;
  /** The legal remedies that a refusal has told of; refusals from before they were named have none. */
  readonly remedies?: RemedyNotice;
  /** Nobody decided by the end of the licence that was to be renewed, which counts as a grant. */
  readonly isDeemed?: true;
};

/** A grant is taken back. */
export type Revocation = {
  readonly at: Instant;
  readonly by: OfficerId;
  readonly reason: string;
  readonly ground: LegalGround;
  /** The legal remedies that it has told of; revocations from before they were named have none. */
  readonly remedies?: RemedyNotice;
};

/** The department and region that handle a case. */
export type CasePlace = { readonly department: string; readonly region: RegionCode };

/** The window outside of the item's regions that has taken a case in for its department (异地代收代办). */
export type TakenInAt = {
  readonly region: RegionCode;
  /** The region by name, which is Chinese in every language. */
  readonly where: string;
  /** The code of its hall. */
  readonly hall: string;
  /** The hall's name on that day. */
  readonly name: { readonly zh: string; readonly en: string };
};

/** A case was handed on to those that it belongs to. */
export type Transfer = {
  readonly at: Instant;
  readonly by: OfficerId;
  readonly reason: string;
  readonly from: CasePlace;
  readonly to: CasePlace;
};

/** The department's own review of a refusal (复核), which stands beside the legal remedies. */
export type Appeal = {
  readonly at: Instant;
  readonly reason: string;
  /** Flagged by the scheduled function once it was not answered in time. */
  readonly overdueAt?: Instant;
  readonly outcome?: "UPHELD" | "OVERTURNED";
  readonly decidedAt?: Instant;
  readonly decidedBy?: OfficerId;
  readonly answer?: string;
  /** The refusal that was set aside. */
  readonly overturned?: Decision;
};

/** A complaint about delay. */
export type Complaint = {
  readonly at: Instant;
  readonly text: string;
  /** Tells a repeated one from another. */
  readonly submission: string;
  readonly answer?: string;
  readonly answeredAt?: Instant;
  readonly answeredBy?: OfficerId;
};

export const RULING_STATES = ["PENDING", "APPROVED", "REJECTED", "ROUTED"] as const;
export type RulingState = (typeof RULING_STATES)[number];

/** A partner enterprise as a case remembers it. */
export type PartnerOf = {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly creditCode: string;
};

/** An application for a service item (办件), from its first draft to the archive. */
export type Application = {
  readonly id: ApplicationId;
  /** The person who handles it: themselves the subject, or somebody who acts for it. */
  readonly citizenId: CitizenId;
  /** The person or enterprise whose matter it is. */
  readonly subject: Subject;
  /** How the person who began it stands to the subject. */
  readonly capacity: Capacity;
  /** The partner that began it. */
  readonly partner?: PartnerOf | undefined;
  readonly item: { readonly code: string; readonly version: number };
  /** The department that answers for the item. */
  readonly department: string;
  readonly region: RegionCode;
  readonly channel: Channel;
  readonly takenInAt?: TakenInAt | undefined;
  /** The stage of the item's roll-out under which it began: what a pilot came to is shown beside the rest. */
  readonly stage: (typeof CASE_STAGES)[number];
  readonly status: Status;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly submittedAt?: Instant | undefined;
  /** From its receipt on. */
  readonly number?: CaseNumber | undefined;
  /** Tells a repeated submission from another. */
  readonly submission?: string | undefined;
  /** Why one more is handed in while another for the same is open. */
  readonly duplicateReason?: string | undefined;
  readonly correction?: Correction | undefined;
  /** The confirmation of what was handed in last, where somebody else did so. */
  readonly confirmation?: Confirmation | undefined;
  readonly tasks: readonly Task[];
  readonly finished: readonly FinishedStep[];
  /** The persons who have acted in it as officers, under whatever officer's id. */
  readonly handlers?: readonly CitizenId[] | undefined;
  /** Inspections on site, the latest last. */
  readonly inspections?: readonly SiteInspection[] | undefined;
  readonly clock: Clock;
  /** The latest last; the clock runs on through them. */
  readonly transfers?: readonly Transfer[] | undefined;
  /** Whether the item's rule is still to be asked, or what it came to; none for an item without one. */
  readonly ruling?: RulingState | undefined;
  readonly decision?: Decision | undefined;
  /** The last review of a refusal that was asked for, of the decision that stands or of one that was set aside. */
  readonly appeal?: Appeal | undefined;
  /** Those before it, of refusals that were set aside. */
  readonly pastAppeals?: readonly Appeal[] | undefined;
  readonly revocation?: Revocation | undefined;
  /** The legal remedies that were told of when a correction did not come in time. */
  readonly lapse?: { readonly remedies: RemedyNotice } | undefined;
  readonly complaints?: readonly Complaint[] | undefined;
  readonly endedAt?: Instant | undefined;
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
  /** Tells what made it. */
  readonly creation: string;
};

/** Where a case stands among its subject's, by when it began and its id. */
export type CasePosition = readonly [at: string, id: string];

export const positionOf = ({ createdAt, id }: Application): CasePosition => [createdAt, id];

/** Whether it came before a department: of what nobody has handed in, or confirmed, officers see nothing. */
export const isReceived = ({ submittedAt }: Pick<Application, "submittedAt">): boolean =>
  submittedAt !== undefined;

/** Whether a change is that by which a case comes before its department. */
export const isNewlyReceived = (next: Application, before: Application | undefined): boolean =>
  isReceived(next) && !(before && isReceived(before));

export type NotAllowed = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: Status;
  readonly availableActions: readonly Action[];
};
