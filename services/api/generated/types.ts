import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Instant } from '../../kernel/runtime.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { Fen } from '../../kernel/money.ts';
import type { Month } from '../../kernel/civil-date.ts';
import type { RegionCode } from '../../field/region.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A civil date in Asia/Shanghai, for example "2026-06-30". */
  Date: { input: CivilDate; output: CivilDate; }
  /** An instant in UTC, ISO 8601, for example "2026-06-30T08:00:00.000Z". */
  DateTime: { input: Instant; output: Instant; }
  /** An exact decimal as a string, for example "0.015". */
  Decimal: { input: Decimal; output: Decimal; }
  /** A JSON object: of at most 40 levels and 100,000 bytes, its names of at most 200 characters. */
  JSONObject: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /** An amount in CNY as a decimal string with two places, for example "123.45". */
  Money: { input: Fen; output: Fen; }
  /** A calendar month, for example "2026-06". */
  Month: { input: Month; output: Month; }
  /** An administrative division code of GB/T 2260, six digits, for example "110000". */
  RegionCode: { input: RegionCode; output: RegionCode; }
};

export type AddPayoutAccountInput = {
  /** 12 to 19 digits. */
  readonly accountNumber: Scalars['String']['input'];
  /** The owner's; the platform keeps only its digest, and the bank is asked about both. */
  readonly idNumber: Scalars['String']['input'];
  /** The owner's, where no register has stated it to the platform. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whose it is: by an agent's own reference (`principals`), or by a partner's. Nobody for the caller's own. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
};

export type AddPayoutAccountResult = InvalidInput | NotFound | PayoutAccount | TooManyGuesses;

/** The same bank transfer stands in the books already. */
export type AlreadyRecorded = Refusal & {
  readonly __typename?: 'AlreadyRecorded';
  readonly code: Scalars['String']['output'];
  /** The id of the deposit that it is booked as. */
  readonly deposit: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
};

export type AnswerDue = {
  readonly __typename?: 'AnswerDue';
  /** Where the date comes from, or what is waited for. */
  readonly because: Scalars['String']['output'];
  /** The last day in time; null while nothing is due from the department. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly isOverdue: Scalars['Boolean']['output'];
  /** The date lies in a year whose holidays are not announced yet, and may still move. */
  readonly isProvisional: Scalars['Boolean']['output'];
};

/** A key without its secret, which is shown when the key is made. */
export type ApiKey = {
  readonly __typename?: 'ApiKey';
  readonly createdAt: Scalars['DateTime']['output'];
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Accurate to five minutes. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly mode: Mode;
  readonly name: Scalars['String']['output'];
  /** Networks that the key may be used from; empty for any. */
  readonly networks: ReadonlyArray<Scalars['String']['output']>;
  readonly scopes: ReadonlyArray<Scope>;
  readonly status: ApiKeyStatus;
};

export type ApiKeyStatus =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'REVOKED';

export type AppealOutcome =
  | 'OVERTURNED'
  | 'UPHELD';

/** How somebody stands to those in whose matter they act. */
export type ApplicantCapacity =
  /** By an authority that they were given. */
  | 'AGENT'
  | 'LEGAL_REPRESENTATIVE'
  /** A partner enterprise: for itself, or for a citizen by their consent. */
  | 'PARTNER'
  | 'SELF';

/** An application for a service item, from its first draft to the archive. */
export type Application = Node & {
  readonly __typename?: 'Application';
  /** Until when an answer is due, and why then. */
  readonly answer: AnswerDue;
  readonly appeal?: Maybe<ApplicationAppeal>;
  /** All that was done about it, oldest first. */
  readonly auditTrail?: Maybe<AuditTrailConnection>;
  /**
   * What this caller can do with it now: SAVE, SUBMIT, CONFIRM, WITHDRAW, APPEAL, COMPLAIN; an officer CLAIM, RELEASE, REASSIGN,
   * ACCEPT, REQUEST_CORRECTION, FINISH_STEP, APPOINT_INSPECTORS, RECORD_FINDINGS, SIGN_REPORT, ORDER_REINSPECTION, APPROVE,
   * REJECT, PAUSE, RESUME, EXTEND, DELIVER, REVOKE, UPHOLD, OVERTURN, ANSWER_COMPLAINT. Strings as in NotAllowedNow, so that one query can ask for both.
   */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  /** How who began it stands to the subject. */
  readonly capacity: ApplicantCapacity;
  readonly channel: ApplicationChannel;
  readonly clock: CaseClock;
  /** Complaints about delay, oldest first. */
  readonly complaints?: Maybe<ReadonlyArray<DelayComplaint>>;
  /** Of what somebody else has handed in last, where the item has a `stake`; null where the subject did so. */
  readonly confirmation?: Maybe<ApplicationConfirmation>;
  readonly correction?: Maybe<CorrectionNotice>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly decision?: Maybe<ApplicationDecision>;
  /** The code of the department that answers for it. */
  readonly department: Scalars['String']['output'];
  /** Why it was handed in while another for the same item was open. */
  readonly duplicateReason?: Maybe<Scalars['String']['output']>;
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Of each decision that was evaluated, oldest first. A clerk reads them for the person at their window alone, and of no
   * application that they have handled.
   */
  readonly evaluations?: Maybe<ReadonlyArray<Evaluation>>;
  /** What is filled in so far. */
  readonly form?: Maybe<Scalars['JSONObject']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Inspections on site, the latest last. */
  readonly inspections?: Maybe<ReadonlyArray<SiteInspection>>;
  /** In the version that the application began with. */
  readonly item: ServiceItem;
  /** The licence that it has issued, renewed or cancelled. */
  readonly licence?: Maybe<Licence>;
  /** What the item asks for, in its order, with what there is of it. */
  readonly materials?: Maybe<ReadonlyArray<CaseMaterial>>;
  /** Notes, newest first: to those who handle the case all of them, to others what goes between them and the applicant. */
  readonly notes?: Maybe<CaseNoteConnection>;
  /** The partner that began it. */
  readonly partner?: Maybe<PartnerName>;
  /** The subject's payout accounts that the form names, with how and when each came. */
  readonly payoutAccounts?: Maybe<ReadonlyArray<PayoutAccount>>;
  /** What still keeps it from being handed in, by field and by material; empty for one that is complete. */
  readonly problems: ReadonlyArray<FormProblem>;
  /** The steps of the item's workflow, with what has become of them. */
  readonly progress: ReadonlyArray<StepProgress>;
  readonly region: Scalars['RegionCode']['output'];
  readonly revocation?: Maybe<ApplicationRevocation>;
  /** How the item's rule decided, or why it left the decision to a person; null where no rule was asked. */
  readonly ruling?: Maybe<ApplicationRuling>;
  /** The review of its decision by rule, where it was drawn. */
  readonly rulingReview?: Maybe<SampleReview>;
  readonly savedAt: Scalars['DateTime']['output'];
  /** The stage of the item's roll-out under which it began: PILOT or GENERAL. */
  readonly stage: RollOutStage;
  readonly status: ApplicationStatus;
  readonly subject: ApplicationSubject;
  readonly submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often the applicant has come to a hall about it, and how often the item promises that is needed. */
  readonly visits: ApplicationVisits;
};


/** An application for a service item, from its first draft to the archive. */
export type ApplicationAuditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An application for a service item, from its first draft to the archive. */
export type ApplicationNotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ApplicationAppeal = {
  readonly __typename?: 'ApplicationAppeal';
  readonly answer?: Maybe<Scalars['String']['output']>;
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** Whether the refusal was upheld or overturned; null while it is being reconsidered. */
  readonly outcome?: Maybe<AppealOutcome>;
  /** It was not answered by the day that `Application.answer` told. */
  readonly overdueAt?: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Scalars['String']['output'];
};

export type ApplicationChannel =
  /** At a hall's window, in the presence of the applicant. */
  | 'HALL'
  | 'ONLINE'
  | 'PARTNER';

/** The subject's own word for what somebody else has handed in for them. */
export type ApplicationConfirmation = {
  readonly __typename?: 'ApplicationConfirmation';
  /**
   * What would be paid if it were granted now; null where nobody is paid, or nobody can tell, once it is confirmed, and for a
   * proxy or an agent, whom it does not concern.
   */
  readonly amount?: Maybe<Scalars['Money']['output']>;
  readonly askedAt: Scalars['DateTime']['output'];
  /** Who has handed it in. */
  readonly by: Submitter;
  /** Null while it is waited for. */
  readonly confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly confirmedBy?: Maybe<ConfirmationMeans>;
  /** The accounts that would be paid to, their numbers masked. */
  readonly payoutAccounts?: Maybe<ReadonlyArray<PayoutAccount>>;
  /** The last day of an answer; then the application lapses. */
  readonly until: Scalars['Date']['output'];
};

export type ApplicationConnection = {
  readonly __typename?: 'ApplicationConnection';
  readonly edges: ReadonlyArray<ApplicationEdge>;
  readonly pageInfo: PageInfo;
};

export type ApplicationDecision = {
  readonly __typename?: 'ApplicationDecision';
  readonly at: Scalars['DateTime']['output'];
  /** The law and article that a refusal stands on. */
  readonly ground?: Maybe<LegalBasis>;
  readonly officer?: Maybe<Scalars['ID']['output']>;
  readonly outcome: DecisionOutcome;
  /** In the words of who decided; of a decision by rule in the language of Accept-Language (zh or en). */
  readonly reason: Scalars['String']['output'];
  /** What can be done against it, until when, and by which law; null where it was granted. */
  readonly remedy?: Maybe<Scalars['String']['output']>;
};

export type ApplicationEdge = {
  readonly __typename?: 'ApplicationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Application;
};

/** For whom an application is: one of these, in whose name the caller may act. */
export type ApplicationForInput = {
  /** Of a partner: a consenting citizen by the partner's own reference. */
  readonly citizen?: InputMaybe<Scalars['ID']['input']>;
  /** An enterprise by its credit code. */
  readonly enterprise?: InputMaybe<Scalars['String']['input']>;
  /** A person by the caller's own reference, see `principals`. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
};

export type ApplicationResult = Application | DuplicateApplication | FormIncomplete | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound;

export type ApplicationRevocation = {
  readonly __typename?: 'ApplicationRevocation';
  readonly at: Scalars['DateTime']['output'];
  readonly ground: LegalBasis;
  readonly reason: Scalars['String']['output'];
};

/** What the item's rule came to, check by check, with all that it was told. */
export type ApplicationRuling = {
  readonly __typename?: 'ApplicationRuling';
  readonly at: Scalars['DateTime']['output'];
  readonly checks: ReadonlyArray<CheckedRule>;
  /** Drawn for review by a person. */
  readonly isSampled?: Maybe<Scalars['Boolean']['output']>;
  readonly outcome: RulingOutcome;
  /** The version of the item whose rule it is. */
  readonly version: Scalars['Int']['output'];
};

export type ApplicationStatus =
  /** The refusal is being reconsidered. */
  | 'APPEALED'
  /** Granted, and still to be delivered. */
  | 'APPROVED'
  /** Ended for good. */
  | 'ARCHIVED'
  /** Handed in by somebody else; its subject has to confirm it, within 15 days, or it lapses. */
  | 'AWAITING_CONFIRMATION'
  /** The applicant is asked to put right what the correction notice names. */
  | 'CORRECTION'
  /** Granted and delivered. */
  | 'DELIVERED'
  /** Being filled in; lapses if nobody saves it for 90 days. */
  | 'DRAFT'
  /** Accepted; the limits of the decision run. */
  | 'IN_REVIEW'
  /** Not handed in, not confirmed, or not corrected, in time. */
  | 'LAPSED'
  /** The clock stands still, for a hearing, an inspection or an expert review. */
  | 'PAUSED'
  /** Refused, or not accepted; it can be appealed against. */
  | 'REJECTED'
  /** What was granted was taken back. */
  | 'REVOKED'
  /** Handed in; the department has five working days to ask for corrections. */
  | 'SUBMITTED'
  /** Taken back by the applicant. */
  | 'WITHDRAWN';

/** Whose matter an application is, whoever handles it for them. */
export type ApplicationSubject = {
  readonly __typename?: 'ApplicationSubject';
  /** Of an enterprise. */
  readonly creditCode?: Maybe<Scalars['String']['output']>;
  readonly kind: SubjectKind;
  /** As the register has it, for an enterprise; a person's to officers and to who handles the case. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

export type ApplicationVisits = {
  readonly __typename?: 'ApplicationVisits';
  readonly count: Scalars['Int']['output'];
  readonly promised: Scalars['Int']['output'];
};

export type ApplyForPartnershipInput = {
  readonly contact: PartnerContactInput;
  /** Unified social credit code, GB 32100. */
  readonly creditCode: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly purpose: Scalars['String']['input'];
  readonly scopes: ReadonlyArray<Scope>;
};

export type ApplyForPartnershipResult = IdempotencyMismatch | InvalidInput | Partner;

/** A booked visit to a hall. */
export type Appointment = Node & {
  readonly __typename?: 'Appointment';
  /** The case that it is about, where it was booked for one. */
  readonly application?: Maybe<Application>;
  /** What the citizen can do with it now: MOVE, CANCEL. */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly day: Scalars['Date']['output'];
  readonly from: Scalars['DateTime']['output'];
  readonly hall: Hall;
  /** A clerk can read it off the citizen's phone, and give out the ticket by it. */
  readonly id: Scalars['ID']['output'];
  /** The code of the service item. */
  readonly item?: Maybe<Scalars['ID']['output']>;
  readonly status: AppointmentStatus;
  /** What its citizen was given at the hall. */
  readonly ticket?: Maybe<Ticket>;
  readonly to: Scalars['DateTime']['output'];
};

export type AppointmentConnection = {
  readonly __typename?: 'AppointmentConnection';
  readonly edges: ReadonlyArray<AppointmentEdge>;
  readonly pageInfo: PageInfo;
};

export type AppointmentEdge = {
  readonly __typename?: 'AppointmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Appointment;
};

export type AppointmentResult = Appointment | BookingBlocked | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound | SlotFull;

export type AppointmentStatus =
  | 'BOOKED'
  | 'CANCELLED'
  /** Its citizen has come and was given a ticket. */
  | 'CHECKED_IN'
  /** Cancelled by the hall, which is not open at its time, or was not; no no-show. Its citizen is told, and can book anew. */
  | 'HALL_CLOSED'
  /** Nobody came. */
  | 'NO_SHOW';

export type ApprovalEffect =
  /** Issues a food-business licence for five years. */
  | 'FOOD_BUSINESS_LICENCE'
  /** Ends a food-business licence, because its holder gives the business up. */
  | 'FOOD_BUSINESS_LICENCE_CANCELLATION'
  /** Makes a food-business licence valid for five years more. */
  | 'FOOD_BUSINESS_LICENCE_RENEWAL'
  /** Pays out what may be drawn from the housing fund for a year's instalments. */
  | 'HOUSING_FUND_LOAN_REPAYMENT'
  /** Pays out what may be drawn from the housing fund for the month's rent. */
  | 'HOUSING_FUND_RENT'
  /** Pays out the housing-fund account with its interest, and closes it. */
  | 'HOUSING_FUND_RETIREMENT';

/** What passes all checks is granted by rule at once. */
export type ApprovalRule = {
  readonly __typename?: 'ApprovalRule';
  readonly checks: ReadonlyArray<RuleCheck>;
  /** Of what the rule has decided so many per cent, drawn at random, are reviewed by people. */
  readonly samplePercent: Scalars['Int']['output'];
};

export type ApprovalRuleInput = {
  readonly checks: ReadonlyArray<RuleCheckInput>;
  readonly samplePercent: Scalars['Int']['input'];
};

/** A person at a window, and what the clerk can do for them. */
export type Attendance = {
  readonly __typename?: 'Attendance';
  /**
   * The newest applications of the person, or of whom they may act for, at most 100, as far as they lie in the clerk's
   * jurisdiction; none once the attendance is over.
   */
  readonly applications: ReadonlyArray<Application>;
  readonly id: Scalars['ID']['output'];
  /** Null once the attendance is over. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Accounts to which the person can be paid; none once the attendance is over. */
  readonly payoutAccounts?: Maybe<ReadonlyArray<PayoutAccount>>;
  /** Those for whom the person may act; none once the attendance is over. */
  readonly represents: ReadonlyArray<RepresentedSubject>;
  readonly startedAt: Scalars['DateTime']['output'];
  /** By which the person was called; its `application` is the case that they have come about, until it is finished. */
  readonly ticket?: Maybe<Ticket>;
  /**
   * From then on it is over, and the person has to show again that they are there: 20 minutes after the last thing that was
   * done in it, or when its ticket ended or the clerk began the next.
   */
  readonly until: Scalars['DateTime']['output'];
};


/** A person at a window, and what the clerk can do for them. */
export type AttendanceApplicationsArgs = {
  for?: InputMaybe<ApplicationForInput>;
};

export type Audience =
  | 'LEGAL_PERSON'
  | 'NATURAL_PERSON';

export type AuditFindingKind =
  /** The entry is not what it was written as. */
  | 'CHANGED'
  /** The entry was not written by the platform. */
  | 'INSERTED'
  /** An entry that stood here is missing. */
  | 'REMOVED';

export type AuditTrailConnection = {
  readonly __typename?: 'AuditTrailConnection';
  readonly edges: ReadonlyArray<AuditTrailEdge>;
  readonly pageInfo: PageInfo;
};

export type AuditTrailEdge = {
  readonly __typename?: 'AuditTrailEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AuditTrailEntry;
};

/** Something that was done about an application. */
export type AuditTrailEntry = {
  readonly __typename?: 'AuditTrailEntry';
  /** For programs, for example "applications.case.accepted". */
  readonly action: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly by: TrailParty;
  /** The code of an officer's department; null for others. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** Covers this entry and the hash of the one before it. */
  readonly hash: Scalars['String']['output'];
  readonly officer?: Maybe<Scalars['ID']['output']>;
  /** The reason that was given; to the applicant only where it is meant for them. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** An officer's role in this; null where none is on record, and for others. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** Counts from 1 without a gap. */
  readonly sequence: Scalars['Int']['output'];
  /** Who did what, in plain words. */
  readonly text: Scalars['String']['output'];
};

export type AuditTrailFinding = {
  readonly __typename?: 'AuditTrailFinding';
  readonly kind: AuditFindingKind;
  readonly message: Scalars['String']['output'];
  /** The entry's place, counted from 1. */
  readonly sequence: Scalars['Int']['output'];
};

export type AuditTrailVerification = {
  readonly __typename?: 'AuditTrailVerification';
  /** How many entries, from the first, are as they were written. */
  readonly entries: Scalars['Int']['output'];
  /** The first place that is not as it was written. */
  readonly finding?: Maybe<AuditTrailFinding>;
  /** Null while not all entries are verified; see `next`. */
  readonly isIntact?: Maybe<Scalars['Boolean']['output']>;
  /** The hash of the last of them: with their number, the `known` of a later verification. */
  readonly lastHash: Scalars['String']['output'];
  readonly next?: Maybe<Scalars['String']['output']>;
};

/** What a principal lets one agent do in their name. */
export type Authority = Node & {
  readonly __typename?: 'Authority';
  readonly agentMaskedIdNumber: Scalars['String']['output'];
  readonly agentName: Scalars['String']['output'];
  /** Set where the principal is an enterprise. */
  readonly enterprise?: Maybe<Scalars['String']['output']>;
  readonly grantedAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** Item codes; empty for all items. */
  readonly items: ReadonlyArray<Scalars['ID']['output']>;
  /** The paper's reference, where it was given on paper and seen at a window. */
  readonly paper?: Maybe<Scalars['String']['output']>;
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: AuthorityStatus;
  /** The last day on which it holds. */
  readonly until: Scalars['Date']['output'];
};

export type AuthorityResult = Authority | IdempotencyMismatch | InvalidInput | NotFound;

export type AuthorityStatus =
  | 'EXPIRED'
  | 'IN_FORCE'
  | 'REVOKED';

export type AutomaticPayment = {
  readonly __typename?: 'AutomaticPayment';
  readonly ceiling: Scalars['Money']['output'];
  readonly channel: PaymentChannel;
  readonly setAt: Scalars['DateTime']['output'];
};

export type Bill = Node & {
  readonly __typename?: 'Bill';
  readonly amount: Scalars['Money']['output'];
  readonly biller?: Maybe<Biller>;
  readonly dueOn: Scalars['Date']['output'];
  /** The first day of the period. */
  readonly from: Scalars['Date']['output'];
  readonly id: Scalars['ID']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
  /** The biller's own. */
  readonly number: Scalars['String']['output'];
  /**
   * What a payment begun today pays to pay all: what is left of the amount, and the late fee. Nothing is owed of a bill that
   * is paid or withdrawn.
   */
  readonly owed: Scalars['Money']['output'];
  /** What was paid of it and has not gone back in whole, late fees included. */
  readonly paid: Scalars['Money']['output'];
  /** The payment that keeps it, or has paid it or the rest of it. */
  readonly payment?: Maybe<Scalars['ID']['output']>;
  /** What has paid it, whole or in parts, in their order. */
  readonly payments: ReadonlyArray<BillPayment>;
  /**
   * How the platform rated it by the tariff. Null for a finished bill of the biller's, and for who only looks it up to
   * pay it.
   */
  readonly rating?: Maybe<BillRating>;
  readonly status: BillStatus;
  /** The day after the last. */
  readonly to: Scalars['Date']['output'];
};

/** Somebody was faster, or there is no such bill; nothing was paid. */
export type BillNotPayable = Refusal & {
  readonly __typename?: 'BillNotPayable';
  readonly bill: Scalars['ID']['output'];
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  /** The payment that came first. */
  readonly payment?: Maybe<Scalars['ID']['output']>;
};

/** The biller has issued another bill under this number. */
export type BillNumberTaken = Refusal & {
  readonly __typename?: 'BillNumberTaken';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type BillPayment = {
  readonly __typename?: 'BillPayment';
  readonly amount: Scalars['Money']['output'];
  /** When it was begun, by which the late fee is counted. */
  readonly on: Scalars['Date']['output'];
  /** Null for a partner that reads the bill with a consent. */
  readonly payment?: Maybe<Scalars['ID']['output']>;
};

/** A bill's trace: what was used, and how the amount came about. */
export type BillRating = {
  readonly __typename?: 'BillRating';
  readonly householdClass: HouseholdClass;
  readonly householdSize?: Maybe<Scalars['Int']['output']>;
  /** They add up to the bill's amount. */
  readonly lines: ReadonlyArray<RatingLine>;
  /** Since when the tariff in force on the last day holds. */
  readonly tariffFrom: Scalars['Date']['output'];
  readonly usage: Scalars['Decimal']['output'];
  /** In the calendar year of the period's first day, before it. */
  readonly usedBefore: Scalars['Decimal']['output'];
};

export type BillRowInput = {
  readonly accountNumber: Scalars['String']['input'];
  readonly amount: Scalars['Money']['input'];
  readonly dueOn: Scalars['Date']['input'];
  /** The first day of the period. */
  readonly from: Scalars['Date']['input'];
  /** Of the household; kept as a mask and a digest. */
  readonly holderName: Scalars['String']['input'];
  /** The biller's own, by which the bill is taken once. */
  readonly number: Scalars['String']['input'];
  /** The day after the last. */
  readonly to: Scalars['Date']['input'];
};

export type BillStatus =
  /** Withdrawn by the biller. */
  | 'CANCELLED'
  | 'DUE'
  | 'PAID'
  /** A payment keeps it; how it ends is not known yet. */
  | 'PAYING';

export type Biller = {
  readonly __typename?: 'Biller';
  /** The partner's id. */
  readonly id: Scalars['ID']['output'];
  readonly kind: UtilityKind;
  /** What is charged for paying late; null for nothing. */
  readonly lateFee?: Maybe<LateFee>;
  /** What one has to know to see what is due. */
  readonly lookup: BillerLookup;
  readonly name: Scalars['String']['output'];
  /** Whether the biller takes a bill in parts: up to 4 of them, and a last payment for the rest. */
  readonly partPayments: Scalars['Boolean']['output'];
  readonly region: Scalars['RegionCode']['output'];
};

export type BillerLookup =
  | 'ACCOUNT_NUMBER'
  | 'ACCOUNT_NUMBER_AND_HOLDER';

export type BillerProfileInput = {
  readonly kind: UtilityKind;
  readonly lateFee?: InputMaybe<LateFeeInput>;
  readonly lookup: BillerLookup;
  /** As payers know it. */
  readonly name: Scalars['String']['input'];
  readonly partPayments?: InputMaybe<Scalars['Boolean']['input']>;
  readonly region: Scalars['RegionCode']['input'];
};

export type BindTransitCardResult = NotFound | TooManyGuesses | TransitCard;

export type BindUtilityAccountInput = {
  readonly accountNumber: Scalars['String']['input'];
  /** For example "home" or "parents". */
  readonly alias: Scalars['String']['input'];
  readonly biller: Scalars['ID']['input'];
  /** Where the biller asks for it. */
  readonly holderName?: InputMaybe<Scalars['String']['input']>;
};

export type BindUtilityAccountResult = InvalidInput | NotFound | TooManyGuesses | UtilityAccount;

export type BookAppointmentInput = {
  /** An application of the caller's for this item. */
  readonly application?: InputMaybe<Scalars['ID']['input']>;
  /** The hall's code. */
  readonly hall: Scalars['ID']['input'];
  /** The item's code. */
  readonly item: Scalars['ID']['input'];
  /** When the slot begins, as `slots` says. */
  readonly slot: Scalars['DateTime']['input'];
};

/** Too many appointments were not kept. */
export type BookingBlocked = Refusal & {
  readonly __typename?: 'BookingBlocked';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

export type BrokenTransfer = {
  readonly __typename?: 'BrokenTransfer';
  readonly id: Scalars['ID']['output'];
  readonly what: BrokenTransferKind;
};

export type BrokenTransferKind =
  | 'NOT_BALANCED'
  | 'RECORDS_DIFFER'
  | 'RECORD_MISSING';

/** What a food business mainly is. */
export type BusinessForm =
  | 'CANTEEN'
  | 'CATERING'
  | 'SALES';

export type CallNextTicketResult = InvalidInput | NobodyWaits | NotAllowedNow | NotFound | OutsideJurisdiction | Ticket;

export type Caller =
  /** Nobody has signed in. */
  | 'ANONYMOUS'
  /** A person with a sign-in token. */
  | 'CITIZEN'
  /** A member of staff with a sign-in token, roles and a jurisdiction. */
  | 'OFFICER'
  /** A partner enterprise with an API key. */
  | 'PARTNER';

/** Something has to end before: a refund, a ride, or arrears. */
export type CardBusy = Refusal & {
  readonly __typename?: 'CardBusy';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** The card may not owe more. Nothing was taken; send the tap again once it was topped up. */
export type CardInArrears = Refusal & {
  readonly __typename?: 'CardInArrears';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** What a reader at a hall says of an identity card that it has read: docs/card-readers.md. */
export type CardReadInput = {
  /** The hall's code. */
  readonly hall: Scalars['ID']['input'];
  /** Of the card; it is not kept. */
  readonly idNumber: Scalars['String']['input'];
  /** On the card; it is not kept. */
  readonly name: Scalars['String']['input'];
  /** When the card was read. It is signed in UTC with milliseconds. */
  readonly readAt: Scalars['DateTime']['input'];
  /** The reader's code. */
  readonly reader: Scalars['ID']['input'];
  /** Ed25519 over all that, in base64url. */
  readonly signature: Scalars['String']['input'];
};

/** A device that reads identity cards and signs what it reads. */
export type CardReader = {
  readonly __typename?: 'CardReader';
  readonly addedAt: Scalars['DateTime']['output'];
  readonly addedBy: Scalars['ID']['output'];
  /** A String as in Refusal, so that one query can ask a mutation for both. */
  readonly code: Scalars['String']['output'];
  readonly publicKey: Scalars['String']['output'];
  /** Null while it is in use. */
  readonly retiredAt?: Maybe<Scalars['DateTime']['output']>;
};

export type CardReaderInput = {
  /** Within the hall: capital letters, digits and hyphens, 20 at most. */
  readonly code: Scalars['ID']['input'];
  /** The hall's code. */
  readonly hall: Scalars['ID']['input'];
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: Scalars['String']['input'];
};

export type CardReaderResult = Hall | InvalidInput | NotFound | OutsideJurisdiction;

/** The limits of the case, and what has moved them. */
export type CaseClock = {
  readonly __typename?: 'CaseClock';
  readonly acceptedOn?: Maybe<Scalars['Date']['output']>;
  readonly extension?: Maybe<ClockExtension>;
  /** Nobody asked for corrections in time, so it counts as accepted from its receipt. */
  readonly isDeemedAccepted: Scalars['Boolean']['output'];
  readonly overdueAt?: Maybe<Scalars['DateTime']['output']>;
  readonly pauses: ReadonlyArray<ClockPause>;
  /** The last day that the department promised; null before acceptance, and while the clock stands still. */
  readonly promisedOn?: Maybe<Scalars['Date']['output']>;
  readonly promisedWorkingDays: Scalars['Int']['output'];
  readonly receivedOn?: Maybe<Scalars['Date']['output']>;
  /** The last day that the law allows; null before acceptance, and while the clock stands still. */
  readonly statutoryOn?: Maybe<Scalars['Date']['output']>;
  readonly statutoryWorkingDays: Scalars['Int']['output'];
  readonly warnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When 80 % of the promised time are over. */
  readonly warningOn?: Maybe<Scalars['Date']['output']>;
};

export type CaseEscalation = {
  readonly __typename?: 'CaseEscalation';
  readonly reason: EscalationReason;
  readonly since: Scalars['DateTime']['output'];
};

export type CaseFigures = {
  readonly __typename?: 'CaseFigures';
  readonly accepted: Scalars['Int']['output'];
  readonly approved: Scalars['Int']['output'];
  /** Passed the promised time, or that of the delivery; again where that happens after an extension. */
  readonly becameOverdue: Scalars['Int']['output'];
  /** Complaints about delay. */
  readonly complaints: Scalars['Int']['output'];
  /** Granted or refused, by people or by rule; a case that is decided anew on appeal counts again. */
  readonly decided: Scalars['Int']['output'];
  readonly decidedByRule: Scalars['Int']['output'];
  /** Within the promised time, with pauses and extensions; a refused acceptance within its five working days. */
  readonly decidedInPromisedTime: Scalars['Int']['output'];
  /** Within the time that the law allows. */
  readonly decidedInStatutoryTime: Scalars['Int']['output'];
  /** Of these, because nobody asked for corrections in time. */
  readonly deemedAccepted: Scalars['Int']['output'];
  readonly evaluations: EvaluationFigures;
  /**
   * Of the working days from acceptance to decision, without those on which the clock stood still; 60 stands for 60 and
   * more. Null where nothing was decided.
   */
  readonly medianWorkingDays?: Maybe<Scalars['Float']['output']>;
  /** Handed in for the first time. */
  readonly received: Scalars['Int']['output'];
  /** Of all that was decided; null where nothing was. */
  readonly shareDecidedByRule?: Maybe<Scalars['Float']['output']>;
  /**
   * How often an applicant came to a hall once more than their version of the item promises, about a case that is handed in
   * or still a draft.
   */
  readonly visitsAbovePromise: Scalars['Int']['output'];
  /** Taken back by applicants, once handed in. */
  readonly withdrawn: Scalars['Int']['output'];
};

export type CaseFiguresResult = CaseFigures | InvalidInput | OutsideJurisdiction;

/** A material of an application: what is asked for, and what there is of it. */
export type CaseMaterial = {
  readonly __typename?: 'CaseMaterial';
  readonly code: Scalars['String']['output'];
  /** All that are on record, rejected and replaced ones included, in the order of their announcements. */
  readonly files: ReadonlyArray<MaterialFile>;
  /** What stands for it; of an application that is handed in, as it stood then. */
  readonly filled?: Maybe<FilledMaterial>;
  /** Whether the applicant can send files for it now. */
  readonly isEditable: Scalars['Boolean']['output'];
  /** By the item, or by a correction notice. */
  readonly isRequired: Scalars['Boolean']['output'];
  readonly state: MaterialState;
};

export type CaseNote = {
  readonly __typename?: 'CaseNote';
  readonly at: Scalars['DateTime']['output'];
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The note that is replied to. */
  readonly inReplyTo?: Maybe<Scalars['ID']['output']>;
  readonly kind: CaseNoteKind;
  /** Who has written it; null for a reply. */
  readonly officer?: Maybe<Scalars['ID']['output']>;
  readonly text: Scalars['String']['output'];
};

export type CaseNoteConnection = {
  readonly __typename?: 'CaseNoteConnection';
  readonly edges: ReadonlyArray<CaseNoteEdge>;
  readonly pageInfo: PageInfo;
};

export type CaseNoteEdge = {
  readonly __typename?: 'CaseNoteEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: CaseNote;
};

export type CaseNoteKind =
  /** A reply of the applicant's. */
  | 'FROM_APPLICANT'
  /** Among those who handle the case. */
  | 'INTERNAL'
  | 'TO_APPLICANT';

export type CaseNoteResult = CaseNote | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound;

export type ChangeBillResult = Bill | InvalidInput | NotAllowedNow | NotFound;

export type ChangeTransitCardResult = NotAllowedNow | NotFound | TransitCard;

export type ChannelUnavailable = Refusal & {
  readonly __typename?: 'ChannelUnavailable';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type CheckPayoutAccountResult = InvalidInput | NotFound | PayoutAccount | TooManyGuesses;

export type CheckResult =
  | 'FAILED'
  /** The rule took more steps than a rule may, so a person decides. */
  | 'OVER_BUDGET'
  | 'PASSED'
  /** A value was missing, or not of its kind. */
  | 'UNCLEAR';

/** A value that a check has read, as JSON. One that is too long to be shown is "…", and stands in the form. */
export type CheckedInput = {
  readonly __typename?: 'CheckedInput';
  readonly path: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type CheckedRule = {
  readonly __typename?: 'CheckedRule';
  readonly code: Scalars['String']['output'];
  readonly ground: LegalBasis;
  /** Not for partners: it may come from records that they have no scope for. */
  readonly inputs?: Maybe<ReadonlyArray<CheckedInput>>;
  readonly name: LocalizedText;
  readonly result: CheckResult;
};

/** A point that inspectors look at on site. */
export type ChecklistPoint = {
  readonly __typename?: 'ChecklistPoint';
  readonly code: Scalars['ID']['output'];
  /** Nothing is granted where it is not met. */
  readonly critical: Scalars['Boolean']['output'];
  readonly name: LocalizedText;
};

export type ChecklistPointInput = {
  readonly code: Scalars['ID']['input'];
  readonly critical: Scalars['Boolean']['input'];
  readonly name: LocalizedTextInput;
};

/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type Citizen = Node & {
  readonly __typename?: 'Citizen';
  /** Who read what of this citizen's data, newest first. */
  readonly accesses?: Maybe<DataAccessConnection>;
  /**
   * Applications in this person's own matters, whoever began them; newest first, drafts and ended ones included. What they
   * handle for others stands under `enterprises` and `principals`.
   */
  readonly applications?: Maybe<ApplicationConnection>;
  /** Visits to halls that were booked, the latest booking first. */
  readonly appointments?: Maybe<AppointmentConnection>;
  /** What this person has allowed others to do in their name, ended ones included. */
  readonly authorities?: Maybe<ReadonlyArray<Authority>>;
  /** Of all accounts that are bound, the newest period first; at most 100 of each. */
  readonly bills?: Maybe<ReadonlyArray<Bill>>;
  /** Consents that this citizen gave, newest first, ended ones included. */
  readonly consents?: Maybe<ReadonlyArray<Consent>>;
  /** Enterprises that this person represents, or may act for. */
  readonly enterprises?: Maybe<ReadonlyArray<Enterprise>>;
  /** The housing-fund account; null where the person has none. */
  readonly housingFund?: Maybe<HousingFundAccount>;
  /** For a partner: its own pairwise reference. */
  readonly id: Scalars['ID']['output'];
  /** For example "110105********002X". */
  readonly maskedIdNumber?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What this citizen was told, newest first. A notification follows its event within about a minute. */
  readonly notifications?: Maybe<NotificationConnection>;
  /** Partners for which this citizen applied, or which they renewed last. */
  readonly partners?: Maybe<ReadonlyArray<Partner>>;
  /** Newest first. */
  readonly payments?: Maybe<PaymentConnection>;
  /** Accounts to which this person can be paid, the newest first; a form names one by its id. */
  readonly payoutAccounts?: Maybe<ReadonlyArray<PayoutAccount>>;
  /** Persons for whom this person may act. */
  readonly principals?: Maybe<ReadonlyArray<Principal>>;
  /** The telephone that this person has proven to have, to which one-time codes are sent. */
  readonly telephone?: Maybe<Telephone>;
  /** What this citizen has to do, by due date, applications of whom they may act for included: the first of it, up to 100. */
  readonly todo?: Maybe<ReadonlyArray<ToDo>>;
  /** All that were ever held, the newest first. */
  readonly transitCards?: Maybe<ReadonlyArray<TransitCard>>;
  /** Visits that are still before the citizen, the nearest first; three at most. */
  readonly upcomingAppointments?: Maybe<ReadonlyArray<Appointment>>;
  readonly utilityAccounts?: Maybe<ReadonlyArray<UtilityAccount>>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenAccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenBillsArgs = {
  status?: InputMaybe<BillStatus>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One person, and all that the platform holds for them. Reached by the person (`me`), or by a partner under that
 * person's consent (`citizen(ref:)`); a partner's fields then need the scope from both its key and the consent.
 */
export type CitizenTodoArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ClockExtension = {
  readonly __typename?: 'ClockExtension';
  readonly at: Scalars['DateTime']['output'];
  readonly reason: Scalars['String']['output'];
  readonly workingDays: Scalars['Int']['output'];
};

export type ClockPause = {
  readonly __typename?: 'ClockPause';
  readonly from: Scalars['DateTime']['output'];
  readonly note: Scalars['String']['output'];
  readonly reason: PauseReason;
  readonly to?: Maybe<Scalars['DateTime']['output']>;
};

export type CloseTransitCardResult = CardBusy | InvalidInput | NotAllowedNow | NotFound | TransitCard;

export type ConfirmationMeans =
  /** At a window, by a code that was sent to the subject's telephone. */
  | 'CODE'
  /** By the subject's own sign-in. */
  | 'SIGN_IN';

export type Consent = Node & {
  readonly __typename?: 'Consent';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly grantedAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly partner: PartnerName;
  readonly purpose: Scalars['String']['output'];
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly scopes: ReadonlyArray<Scope>;
  readonly status: ConsentStatus;
};

export type ConsentRequest = {
  readonly __typename?: 'ConsentRequest';
  /** Until when the citizen can answer. */
  readonly answerBy: Scalars['DateTime']['output'];
  /** Once granted: this partner's reference for the citizen. */
  readonly citizenRef?: Maybe<Scalars['ID']['output']>;
  /** For how many days from the grant the consent would hold. */
  readonly days: Scalars['Int']['output'];
  /** Once granted: the scopes that the citizen granted. */
  readonly grantedScopes: ReadonlyArray<Scope>;
  readonly id: Scalars['ID']['output'];
  readonly partner: PartnerName;
  readonly purpose: Scalars['String']['output'];
  readonly scopes: ReadonlyArray<Scope>;
  readonly status: ConsentRequestStatus;
};

export type ConsentRequestStatus =
  | 'EXPIRED'
  | 'GRANTED'
  | 'PENDING'
  | 'REFUSED';

export type ConsentStatus =
  | 'EXPIRED'
  | 'IN_FORCE'
  | 'REVOKED';

export type CorrectTripInput = {
  readonly at: Scalars['DateTime']['input'];
  readonly reason: Scalars['String']['input'];
  /** Where the passenger passed the other gate. */
  readonly station: Scalars['String']['input'];
  /** The operator's number of the tap that stands alone. */
  readonly tap: Scalars['String']['input'];
};

export type CorrectTripResult = CardInArrears | InvalidInput | NotAllowedNow | NotFound | OperatedTrip;

export type CorrectionInput = {
  /** Fields of the item's form by name. */
  readonly fields?: InputMaybe<ReadonlyArray<NamedFaultInput>>;
  /** Materials of the item by code. */
  readonly materials?: InputMaybe<ReadonlyArray<NamedFaultInput>>;
};

/** The one notice of all that is missing or wrong. */
export type CorrectionNotice = {
  readonly __typename?: 'CorrectionNotice';
  /** Who has not handed the correction in by the end of this day has given the application up. */
  readonly answerBy: Scalars['Date']['output'];
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly at: Scalars['DateTime']['output'];
  readonly fields: ReadonlyArray<NamedFault>;
  readonly materials: ReadonlyArray<NamedFault>;
};

export type CreateApiKeyInput = {
  /** Live keys: required to lie within 365 days; without it a live key gets 365 days. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly mode: Mode;
  readonly name: Scalars['String']['input'];
  /** IPv4 and IPv6 networks in CIDR notation; empty for any. */
  readonly networks?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly partnerId: Scalars['ID']['input'];
  readonly scopes: ReadonlyArray<Scope>;
};

export type CreateApiKeyResult = IdempotencyMismatch | InvalidInput | IssuedApiKey | NotAllowedNow | NotFound | SecretNoLongerShown;

/** By a partner or by an office: one of the two is null. */
export type DataAccess = {
  readonly __typename?: 'DataAccess';
  readonly at: Scalars['DateTime']['output'];
  /** What was read, for example "HousingFundAccount.balance". */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  readonly office?: Maybe<ReadingOffice>;
  readonly partner?: Maybe<PartnerName>;
  readonly purposes: ReadonlyArray<Scalars['String']['output']>;
  /** To ask about it: the platform knows by it who it was. */
  readonly requestId: Scalars['String']['output'];
  /** Of a partner: those under which it was read; an office reads in its duties. */
  readonly scopes: ReadonlyArray<Scope>;
};

export type DataAccessConnection = {
  readonly __typename?: 'DataAccessConnection';
  readonly edges: ReadonlyArray<DataAccessEdge>;
  readonly pageInfo: PageInfo;
};

export type DataAccessEdge = {
  readonly __typename?: 'DataAccessEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DataAccess;
};

export type DecideConsentResult = GrantedConsent | InvalidInput | NotAllowedNow | NotFound | RefusedConsent;

export type DecisionOutcome =
  | 'APPROVED'
  | 'NOT_ACCEPTED'
  | 'REJECTED';

export type DelayComplaint = {
  readonly __typename?: 'DelayComplaint';
  /** Null while it waits for one. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** Who has answered it. */
  readonly officer?: Maybe<Scalars['ID']['output']>;
  readonly text: Scalars['String']['output'];
};

export type Department = {
  readonly __typename?: 'Department';
  readonly code: Scalars['String']['output'];
  readonly name: LocalizedText;
};

export type DepartmentInput = {
  readonly code: Scalars['String']['input'];
  readonly name: LocalizedTextInput;
};

export type Deposit = {
  readonly __typename?: 'Deposit';
  readonly amount: Scalars['Money']['output'];
  readonly bankReference: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly partner: Scalars['ID']['output'];
  readonly recordedAt: Scalars['DateTime']['output'];
};

export type DeskConnection = {
  readonly __typename?: 'DeskConnection';
  readonly edges: ReadonlyArray<DeskEdge>;
  readonly pageInfo: PageInfo;
};

export type DeskEdge = {
  readonly __typename?: 'DeskEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DeskEntry;
};

/** A step of an application on an officer's desk. */
export type DeskEntry = {
  readonly __typename?: 'DeskEntry';
  readonly application: Application;
  readonly claimedBy?: Maybe<Scalars['ID']['output']>;
  /**
   * Null while the clock stands still, when the step keeps the place of the day on which it would have been due; it is due as
   * many working days later then.
   */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Why the case calls for attention, in whichever list it stands; empty where nothing presses. */
  readonly escalations: ReadonlyArray<CaseEscalation>;
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when and why its clock stands still; null while it runs. */
  readonly pause?: Maybe<ClockPause>;
  /** Null where the case is the supervisor's as a whole: in `escalations` and `pausedApplications`. */
  readonly step?: Maybe<Scalars['String']['output']>;
};

export type DrawInspectionsInput = {
  /** How many are drawn, at most 200. This or `percent`. */
  readonly count?: InputMaybe<Scalars['Int']['input']>;
  readonly department: Scalars['String']['input'];
  /** The first day of the inspections; today at the earliest. */
  readonly from: Scalars['Date']['input'];
  /** The share that is drawn, rounded up. */
  readonly percent?: InputMaybe<Scalars['Int']['input']>;
  readonly region: Scalars['RegionCode']['input'];
  readonly title: Scalars['String']['input'];
  readonly until: Scalars['Date']['input'];
};

export type DrawInspectionsResult = IdempotencyMismatch | InspectionPlan | InvalidInput;

/** Another application of the same person or enterprise for the same item is open. */
export type DuplicateApplication = Refusal & {
  readonly __typename?: 'DuplicateApplication';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly open: ReadonlyArray<Application>;
};

export type Employer = {
  readonly __typename?: 'Employer';
  readonly creditCode: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

export type EnrolInspectorInput = {
  readonly department: Scalars['String']['input'];
  /** Unified social credit codes; they replace what was declared before. */
  readonly interests: ReadonlyArray<Scalars['String']['input']>;
};

/** An enterprise as the market-supervision register states it. */
export type Enterprise = {
  readonly __typename?: 'Enterprise';
  /** Its applications, newest first, as far as the caller may act in them. */
  readonly applications?: Maybe<ApplicationConnection>;
  /** Who may act for it: for its legal representative all of them, for an agent their own. Ended ones included. */
  readonly authorities?: Maybe<ReadonlyArray<Authority>>;
  /** How the caller stands to it. */
  readonly capacity?: Maybe<ApplicantCapacity>;
  /** Unified social credit code, GB 32100. */
  readonly creditCode: Scalars['String']['output'];
  /** Codes of the items in which the caller may act for it; null for all. */
  readonly items?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly legalRepresentative: Scalars['String']['output'];
  /** Licences that were issued to it here, whatever has become of them. */
  readonly licences?: Maybe<ReadonlyArray<Licence>>;
  readonly name: Scalars['String']['output'];
  /**
   * Partners in the enterprise's name, whoever applied; for its legal representative, and agents whose authority names
   * PARTNERSHIP.
   */
  readonly partners?: Maybe<ReadonlyArray<Partner>>;
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly region: Scalars['RegionCode']['output'];
  readonly standing: EnterpriseStanding;
};


/** An enterprise as the market-supervision register states it. */
export type EnterpriseApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How an enterprise stands in the register (市场主体登记管理条例). */
export type EnterpriseStanding =
  /** 撤销登记, art. 40. */
  | 'ANNULLED'
  /** 歇业, art. 30. */
  | 'CLOSED_FOR_A_TIME'
  | 'DEREGISTERED'
  | 'IN_BUSINESS'
  | 'LICENCE_REVOKED';

export type EscalationReason =
  /** A refusal is appealed against; the appeal is to be answered. */
  | 'APPEAL'
  /** The applicant complains of delay, and waits for an answer. */
  | 'COMPLAINT'
  /** Not decided, not delivered, or an appeal not answered, in time. */
  | 'OVERDUE'
  /** 80 % of the time that was promised are over. */
  | 'WARNING';

export type Evaluation = {
  readonly __typename?: 'Evaluation';
  readonly appeal?: Maybe<EvaluationAppeal>;
  readonly application: Application;
  readonly assignee?: Maybe<Scalars['ID']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** What this caller can do: APPEAL; an officer ASSIGN, PUT_RIGHT, CALL_BACK, UPHOLD, REOPEN. */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  readonly callBack?: Maybe<EvaluationCallBack>;
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** When what it is about was decided. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** The last day to put it right; null for a good one. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly level: EvaluationLevel;
  readonly measures?: Maybe<EvaluationNote>;
  readonly overdueAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: EvaluationStatus;
  readonly tags: ReadonlyArray<EvaluationTag>;
};

export type EvaluationAppeal = {
  readonly __typename?: 'EvaluationAppeal';
  /** Null while it waits for one. */
  readonly answer?: Maybe<EvaluationNote>;
  readonly at: Scalars['DateTime']['output'];
  readonly reason: Scalars['String']['output'];
};

export type EvaluationCallBack = {
  readonly __typename?: 'EvaluationCallBack';
  readonly at: Scalars['DateTime']['output'];
  readonly by?: Maybe<Scalars['ID']['output']>;
  readonly isSatisfied: Scalars['Boolean']['output'];
  readonly text: Scalars['String']['output'];
};

export type EvaluationConnection = {
  readonly __typename?: 'EvaluationConnection';
  readonly edges: ReadonlyArray<EvaluationEdge>;
  readonly pageInfo: PageInfo;
};

export type EvaluationEdge = {
  readonly __typename?: 'EvaluationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Evaluation;
};

/** How applicants evaluated (好差评), in five levels. */
export type EvaluationFigures = {
  readonly __typename?: 'EvaluationFigures';
  readonly basicallySatisfied: Scalars['Int']['output'];
  readonly dissatisfied: Scalars['Int']['output'];
  /** Bad ones that were not put right in time. */
  readonly putRightLate: Scalars['Int']['output'];
  readonly satisfied: Scalars['Int']['output'];
  readonly veryDissatisfied: Scalars['Int']['output'];
  readonly verySatisfied: Scalars['Int']['output'];
};

export type EvaluationInput = {
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  readonly level: EvaluationLevel;
  readonly tags?: InputMaybe<ReadonlyArray<EvaluationTag>>;
};

export type EvaluationLevel =
  | 'BASICALLY_SATISFIED'
  /** Bad, as the next. */
  | 'DISSATISFIED'
  | 'SATISFIED'
  | 'VERY_DISSATISFIED'
  | 'VERY_SATISFIED';

export type EvaluationNote = {
  readonly __typename?: 'EvaluationNote';
  readonly at: Scalars['DateTime']['output'];
  readonly by?: Maybe<Scalars['ID']['output']>;
  readonly text: Scalars['String']['output'];
};

export type EvaluationResult = Evaluation | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound;

export type EvaluationStatus =
  | 'APPEALED'
  | 'ASSIGNED'
  | 'CALLED_BACK'
  /** The appeal was answered. */
  | 'CLOSED'
  /** Bad, and nobody has it yet. */
  | 'OPEN'
  /** The applicant is still to be called back. */
  | 'PUT_RIGHT'
  /** Good: there is nothing to be done. */
  | 'RECORDED';

/** What an evaluation is about. */
export type EvaluationTag =
  | 'ATTITUDE'
  | 'COMPETENCE'
  /** How many ways, papers and visits it took. */
  | 'CONVENIENCE'
  /** How fast it went. */
  | 'EFFICIENCY'
  /** Whether the item's description was right. */
  | 'GUIDANCE'
  /** How the platform handles. */
  | 'USABILITY';

export type Fee = {
  readonly __typename?: 'Fee';
  readonly amount: Scalars['Money']['output'];
  readonly basis?: Maybe<Scalars['String']['output']>;
};

export type FeeInput = {
  readonly amount: Scalars['Money']['input'];
  readonly basis?: InputMaybe<Scalars['String']['input']>;
};

/** Why a file is not taken. */
export type FileRejection = {
  readonly __typename?: 'FileRejection';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type FileStatus =
  | 'AWAITED'
  | 'READY'
  | 'REJECTED'
  | 'REPLACED'
  | 'SCANNING';

export type FileType =
  | 'JPEG'
  | 'PDF'
  | 'PNG';

export type FilledMaterial = {
  readonly __typename?: 'FilledMaterial';
  /** What the source calls it, for example an account's number. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  readonly source: HeldSource;
  /** The day as of which the source stated it. */
  readonly statedOn: Scalars['Date']['output'];
  /** When it was looked up: now, or when the application was handed in. */
  readonly takenAt: Scalars['DateTime']['output'];
};

export type FindingInput = {
  /** What was seen; needed where the point is not met. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** The code of a point of the step's checklist. */
  readonly point: Scalars['ID']['input'];
  readonly result: FindingResult;
};

export type FindingResult =
  | 'MET'
  | 'NOT_APPLICABLE'
  | 'NOT_MET';

/** It cannot be handed in yet; each problem names its field or its material. */
export type FormIncomplete = Refusal & {
  readonly __typename?: 'FormIncomplete';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly problems: ReadonlyArray<FormProblem>;
};

/**
 * What keeps an application from being handed in; `path` leads to the field (`form`, …) or names the material
 * (`materials`, its code).
 */
export type FormProblem = {
  readonly __typename?: 'FormProblem';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type GrantAuthorityInput = {
  readonly agent: NamedPersonInput;
  /** The credit code of the enterprise that is acted for; the caller themselves without it. */
  readonly enterprise?: InputMaybe<Scalars['String']['input']>;
  /**
   * Item codes; empty for all items. PARTNERSHIP, which has to be named, lets the agent apply for a partnership of the
   * enterprise, renew it and make its keys.
   */
  readonly items?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The last day on which it holds, at most three years from today. */
  readonly until: Scalars['Date']['input'];
};

export type GrantedConsent = {
  readonly __typename?: 'GrantedConsent';
  readonly consent: Consent;
};

/** A service hall, as its managers keep it. */
export type Hall = {
  readonly __typename?: 'Hall';
  readonly address: LocalizedText;
  /** Its card readers, those out of use too. */
  readonly cardReaders?: Maybe<ReadonlyArray<CardReader>>;
  /** A String as in Refusal, so that one query can ask a mutation for both. */
  readonly code: Scalars['String']['output'];
  /** Closed on statutory holidays, and open on weekends that are worked in exchange. */
  readonly followsCalendar: Scalars['Boolean']['output'];
  /** What its managers changed and why, the latest first. */
  readonly history?: Maybe<HallChangeConnection>;
  readonly name: LocalizedText;
  /** The days of the next two weeks on which it is open, today included; slots can be booked on them. */
  readonly openDays: ReadonlyArray<OpenDay>;
  readonly queues: ReadonlyArray<HallQueue>;
  readonly region: Scalars['RegionCode']['output'];
  readonly slotMinutes: Scalars['Int']['output'];
  /** The slots of a day for an item; none where the hall does not serve it, or the day cannot be booked. */
  readonly slots: ReadonlyArray<HallSlot>;
  /** Days with hours of their own, from today on; without hours the hall is closed. */
  readonly specialDays: ReadonlyArray<SpecialDay>;
  readonly weeklyHours: ReadonlyArray<WeeklyHours>;
  readonly windows: ReadonlyArray<HallWindow>;
};


/** A service hall, as its managers keep it. */
export type HallHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A service hall, as its managers keep it. */
export type HallSlotsArgs = {
  day: Scalars['Date']['input'];
  item: Scalars['ID']['input'];
};

export type HallChange = {
  readonly __typename?: 'HallChange';
  readonly at: Scalars['DateTime']['output'];
  readonly by: Scalars['String']['output'];
  readonly reason: Scalars['String']['output'];
};

export type HallChangeConnection = {
  readonly __typename?: 'HallChangeConnection';
  readonly edges: ReadonlyArray<HallChangeEdge>;
  readonly pageInfo: PageInfo;
};

export type HallChangeEdge = {
  readonly __typename?: 'HallChangeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: HallChange;
};

export type HallConnection = {
  readonly __typename?: 'HallConnection';
  readonly edges: ReadonlyArray<HallEdge>;
  readonly pageInfo: PageInfo;
};

export type HallEdge = {
  readonly __typename?: 'HallEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Hall;
};

export type HallInput = {
  readonly address: LocalizedTextInput;
  /** Capital letters, digits and hyphens; a hall keeps its code. */
  readonly code: Scalars['ID']['input'];
  readonly followsCalendar?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name: LocalizedTextInput;
  readonly queues: ReadonlyArray<HallQueueInput>;
  readonly region: Scalars['RegionCode']['input'];
  readonly slotMinutes?: InputMaybe<Scalars['Int']['input']>;
  readonly specialDays?: InputMaybe<ReadonlyArray<SpecialDayInput>>;
  readonly weeklyHours: ReadonlyArray<WeeklyHoursInput>;
  readonly windows: ReadonlyArray<HallWindowInput>;
};

/** A group of windows that share one queue. */
export type HallQueue = {
  readonly __typename?: 'HallQueue';
  /** Codes of departments all of whose items it serves. */
  readonly departments: ReadonlyArray<Scalars['String']['output']>;
  /** Codes of items that it serves besides. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
  /** What its tickets' numbers begin with. */
  readonly letter: Scalars['String']['output'];
  readonly name: LocalizedText;
  readonly slotCapacity: Scalars['Int']['output'];
  /** How many wait in it now. */
  readonly waiting: Scalars['Int']['output'];
};

export type HallQueueInput = {
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly items?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly letter: Scalars['String']['input'];
  readonly name: LocalizedTextInput;
  readonly slotCapacity: Scalars['Int']['input'];
};

export type HallSlot = {
  readonly __typename?: 'HallSlot';
  /** Places that are left. */
  readonly free: Scalars['Int']['output'];
  readonly from: Scalars['DateTime']['output'];
  readonly to: Scalars['DateTime']['output'];
};

export type HallWindow = {
  readonly __typename?: 'HallWindow';
  /** The number that it has called; null while it serves nobody. */
  readonly calls?: Maybe<Scalars['String']['output']>;
  readonly code: Scalars['String']['output'];
  /** Letters of the queues that it serves. */
  readonly queues: ReadonlyArray<Scalars['String']['output']>;
};

export type HallWindowInput = {
  readonly code: Scalars['String']['input'];
  readonly queues: ReadonlyArray<Scalars['String']['input']>;
};

export type HandlingResult = Application | InvalidInput | NotAllowedNow | NotFound;

/** Records of the applicant that the platform holds. */
export type HeldRecord =
  | 'HOUSING_FUND_ACCOUNT'
  /** At least one month that was paid in. */
  | 'HOUSING_FUND_CONTRIBUTIONS'
  /** At least one loan of the fund's own. */
  | 'HOUSING_FUND_LOANS';

export type HeldSource =
  /** What the register of residents has stated of the person. */
  | 'CITIZEN_REGISTER'
  /** What the market-supervision register has stated of the enterprise. */
  | 'ENTERPRISE_REGISTER'
  /** What the housing-fund centre has stated. */
  | 'HOUSING_FUND'
  /** An electronic licence. */
  | 'LICENCES';

export type HomeRank =
  | 'FIRST'
  | 'SECOND';

export type HouseholdClass =
  | 'GENERAL'
  /** Gas for a boiler of one's own (壁挂炉). */
  | 'OWN_BOILER';

/** Wider tiers: `first` on every edge for a household of `from` persons, `further` for each person more. */
export type HouseholdExtension = {
  readonly __typename?: 'HouseholdExtension';
  readonly first: Scalars['Decimal']['output'];
  readonly from: Scalars['Int']['output'];
  readonly further: Scalars['Decimal']['output'];
};

export type HousingFundAccount = Node & {
  readonly __typename?: 'HousingFundAccount';
  /** The fund centre's account number; to the citizen only, because two partners could join their data by it. */
  readonly accountNumber?: Maybe<Scalars['String']['output']>;
  /** What the fund centre stated last, less what was drawn by applications since. */
  readonly balance: Scalars['Money']['output'];
  /** The day that the fund centre stated the balance for. */
  readonly balanceOn: Scalars['Date']['output'];
  /** The monthly wage on which contributions are computed. */
  readonly contributionBase: Scalars['Money']['output'];
  /** Newest month first. */
  readonly contributions?: Maybe<HousingFundContributionConnection>;
  readonly employeeRate: Scalars['Decimal']['output'];
  readonly employer: Employer;
  /** Share of the base, for example "0.12". */
  readonly employerRate: Scalars['Decimal']['output'];
  readonly id: Scalars['ID']['output'];
  readonly interest: HousingFundInterest;
  readonly loans?: Maybe<ReadonlyArray<HousingFundLoan>>;
  readonly openedOn: Scalars['Date']['output'];
  readonly region: Scalars['RegionCode']['output'];
  readonly status: HousingFundStatus;
  /** What was drawn by applications on this platform, the latest first. */
  readonly withdrawals: ReadonlyArray<HousingFundWithdrawal>;
};


export type HousingFundAccountContributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type HousingFundContribution = {
  readonly __typename?: 'HousingFundContribution';
  readonly employee: Scalars['Money']['output'];
  readonly employer: Scalars['Money']['output'];
  readonly month: Scalars['Month']['output'];
  readonly paidOn: Scalars['Date']['output'];
  readonly total: Scalars['Money']['output'];
};

export type HousingFundContributionConnection = {
  readonly __typename?: 'HousingFundContributionConnection';
  readonly edges: ReadonlyArray<HousingFundContributionEdge>;
  readonly pageInfo: PageInfo;
};

export type HousingFundContributionEdge = {
  readonly __typename?: 'HousingFundContributionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: HousingFundContribution;
};

export type HousingFundInterest = {
  readonly __typename?: 'HousingFundInterest';
  /** What the next settlement would credit if nothing more were paid in or out; null for a closed account. */
  readonly projection?: Maybe<InterestProjection>;
  /** Interest that the fund centre has credited, newest first. */
  readonly settled: ReadonlyArray<SettledInterest>;
};

export type HousingFundLoan = Node & {
  readonly __typename?: 'HousingFundLoan';
  readonly home: HomeRank;
  readonly id: Scalars['ID']['output'];
  /** All instalments as agreed, first one first; after the last one stands 0.00. */
  readonly instalmentPlan?: Maybe<InstalmentConnection>;
  readonly method: RepaymentMethod;
  /** Principal not yet repaid, as the fund centre stated it. */
  readonly outstanding: Scalars['Money']['output'];
  readonly outstandingOn: Scalars['Date']['output'];
  readonly principal: Scalars['Money']['output'];
  /** Yearly, as in force today, for example "0.026". */
  readonly rate: Scalars['Decimal']['output'];
  /** All rates of the loan with the days that they hold from. */
  readonly rates: ReadonlyArray<LoanRate>;
  readonly startedOn: Scalars['Date']['output'];
  readonly termMonths: Scalars['Int']['output'];
};


export type HousingFundLoanInstalmentPlanArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type HousingFundStatus =
  /** Contributions are being paid. */
  | 'ACTIVE'
  /** Closed after retirement, loss of capacity or emigration. */
  | 'CLOSED'
  /** Kept without contributions, for example between two employments. */
  | 'SEALED';

export type HousingFundWithdrawal = {
  readonly __typename?: 'HousingFundWithdrawal';
  /** Out of the balance. */
  readonly amount: Scalars['Money']['output'];
  /** The application that it was granted by. */
  readonly application?: Maybe<Scalars['ID']['output']>;
  /** Settled and paid out with the balance, because the account was closed. */
  readonly interest: Scalars['Money']['output'];
  readonly on: Scalars['Date']['output'];
  readonly payout?: Maybe<Payout>;
  readonly reason: HousingFundWithdrawalReason;
  /** The grant was revoked before the bank had paid it, so that it counts for nothing any more. */
  readonly takenBackOn?: Maybe<Scalars['Date']['output']>;
};

export type HousingFundWithdrawalReason =
  | 'LOAN_REPAYMENT'
  | 'RENT'
  | 'RETIREMENT';

/** The same idempotency key came with another input. */
export type IdempotencyMismatch = Refusal & {
  readonly __typename?: 'IdempotencyMismatch';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type InspectionOutcome =
  /** A critical point was not met: the application can only be refused, or inspected again. */
  | 'FAILED'
  | 'PASSED';

/** A draw of inspections, as far as this caller may know of it. */
export type InspectionPlan = {
  readonly __typename?: 'InspectionPlan';
  /** The code of the department. */
  readonly department: Scalars['String']['output'];
  /** The numbers of the licences that were drawn, in order; null until the period is over. */
  readonly drawn?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly drawnAt: Scalars['DateTime']['output'];
  /** How many are inspected. */
  readonly drawnCount: Scalars['Int']['output'];
  /** All that could have been drawn; null until the period is over. */
  readonly frame?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** SHA-256 (hexadecimal) of their numbers in order, one a line. */
  readonly frameDigest: Scalars['String']['output'];
  /** How many licences were drawn from. */
  readonly frameSize: Scalars['Int']['output'];
  readonly from: Scalars['Date']['output'];
  readonly id: Scalars['ID']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /**
   * 32 hexadecimal digits. Null until the period is over: who knows it can tell whom an inspection will meet. Drawn are the
   * numbers of the frame that come first by SHA-256 of seed and number, one a line.
   */
  readonly seed?: Maybe<Scalars['String']['output']>;
  /** SHA-256 (hexadecimal) of the seed, published with the draw. */
  readonly seedDigest: Scalars['String']['output'];
  readonly title: Scalars['String']['output'];
  readonly until: Scalars['Date']['output'];
};

export type InspectionPlanConnection = {
  readonly __typename?: 'InspectionPlanConnection';
  readonly edges: ReadonlyArray<InspectionPlanEdge>;
  readonly pageInfo: PageInfo;
};

export type InspectionPlanEdge = {
  readonly __typename?: 'InspectionPlanEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: InspectionPlan;
};

export type InspectionReportInput = {
  /** What was seen, and why it is judged so. It is published. */
  readonly note: Scalars['String']['input'];
  readonly outcome: RandomInspectionOutcome;
  /** The last day to put right what was found; for RECTIFICATION. */
  readonly rectifyBy?: InputMaybe<Scalars['Date']['input']>;
};

export type InspectionReportResult = InvalidInput | NotAllowedNow | NotFound | PlannedInspection;

/** What a random inspection has found, published when both inspectors stood for it. */
export type InspectionResult = {
  readonly __typename?: 'InspectionResult';
  readonly holderName: Scalars['String']['output'];
  readonly inspectedAt: Scalars['DateTime']['output'];
  readonly licenceNumber: Scalars['String']['output'];
  /** Why it was judged so. */
  readonly note: Scalars['String']['output'];
  readonly outcome: RandomInspectionOutcome;
  readonly plan: Scalars['ID']['output'];
  readonly planTitle: Scalars['String']['output'];
  readonly publishedAt: Scalars['DateTime']['output'];
  readonly rectifyBy?: Maybe<Scalars['Date']['output']>;
  readonly region: Scalars['RegionCode']['output'];
};

export type InspectionResultConnection = {
  readonly __typename?: 'InspectionResultConnection';
  readonly edges: ReadonlyArray<InspectionResultEdge>;
  readonly pageInfo: PageInfo;
};

export type InspectionResultEdge = {
  readonly __typename?: 'InspectionResultEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: InspectionResult;
};

/** An officer who inspects for a department, in the regions of their jurisdiction. */
export type Inspector = {
  readonly __typename?: 'Inspector';
  readonly department: Scalars['String']['output'];
  /** Enterprises that they have declared an interest in. */
  readonly interests?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly isActive: Scalars['Boolean']['output'];
  readonly officer: Scalars['ID']['output'];
  /** Region codes begin with this; empty for the whole country. */
  readonly regionPrefix: Scalars['String']['output'];
};

export type InspectorConnection = {
  readonly __typename?: 'InspectorConnection';
  readonly edges: ReadonlyArray<InspectorEdge>;
  readonly pageInfo: PageInfo;
};

export type InspectorEdge = {
  readonly __typename?: 'InspectorEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Inspector;
};

/** Another inspector drawn in the place of one who was drawn and cannot go. */
export type InspectorRedraw = {
  readonly __typename?: 'InspectorRedraw';
  readonly at: Scalars['DateTime']['output'];
  /** The supervisor who had it drawn. */
  readonly by: Scalars['ID']['output'];
  readonly inspector: Scalars['ID']['output'];
  /** Those before the one who was drawn: with an interest, the same person as one who was drawn before, or who had it drawn. */
  readonly passedOver?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * All who were on the roll then and inspect in the region. Drawn is the first of them by SHA-256 of the plan's seed, the
   * licence's number and the inspector's id, one a line, who was not drawn for the inspection before nor passed over.
   */
  readonly pool?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Why the other one cannot go. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly replaced: Scalars['ID']['output'];
};

export type InspectorResult = Inspector | InvalidInput | NotFound;

export type Instalment = {
  readonly __typename?: 'Instalment';
  readonly amount: Scalars['Money']['output'];
  readonly dueOn: Scalars['Date']['output'];
  readonly interest: Scalars['Money']['output'];
  readonly number: Scalars['Int']['output'];
  readonly outstandingAfter: Scalars['Money']['output'];
  readonly principal: Scalars['Money']['output'];
};

export type InstalmentConnection = {
  readonly __typename?: 'InstalmentConnection';
  readonly edges: ReadonlyArray<InstalmentEdge>;
  readonly pageInfo: PageInfo;
};

export type InstalmentEdge = {
  readonly __typename?: 'InstalmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Instalment;
};

export type InsufficientFunds = Refusal & {
  readonly __typename?: 'InsufficientFunds';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly needed: Scalars['Money']['output'];
  /** What the prefunded account has. */
  readonly spendable: Scalars['Money']['output'];
};

/** A balance that stood unchanged, from and including `from` up to and excluding `to`. */
export type InterestPeriod = {
  readonly __typename?: 'InterestPeriod';
  readonly balance: Scalars['Money']['output'];
  readonly days: Scalars['Int']['output'];
  readonly from: Scalars['Date']['output'];
  readonly rate: Scalars['Decimal']['output'];
  readonly to: Scalars['Date']['output'];
};

export type InterestProjection = {
  readonly __typename?: 'InterestProjection';
  readonly amount: Scalars['Money']['output'];
  /** Days in a year for interest, 360 or 365. */
  readonly dayBasis: Scalars['Int']['output'];
  /** How the amount comes about, for people. */
  readonly formula: Scalars['String']['output'];
  readonly periods: ReadonlyArray<InterestPeriod>;
  readonly settlesOn: Scalars['Date']['output'];
};

/** The input is well formed, but one of its values breaks a rule; nothing was written. */
export type InvalidInput = Refusal & {
  readonly __typename?: 'InvalidInput';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  /** Where in the input, for example ["input", "creditCode"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type IssueRideCredentialResult = CardBusy | InvalidInput | NotAllowedNow | NotFound | RideCredential;

export type IssueTransitCardInput = {
  readonly kind?: InputMaybe<TransitCardKind>;
  readonly region: Scalars['RegionCode']['input'];
};

export type IssueTransitCardResult = IdempotencyMismatch | InvalidInput | IssuedTransitCard | TransitCard;

/** A key with its secret, which is shown when it is made and for ten minutes to the same idempotency key. */
export type IssuedApiKey = {
  readonly __typename?: 'IssuedApiKey';
  readonly apiKey: ApiKey;
  /** cvg_{test|live}_{keyId}_{secret}_{checksum} */
  readonly secret: Scalars['String']['output'];
};

/** A card as the operator that hands it out knows it. */
export type IssuedTransitCard = {
  readonly __typename?: 'IssuedTransitCard';
  /** Handed out with the card; who knows both can bind it. */
  readonly bindingCode: Scalars['String']['output'];
  readonly kind: TransitCardKind;
  readonly number: Scalars['String']['output'];
  readonly region: Scalars['RegionCode']['output'];
};

export type Jurisdiction = {
  readonly __typename?: 'Jurisdiction';
  /** Department codes; empty for all. */
  readonly departments: ReadonlyArray<Scalars['String']['output']>;
  /** Region codes begin with this; empty for the whole country. */
  readonly regionPrefix: Scalars['String']['output'];
};

export type KnownEntryInput = {
  readonly hash: Scalars['String']['input'];
  readonly sequence: Scalars['Int']['input'];
};

export type Language =
  | 'EN'
  | 'ZH';

/**
 * Charged on what was not paid in time, for each day since the end of the day on which it was due, once the days of grace
 * are over. A bill keeps the rule under which it was issued. A part that is paid late pays the fee so far first, then of the
 * amount; the fee goes on on what is left.
 */
export type LateFee = {
  readonly __typename?: 'LateFee';
  /** Of what was unpaid when the fee began; it grows no further. */
  readonly capPercent: Scalars['Decimal']['output'];
  /** Who pays within so many days after the due date pays no fee. */
  readonly graceDays: Scalars['Int']['output'];
  /** Of what is unpaid, a day; "1" is 0.1 %. */
  readonly perMille: Scalars['Decimal']['output'];
};

export type LateFeeInput = {
  /** Up to 100. */
  readonly capPercent: Scalars['Decimal']['input'];
  /** Up to 90. */
  readonly graceDays: Scalars['Int']['input'];
  /** Up to 10. */
  readonly perMille: Scalars['Decimal']['input'];
};

export type LedgerAccount = {
  readonly __typename?: 'LedgerAccount';
  /** On the account's own side: what the platform owes the holder, or is owed by a channel or bank. */
  readonly balance: Scalars['Money']['output'];
  /** What of the balance is reserved. */
  readonly held: Scalars['Money']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: LedgerAccountKind;
  /** What was booked in a calendar month, oldest first. */
  readonly statement?: Maybe<StatementConnection>;
};


export type LedgerAccountStatementArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  month: Scalars['Month']['input'];
};

export type LedgerAccountKind =
  /** The platform's own bank account. */
  | 'BANK'
  /** Owed to a biller. */
  | 'BILLER'
  /** Stored on a transit card. */
  | 'CARD'
  /** Collected by a payment channel and not yet settled. */
  | 'CHANNEL'
  /** What a housing-fund centre owes for withdrawals that were granted. */
  | 'FUND'
  /** Owed to a transit operator. */
  | 'OPERATOR'
  /** Owed to people, until the bank has paid it to them. */
  | 'PAYOUT'
  /** Paid in by a partner in advance. */
  | 'PREFUND';

export type LedgerDifference = {
  readonly __typename?: 'LedgerDifference';
  /** An account such as "card:crd_0123456789abcdef", or a shard such as "channel:sandbox#07". */
  readonly partition: Scalars['String']['output'];
  readonly recomputed: Scalars['Money']['output'];
  readonly recorded: Scalars['Money']['output'];
  readonly what: LedgerDifferenceKind;
};

export type LedgerDifferenceKind =
  | 'BALANCE'
  /** What open holds have reserved. */
  | 'HELD'
  /** There are transfers, and no account. */
  | 'NO_ACCOUNT';

export type LegalBasis = {
  readonly __typename?: 'LegalBasis';
  readonly article: Scalars['String']['output'];
  readonly law: Scalars['String']['output'];
};

export type LegalBasisInput = {
  readonly article: Scalars['String']['input'];
  readonly law: Scalars['String']['input'];
};

/** A licence that was issued here. */
export type Licence = {
  readonly __typename?: 'Licence';
  readonly activities: ReadonlyArray<Scalars['String']['output']>;
  /**
   * The application that has issued it, whose revocation revokes it; null for an officer who may not read that, for example
   * of another jurisdiction.
   */
  readonly application?: Maybe<Application>;
  readonly businessForm: BusinessForm;
  /** Its unified social credit code. */
  readonly creditCode: Scalars['String']['output'];
  readonly department: Department;
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The business as it is registered. */
  readonly holderName: Scalars['String']['output'];
  readonly issuedOn: Scalars['Date']['output'];
  readonly number: Scalars['String']['output'];
  readonly premises: Scalars['String']['output'];
  readonly region: Scalars['RegionCode']['output'];
  /** When its renewal can be applied for; null for one that has ended. */
  readonly renewal?: Maybe<RenewalWindow>;
  readonly status: LicenceStatus;
  /** As materials of service items name it, for example food-business-licence. */
  readonly type: Scalars['String']['output'];
  /** The last day on which it is valid, unless it ends before. */
  readonly validUntil: Scalars['Date']['output'];
};

export type LicenceStatus =
  /** Its holder has given it up. */
  | 'CANCELLED'
  /** Its time is over, and nobody has renewed it. */
  | 'EXPIRED'
  /** Taken back by the department. */
  | 'REVOKED'
  | 'VALID';

export type LinkHeader = {
  readonly __typename?: 'LinkHeader';
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type LoanRate = {
  readonly __typename?: 'LoanRate';
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Yearly. */
  readonly rate: Scalars['Decimal']['output'];
};

export type LocalizedText = {
  readonly __typename?: 'LocalizedText';
  readonly en: Scalars['String']['output'];
  readonly zh: Scalars['String']['output'];
};

export type LocalizedTextInput = {
  readonly en: Scalars['String']['input'];
  readonly zh: Scalars['String']['input'];
};

export type MarkNotificationsReadResult = InvalidInput | MarkedNotifications | NotFound;

export type MarkedNotifications = {
  readonly __typename?: 'MarkedNotifications';
  readonly notifications: ReadonlyArray<Notification>;
};

export type Material = {
  readonly __typename?: 'Material';
  readonly code: Scalars['String']['output'];
  /** A record that the platform itself holds, and which stands for the paper. */
  readonly filledBy?: Maybe<HeldRecord>;
  readonly name: LocalizedText;
  /** A licence type (electronic licence) that replaces the paper. */
  readonly replacedByLicence?: Maybe<Scalars['String']['output']>;
  readonly required: Scalars['Boolean']['output'];
};

export type MaterialDownload = {
  readonly __typename?: 'MaterialDownload';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly file: MaterialFile;
  /** Saves the file under its name. */
  readonly url: Scalars['String']['output'];
};

export type MaterialDownloadResult = InvalidInput | MaterialDownload | NotFound;

export type MaterialFile = {
  readonly __typename?: 'MaterialFile';
  readonly id: Scalars['ID']['output'];
  readonly material: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly rejection?: Maybe<FileRejection>;
  readonly replacedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Not for partners: two of them could tell by it that they have the same person before them. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
  readonly sizeBytes: Scalars['Int']['output'];
  readonly status: FileStatus;
  readonly type: FileType;
  readonly uploadedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type MaterialFileResult = InvalidInput | MaterialFile | NotAllowedNow | NotFound;

export type MaterialInput = {
  readonly code: Scalars['String']['input'];
  readonly filledBy?: InputMaybe<HeldRecord>;
  readonly name: LocalizedTextInput;
  readonly replacedByLicence?: InputMaybe<Scalars['String']['input']>;
  readonly required: Scalars['Boolean']['input'];
};

export type MaterialState =
  /** Announced, and not sent yet. */
  | 'AWAITED'
  /** The platform holds it already: there is nothing to send. */
  | 'FILLED'
  /** Asked for, or welcome, and nothing there yet. */
  | 'MISSING'
  | 'READY'
  /** What was sent is not taken; send another. */
  | 'REJECTED'
  /** Sent, and still at the virus scanner; nothing is handed in before it has answered. */
  | 'SCANNING';

export type MaterialUpload = {
  readonly __typename?: 'MaterialUpload';
  readonly file: MaterialFile;
  /** Null for a file that was sent already. */
  readonly link?: Maybe<UploadLink>;
};

export type MaterialUploadInput = {
  readonly application: Scalars['ID']['input'];
  /** With its ending, without any path; 1 to 100 characters. */
  readonly fileName: Scalars['String']['input'];
  /** The material's code in the item. */
  readonly material: Scalars['String']['input'];
  /** A READY file of the material, whose place this one takes once it is ready itself. */
  readonly replaces?: InputMaybe<Scalars['ID']['input']>;
  /** Of the file's bytes, in 64 hexadecimal digits. */
  readonly sha256: Scalars['String']['input'];
  /** At most 20 MB (20,971,520). */
  readonly sizeBytes: Scalars['Int']['input'];
  readonly type: FileType;
};

export type MaterialUploadResult = IdempotencyMismatch | InvalidInput | MaterialUpload | NotAllowedNow | NotFound;

export type MeterReadingInput = {
  readonly accountNumber: Scalars['String']['input'];
  readonly dueOn: Scalars['Date']['input'];
  /** The first day of the period: not before the end of the reading before. */
  readonly from: Scalars['Date']['input'];
  /** Of the household; kept as a mask and a digest. */
  readonly holderName: Scalars['String']['input'];
  /** Of this account from now on, until it is said otherwise. */
  readonly householdClass?: InputMaybe<HouseholdClass>;
  /** Persons; of this account from now on, until it is said otherwise. */
  readonly householdSize?: InputMaybe<Scalars['Int']['input']>;
  /** The biller's own number of the bill, by which the reading is taken once. */
  readonly number: Scalars['String']['input'];
  readonly timeOfUse?: InputMaybe<TimeOfUseUsage>;
  /** The day of this reading, which is the first day of the next period. */
  readonly to: Scalars['Date']['input'];
  /** In the tariff's unit. Give either this or `timeOfUse`. */
  readonly usage?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Test keys and sandbox citizens work on tables of their own; nothing reads across. */
export type Mode =
  | 'LIVE'
  | 'TEST';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** What was handed in is complete: the limits of the decision begin. */
  readonly acceptApplication?: Maybe<HandlingResult>;
  /** Makes a card reader of a hall known: what it signs is believed from then on, but of no card that a clerk shows who added it. */
  readonly addCardReader?: Maybe<CardReaderResult>;
  /**
   * Adds a bank account to which a person can be paid, once for a number; whoever adds it, the person is told at once. The
   * bank is asked whether it is theirs: where it says no, nothing is kept; where nobody can tell, the account is kept
   * unproven, and adding it again asks again. A citizen adds their own, or as an agent for all items that of a principal; a
   * clerk that of the person at their window; a partner that of a citizen whose consent holds APPLICATIONS_WRITE and
   * APPLICATIONS_READ. An account that others have added becomes the person's own word when they add it themselves.
   */
  readonly addPayoutAccount?: Maybe<AddPayoutAccountResult>;
  /** Corrects a bill that nobody is paying or has paid, not even in part. */
  readonly amendBill?: Maybe<ChangeBillResult>;
  /** Answers an appeal: the refusal stands, or the case is reviewed anew. */
  readonly answerAppeal?: Maybe<HandlingResult>;
  /** Answers a complaint about delay; the applicant is told. */
  readonly answerComplaint?: Maybe<HandlingResult>;
  /** Answers the appeal: UPHELD lets the handling stand, OVERTURNED begins it anew. */
  readonly answerEvaluationAppeal?: Maybe<EvaluationResult>;
  /** What the supervisor has done about an objection; not who has objected. */
  readonly answerObjection?: Maybe<SampleReviewResult>;
  /** Asks for a refusal to be reconsidered, once, within 60 days. */
  readonly appealDecision?: Maybe<ApplicationResult>;
  /**
   * Appeals, once, against how a bad evaluation was handled: by whoever may act in the application. A clerk who has had a
   * part in either takes down no appeal.
   */
  readonly appealEvaluation?: Maybe<EvaluationResult>;
  /**
   * Applies for an enterprise that is on record and in business. The signed-in citizen is its legal representative by the
   * register, or an agent whose authority names PARTNERSHIP, and becomes its representative here.
   */
  readonly applyForPartnership?: Maybe<ApplyForPartnershipResult>;
  /**
   * Appoints the two inspectors who look at the site, from the roll of the step's department, and stops the clock until
   * they have reported. By a supervisor, or by the inspector who holds the step. Again, before that: puts others in their
   * place.
   */
  readonly appointInspectors?: Maybe<HandlingResult>;
  readonly approveApplication?: Maybe<HandlingResult>;
  /** Approves some or all of the scopes asked for. Opens test access. */
  readonly approvePartner?: Maybe<ReviewPartnerResult>;
  /** Names who puts it right; not who decided the application. */
  readonly assignEvaluation?: Maybe<EvaluationResult>;
  /** Makes a card that was handed out the caller's own, by the code that came with it. 5 wrong guesses an hour are heard. */
  readonly bindTransitCard?: Maybe<BindTransitCardResult>;
  /** From now on the account's bills are shown to the caller, who is told of new ones. Binding it again names it anew. */
  readonly bindUtilityAccount?: Maybe<BindUtilityAccountResult>;
  /**
   * Books a slot at a hall for an item. Of two who ask for the last place one gets it. A citizen has three appointments at
   * most, and one for an item; who has not come three times within 90 days cannot book for 30 days.
   */
  readonly bookAppointment?: Maybe<AppointmentResult>;
  /**
   * Calls the next: first who booked and whose slot has begun, then who came without a booking, then who is early. No two
   * windows get the same ticket.
   */
  readonly callNextTicket?: Maybe<CallNextTicketResult>;
  /** Gives an appointment back, until two hours before its slot. */
  readonly cancelAppointment?: Maybe<AppointmentResult>;
  /** Withdraws a bill that nobody is paying or has paid, not even in part. */
  readonly cancelBill?: Maybe<ChangeBillResult>;
  /** Asks again whether an account of the caller's is theirs. */
  readonly checkPayoutAccount?: Maybe<CheckPayoutAccountResult>;
  /** Takes a step on; of two who do so at once one gets it. */
  readonly claimStep?: Maybe<HandlingResult>;
  /**
   * Ends a card. What is on it is paid out to one of the holder's payout accounts that is proven to be theirs; with nothing on
   * it none is needed.
   */
  readonly closeTransitCard?: Maybe<CloseTransitCardResult>;
  /**
   * Complains about delay, once nobody has answered within the five working days for acceptance, or the promised date is
   * over. It goes to the supervisor, and counts in the figures; one at a time.
   */
  readonly complainAboutDelay?: Maybe<ApplicationResult>;
  /**
   * The subject's own word for what somebody else has handed in for them: by the person's own sign-in, of an enterprise by
   * its legal representative's. `Application.confirmation` shows what it is about. The time for an answer runs from now on.
   */
  readonly confirmApplication?: Maybe<ApplicationResult>;
  /** The word of the person at the window, by the code that was sent to their telephone. */
  readonly confirmByCode?: Maybe<ApplicationResult>;
  /** The other inspector confirms what was reported, which publishes it. */
  readonly confirmInspection?: Maybe<InspectionReportResult>;
  /** Has the platform look at what was sent. A file that is still SCANNING then is asked about again, a few seconds later. */
  readonly confirmMaterialUpload?: Maybe<MaterialFileResult>;
  /** Opens live access again, on what the register stated for the renewal. */
  readonly confirmRenewal?: Maybe<ReviewPartnerResult>;
  /** The rule decided this application as it should have. `id` is the application's. */
  readonly confirmRuling?: Maybe<SampleReviewResult>;
  /**
   * Puts in the end of a ride that no gate has seen, up to 30 days later. It is then charged as a whole ride, and what was
   * charged before goes back.
   */
  readonly correctTrip?: Maybe<CorrectTripResult>;
  /**
   * Makes a key, whose secret is shown with it and, to the same idempotency key, for ten minutes more: for an answer that was
   * lost. Afterwards the same key answers SecretNoLongerShown.
   */
  readonly createApiKey?: Maybe<CreateApiKeyResult>;
  /** What was granted is in the applicant's hands. */
  readonly deliverApplication?: Maybe<HandlingResult>;
  /**
   * A link to a file, for 5 minutes; that it was fetched stands in the case's audit trail. For the applicant, officers who
   * handle the case, and partners with APPLICATIONS_READ and the applicant's consent.
   */
  readonly downloadMaterial?: Maybe<MaterialDownloadResult>;
  /**
   * Draws holders of food-business licences of a department in a region, and two inspectors for each, at random. The seed
   * is the platform's; what was drawn is never drawn anew.
   */
  readonly drawInspections?: Maybe<DrawInspectionsResult>;
  /** Puts the caller on a department's roll of inspectors, with the enterprises that they have an interest in. */
  readonly enrolAsInspector?: Maybe<InspectorResult>;
  /**
   * Evaluates the latest decision of an application (好差评), once. A bad evaluation needs a comment, and is put right within
   * fifteen working days. A clerk who has handled the application takes down no evaluation of it.
   */
  readonly evaluateApplication?: Maybe<EvaluationResult>;
  /** Gives a case up to ten working days more, once; the applicant is told why. */
  readonly extendApplication?: Maybe<HandlingResult>;
  /** Ends the caller's step of the review with an opinion. */
  readonly finishStep?: Maybe<HandlingResult>;
  /** Ends a called ticket. One that was served about a case counts a visit on the case. */
  readonly finishTicket?: Maybe<TicketResult>;
  /** Gates refuse the card from their next status list on; what is stored on it stays. */
  readonly freezeTransitCard?: Maybe<ChangeTransitCardResult>;
  /** Ends a ticket whose holder has gone. */
  readonly giveUpTicket?: Maybe<TicketResult>;
  /**
   * Lets somebody apply for service items in the caller's name, or in that of an enterprise whose legal representative the
   * caller is. The agent is named by their identity number; the answer does not tell whether the platform knows them.
   */
  readonly grantAuthority?: Maybe<AuthorityResult>;
  /** Grants all or some of what was asked for. */
  readonly grantConsent?: Maybe<DecideConsentResult>;
  /** Opens live access; by another officer than the one who approved. */
  readonly grantLiveAccess?: Maybe<ReviewPartnerResult>;
  /**
   * Signs for a day that a phone's key stands for a card; the phone signs a fresh code from it every minute, offline
   * (docs/ride-codes.md). The private key stays on the phone.
   */
  readonly issueRideCredential?: Maybe<IssueRideCredentialResult>;
  /**
   * A new card with nothing on it: a citizen's own, on the phone, or one that an operator hands out over a counter, where
   * it has seen the proof that a student or senior card needs.
   */
  readonly issueTransitCard?: Maybe<IssueTransitCardResult>;
  /** Takes the caller off the roll. */
  readonly leaveInspectorRoll?: Maybe<InspectorResult>;
  /** Says which case a called ticket is about. Who waited without a name shows their identity card to a reader: `card`. */
  readonly linkTicket?: Maybe<TicketResult>;
  /** Marks notifications of this citizen as read, up to 100 at once; all of them, or none where one is unknown. */
  readonly markNotificationsRead?: Maybe<MarkNotificationsReadResult>;
  /** Moves an appointment to another slot at its hall, until two hours before the slot that it has. */
  readonly moveAppointment?: Maybe<AppointmentResult>;
  /** It did not. The decision stands until the supervisor revokes it, which is an act of its own. */
  readonly objectToRuling?: Maybe<SampleReviewResult>;
  /**
   * A treasurer takes a payout on, before the bank is told to pay it: from then on no revocation calls it off. Said again it
   * changes nothing.
   */
  readonly orderPayout?: Maybe<OrderPayoutResult>;
  /** After an inspection that failed: says what has to be put right on site, and has it inspected again. */
  readonly orderReinspection?: Maybe<HandlingResult>;
  /** Stops the clock for a hearing, an inspection or an expert review. */
  readonly pauseApplication?: Maybe<HandlingResult>;
  /**
   * Pays up to 15 bills at once: a citizen through a channel, a partner that has collected the money itself from its
   * prefunded account. With the key of an earlier call it goes on with that call's payment.
   */
  readonly payBills?: Maybe<PayBillsResult>;
  /** Makes the number to which `setTelephone` sent this code the caller's telephone. A code is good for ten minutes and five tries. */
  readonly proveTelephone?: Maybe<ProveTelephoneResult>;
  /**
   * Publishes the draft as the next version, by an editor who has not saved it since the last publication. A published
   * version never changes.
   */
  readonly publishServiceItem?: Maybe<PublishServiceItemResult>;
  /** Tells what was put right, and how. */
  readonly putEvaluationRight?: Maybe<EvaluationResult>;
  /** Takes a step from whoever has it: for another officer, or back into its queue. */
  readonly reassignStep?: Maybe<HandlingResult>;
  /**
   * Begins to serve a person without a ticket, whose identity card a reader has read within the last two minutes, at a hall in
   * the caller's jurisdiction while it is open; until the caller begins the next, or nothing was done for 20 minutes. The
   * person is told, and all that is done for them names this attendance. A clerk begins 30 an hour at most.
   */
  readonly receiveAtWindow?: Maybe<ReceiveResult>;
  /**
   * Begins to serve whom the caller has called by a ticket, until the ticket ends, the caller begins the next, or nothing was
   * done for 20 minutes. A ticket for the holder's own booking asks for the number of their identity card; one that was taken
   * with the card asks for nothing more; any other, and one by which they were received before, for the card. The visit is
   * counted once, when the ticket is finished. Live tickets only.
   */
  readonly receiveTicket?: Maybe<ReceiveTicketResult>;
  /** Records what the applicant said of it when they were called back; by another than who put it right. */
  readonly recordCallBack?: Maybe<EvaluationResult>;
  /** Books what a partner has paid into the platform's bank account, to pay bills from. */
  readonly recordDeposit?: Maybe<RecordDepositResult>;
  /** Keeps what the market-supervision register states of an enterprise in the caller's jurisdiction. */
  readonly recordEnterprise?: Maybe<RecordEnterpriseResult>;
  /** Keeps what one of the two inspectors has found, of some points of the checklist or all; what both had signed they sign again. */
  readonly recordFindings?: Maybe<HandlingResult>;
  /** Books that the bank has paid out what was owed, under the bank's own number of the transfer. */
  readonly recordPayout?: Maybe<RecordPayoutResult>;
  /** Keeps an authority that was given on paper, as the clerk has seen it. */
  readonly recordWrittenAuthority?: Maybe<AuthorityResult>;
  /**
   * Draws another inspector in the place of one of the two who cannot go, before anything is reported: the next in the order
   * that the plan's seed gives, of those who are on the roll, were not drawn for it before and have no interest in it.
   */
  readonly redrawInspector?: Maybe<RedrawInspectorResult>;
  /** Gives a payment back, or a part of it, the way it came. */
  readonly refundPayment?: Maybe<RefundPaymentResult>;
  readonly refuseConsent?: Maybe<DecideConsentResult>;
  /** Live keys stay suspended; the enterprise may ask again. */
  readonly refuseRenewal?: Maybe<ReviewPartnerResult>;
  readonly reinstatePartner?: Maybe<ReviewPartnerResult>;
  /** Refuses an application, or its acceptance, with the reason and the law and article that it stands on. */
  readonly rejectApplication?: Maybe<HandlingResult>;
  readonly rejectPartner?: Maybe<ReviewPartnerResult>;
  /** Gives a step back into its queue. */
  readonly releaseStep?: Maybe<HandlingResult>;
  /** Nothing more is decided to be paid to it; what was decided before is paid as it was decided. */
  readonly removePayoutAccount?: Maybe<RemovePayoutAccountResult>;
  /** No codes are sent to it any more. Answers with what it was; the number is told. */
  readonly removeTelephone?: Maybe<RemoveTelephoneResult>;
  /**
   * Lays a partner on what the register states now, by its legal representative of today or an agent whose authority names
   * PARTNERSHIP. Live keys that were suspended work again once a manager has confirmed it.
   */
  readonly renewPartnership?: Maybe<RenewPartnershipResult>;
  /**
   * A new card for one that was lost or is worn out. Value or arrears, open rides and the month's spending move to it, and
   * taps of the old card that come in later are charged to it.
   */
  readonly replaceTransitCard?: Maybe<ReplaceTransitCardResult>;
  /** Replies to a note that an officer has written to the applicant, until the case has ended. */
  readonly replyToNote?: Maybe<CaseNoteResult>;
  /** One of the two inspectors says what they found; until the other confirms it, it can be said anew. */
  readonly reportInspection?: Maybe<InspectionReportResult>;
  /**
   * Asks for a citizen's consent. The token goes to the citizen, in a link; it is shown here, and to the same idempotency key
   * for ten minutes more. Afterwards the same key answers SecretNoLongerShown.
   */
  readonly requestConsent?: Maybe<RequestConsentResult>;
  /** Tells the applicant, once and completely, what is missing or wrong; only that can be changed then. */
  readonly requestCorrection?: Maybe<HandlingResult>;
  /**
   * Announces a file for a material and answers where to send it: a link that takes exactly these bytes, for 15 minutes.
   * In a draft each material is open that the platform does not hold already; in a correction those that its notice names.
   */
  readonly requestMaterialUpload?: Maybe<MaterialUploadResult>;
  readonly resumeApplication?: Maybe<HandlingResult>;
  /** Takes a card reader out of use, at once and for good. Its code is not given to another. */
  readonly retireCardReader?: Maybe<CardReaderResult>;
  readonly revokeApiKey?: Maybe<RevokeApiKeyResult>;
  /** Takes back what was granted. */
  readonly revokeApplication?: Maybe<HandlingResult>;
  /**
   * Ends an authority at once: the principal (for an enterprise its legal representative) takes it back, or the agent lays
   * it down.
   */
  readonly revokeAuthority?: Maybe<RevokeAuthorityResult>;
  /** Takes a consent back; it holds from the partner's next request on. */
  readonly revokeConsent?: Maybe<RevokeConsentResult>;
  /** Switches a published item on or off in a region, or to a pilot, for everybody there or for some. */
  readonly rollOutServiceItem?: Maybe<PublishServiceItemResult>;
  /**
   * A new key with the same scopes, networks and expiry; the old one holds for the grace that is chosen. Its secret is shown as
   * createApiKey shows one.
   */
  readonly rotateApiKey?: Maybe<CreateApiKeyResult>;
  /**
   * Keeps what was filled in: each field that is given replaces what stands there, null empties it, others stay. While a
   * correction is asked for, only what its notice names can be changed.
   */
  readonly saveApplication?: Maybe<ApplicationResult>;
  /** Opens a hall, or replaces what it says of itself; the reason goes on record. */
  readonly saveHall?: Maybe<SaveHallResult>;
  /** Creates or replaces the draft of an item. */
  readonly saveServiceItemDraft?: Maybe<SaveServiceItemResult>;
  /**
   * Sends the person at the window a code for an application that waits for their own word, to the telephone that they have
   * proven. The text names the amount and the account, or the enterprise.
   */
  readonly sendConfirmationCode?: Maybe<SendConfirmationCodeResult>;
  /**
   * From now on the account's bills are paid by themselves: at nine in the morning three days before they are due, or at
   * once where that is over. A bill above the ceiling is left and the citizen told; one that the channel declines is tried
   * on three mornings.
   */
  readonly setAutomaticPayment?: Maybe<SetAutomaticPaymentResult>;
  /** Makes a partner a biller, or changes what it is as one. */
  readonly setBillerProfile?: Maybe<SetBillerProfileResult>;
  /**
   * Sends a code to this mobile number. It counts for nothing until `proveTelephone` brings the code back; the telephone that
   * was proven before stays until then, and is told. At most one code a minute, five an hour and ten a day.
   */
  readonly setTelephone?: Maybe<SetTelephoneResult>;
  /** Makes a partner a transit operator, or changes what it is as one. */
  readonly setTransitOperatorProfile?: Maybe<SetTransitOperatorProfileResult>;
  /** Signs the report, once something was found of every point. With the second signature the step is finished, and the clock goes on. */
  readonly signInspection?: Maybe<HandlingResult>;
  /**
   * Begins an application: a draft on the version of the item that is in force in the region, which it then keeps. It is
   * saved as far as it is filled in, and can be gone on with on another device.
   */
  readonly startApplication?: Maybe<ApplicationResult>;
  readonly stopAutomaticPayment?: Maybe<UnbindUtilityAccountResult>;
  /**
   * Hands in a draft, or what was corrected. While another application of the same subject for the same item is open, it is
   * shown, and one more needs a reason. Where the item has a `stake` and a clerk, a partner, a proxy or an agent hands it in,
   * it is AWAITING_CONFIRMATION until its subject confirms it.
   */
  readonly submitApplication?: Maybe<ApplicationResult>;
  /**
   * Finished bills of the calling biller, up to 100, each with an outcome of its own, in the order of the rows. A bill that
   * was taken before is answered as it stands; its number with anything else is refused.
   */
  readonly submitBills?: Maybe<ReadonlyArray<SubmitBillResult>>;
  /**
   * Meter readings of the calling biller, up to 100, which the platform rates by the published tariff with what the account
   * used in the year before. Each has an outcome of its own, in the order of the rows; readings of one account are taken
   * in the order of their periods. One that was taken before is answered as its bill stands.
   */
  readonly submitMeterReadings?: Maybe<ReadonlyArray<SubmitBillResult>>;
  /**
   * An operator's taps, up to 55, in any order and up to 48 hours late, each with an outcome of its own in the order of
   * the rows. Rides are matched from them: whenever a tap comes in, what it shows of a ride is charged or given back.
   * A tap that was taken before is answered by its trip as it stands.
   */
  readonly submitTaps?: Maybe<ReadonlyArray<SubmitTapResult>>;
  /** Refuses every key of this partner from the next request on. */
  readonly suspendPartner?: Maybe<ReviewPartnerResult>;
  /** Gives out the next number of a queue, and checks in who has booked for today. */
  readonly takeTicket?: Maybe<TakeTicketResult>;
  /** Puts money on any card: a citizen through a channel, a partner that has collected it from its prefunded account. */
  readonly topUpTransitCard?: Maybe<TopUpTransitCardResult>;
  readonly unbindUtilityAccount?: Maybe<UnbindUtilityAccountResult>;
  readonly unfreezeTransitCard?: Maybe<ChangeTransitCardResult>;
  /** Takes an application back, at any time before it is decided. */
  readonly withdrawApplication?: Maybe<ApplicationResult>;
  /** Keeps a note on a case for those who handle it; the applicant never reads it. */
  readonly writeInternalNote?: Maybe<CaseNoteResult>;
  /** Writes to the applicant, who is told of it and can reply, until the case has ended. */
  readonly writeNoteToApplicant?: Maybe<CaseNoteResult>;
};


export type MutationAcceptApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAddCardReaderArgs = {
  input: CardReaderInput;
  reason: Scalars['String']['input'];
};


export type MutationAddPayoutAccountArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  input: AddPayoutAccountInput;
};


export type MutationAmendBillArgs = {
  amount: Scalars['Money']['input'];
  dueOn: Scalars['Date']['input'];
  number: Scalars['String']['input'];
};


export type MutationAnswerAppealArgs = {
  answer: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  outcome: AppealOutcome;
};


export type MutationAnswerComplaintArgs = {
  answer: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAnswerEvaluationAppealArgs = {
  answer: Scalars['String']['input'];
  id: Scalars['ID']['input'];
  outcome: AppealOutcome;
};


export type MutationAnswerObjectionArgs = {
  answer: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAppealDecisionArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAppealEvaluationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationApplyForPartnershipArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: ApplyForPartnershipInput;
};


export type MutationAppointInspectorsArgs = {
  id: Scalars['ID']['input'];
  inspectors: ReadonlyArray<Scalars['ID']['input']>;
  step: Scalars['ID']['input'];
};


export type MutationApproveApplicationArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationApprovePartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  scopes: ReadonlyArray<Scope>;
};


export type MutationAssignEvaluationArgs = {
  id: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
};


export type MutationBindTransitCardArgs = {
  bindingCode: Scalars['String']['input'];
  number: Scalars['String']['input'];
};


export type MutationBindUtilityAccountArgs = {
  input: BindUtilityAccountInput;
};


export type MutationBookAppointmentArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: BookAppointmentInput;
};


export type MutationCallNextTicketArgs = {
  hall: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
  window: Scalars['ID']['input'];
};


export type MutationCancelAppointmentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCancelBillArgs = {
  number: Scalars['String']['input'];
};


export type MutationCheckPayoutAccountArgs = {
  id: Scalars['ID']['input'];
  idNumber: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};


export type MutationClaimStepArgs = {
  id: Scalars['ID']['input'];
  step: Scalars['ID']['input'];
};


export type MutationCloseTransitCardArgs = {
  id: Scalars['ID']['input'];
  payoutAccount?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationComplainAboutDelayArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationConfirmApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationConfirmByCodeArgs = {
  attendance: Scalars['ID']['input'];
  code: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationConfirmInspectionArgs = {
  licence: Scalars['ID']['input'];
  plan: Scalars['ID']['input'];
};


export type MutationConfirmMaterialUploadArgs = {
  application: Scalars['ID']['input'];
  attendance?: InputMaybe<Scalars['ID']['input']>;
  file: Scalars['ID']['input'];
};


export type MutationConfirmRenewalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationConfirmRulingArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


export type MutationCorrectTripArgs = {
  input: CorrectTripInput;
};


export type MutationCreateApiKeyArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: CreateApiKeyInput;
};


export type MutationDeliverApplicationArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


export type MutationDownloadMaterialArgs = {
  application: Scalars['ID']['input'];
  file: Scalars['ID']['input'];
};


export type MutationDrawInspectionsArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: DrawInspectionsInput;
};


export type MutationEnrolAsInspectorArgs = {
  input: EnrolInspectorInput;
};


export type MutationEvaluateApplicationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  input: EvaluationInput;
};


export type MutationExtendApplicationArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  workingDays: Scalars['Int']['input'];
};


export type MutationFinishStepArgs = {
  id: Scalars['ID']['input'];
  opinion: Scalars['String']['input'];
  step?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationFinishTicketArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
  outcome: TicketOutcome;
};


export type MutationFreezeTransitCardArgs = {
  id: Scalars['ID']['input'];
};


export type MutationGiveUpTicketArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
};


export type MutationGrantAuthorityArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: GrantAuthorityInput;
};


export type MutationGrantConsentArgs = {
  scopes: ReadonlyArray<Scope>;
  token: Scalars['String']['input'];
};


export type MutationGrantLiveAccessArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationIssueRideCredentialArgs = {
  card: Scalars['ID']['input'];
  devicePublicKey: Scalars['String']['input'];
};


export type MutationIssueTransitCardArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: IssueTransitCardInput;
};


export type MutationLeaveInspectorRollArgs = {
  department: Scalars['String']['input'];
};


export type MutationLinkTicketArgs = {
  application: Scalars['ID']['input'];
  card?: InputMaybe<CardReadInput>;
  id: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
};


export type MutationMarkNotificationsReadArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationMoveAppointmentArgs = {
  id: Scalars['ID']['input'];
  slot: Scalars['DateTime']['input'];
};


export type MutationObjectToRulingArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationOrderPayoutArgs = {
  mode?: InputMaybe<Mode>;
  payout: Scalars['ID']['input'];
};


export type MutationOrderReinspectionArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
};


export type MutationPauseApplicationArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  reason: PauseReason;
};


export type MutationPayBillsArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: PayBillsInput;
};


export type MutationProveTelephoneArgs = {
  code: Scalars['String']['input'];
};


export type MutationPublishServiceItemArgs = {
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationPutEvaluationRightArgs = {
  id: Scalars['ID']['input'];
  measures: Scalars['String']['input'];
};


export type MutationReassignStepArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  step: Scalars['ID']['input'];
  to?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationReceiveAtWindowArgs = {
  card: CardReadInput;
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationReceiveTicketArgs = {
  card?: InputMaybe<CardReadInput>;
  id: Scalars['ID']['input'];
  idNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationRecordCallBackArgs = {
  id: Scalars['ID']['input'];
  isSatisfied: Scalars['Boolean']['input'];
  note: Scalars['String']['input'];
};


export type MutationRecordDepositArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: RecordDepositInput;
};


export type MutationRecordEnterpriseArgs = {
  input: RecordEnterpriseInput;
};


export type MutationRecordFindingsArgs = {
  findings: ReadonlyArray<FindingInput>;
  id: Scalars['ID']['input'];
};


export type MutationRecordPayoutArgs = {
  input: RecordPayoutInput;
};


export type MutationRecordWrittenAuthorityArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: RecordWrittenAuthorityInput;
};


export type MutationRedrawInspectorArgs = {
  inspector: Scalars['ID']['input'];
  licence: Scalars['ID']['input'];
  plan: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRefundPaymentArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: RefundPaymentInput;
};


export type MutationRefuseConsentArgs = {
  token: Scalars['String']['input'];
};


export type MutationRefuseRenewalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReinstatePartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRejectApplicationArgs = {
  ground: LegalBasisInput;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRejectPartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReleaseStepArgs = {
  id: Scalars['ID']['input'];
  step: Scalars['ID']['input'];
};


export type MutationRemovePayoutAccountArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRenewPartnershipArgs = {
  contact?: InputMaybe<PartnerContactInput>;
  id: Scalars['ID']['input'];
};


export type MutationReplaceTransitCardArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationReplyToNoteArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  note: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationReportInspectionArgs = {
  input: InspectionReportInput;
  licence: Scalars['ID']['input'];
  plan: Scalars['ID']['input'];
};


export type MutationRequestConsentArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: RequestConsentInput;
};


export type MutationRequestCorrectionArgs = {
  id: Scalars['ID']['input'];
  input: CorrectionInput;
};


export type MutationRequestMaterialUploadArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  input: MaterialUploadInput;
};


export type MutationResumeApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRetireCardReaderArgs = {
  code: Scalars['ID']['input'];
  hall: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeApplicationArgs = {
  ground: LegalBasisInput;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeAuthorityArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeConsentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRollOutServiceItemArgs = {
  code: Scalars['ID']['input'];
  pilot?: InputMaybe<PilotInput>;
  reason: Scalars['String']['input'];
  region: Scalars['RegionCode']['input'];
  stage: RollOutStage;
};


export type MutationRotateApiKeyArgs = {
  graceHours: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationSaveApplicationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  form: Scalars['JSONObject']['input'];
  id: Scalars['ID']['input'];
};


export type MutationSaveHallArgs = {
  input: HallInput;
  reason: Scalars['String']['input'];
};


export type MutationSaveServiceItemDraftArgs = {
  input: ServiceItemInput;
};


export type MutationSendConfirmationCodeArgs = {
  attendance: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


export type MutationSetAutomaticPaymentArgs = {
  input: SetAutomaticPaymentInput;
};


export type MutationSetBillerProfileArgs = {
  partner: Scalars['ID']['input'];
  profile: BillerProfileInput;
};


export type MutationSetTelephoneArgs = {
  mobile: Scalars['String']['input'];
};


export type MutationSetTransitOperatorProfileArgs = {
  partner: Scalars['ID']['input'];
  profile: TransitOperatorProfileInput;
};


export type MutationSignInspectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationStartApplicationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  input: StartApplicationInput;
};


export type MutationStopAutomaticPaymentArgs = {
  account: Scalars['ID']['input'];
};


export type MutationSubmitApplicationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  duplicateReason?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationSubmitBillsArgs = {
  rows: ReadonlyArray<BillRowInput>;
};


export type MutationSubmitMeterReadingsArgs = {
  rows: ReadonlyArray<MeterReadingInput>;
};


export type MutationSubmitTapsArgs = {
  rows: ReadonlyArray<TapRowInput>;
};


export type MutationSuspendPartnerArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationTakeTicketArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: TakeTicketInput;
};


export type MutationTopUpTransitCardArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: TopUpTransitCardInput;
};


export type MutationUnbindUtilityAccountArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUnfreezeTransitCardArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWithdrawApplicationArgs = {
  attendance?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWriteInternalNoteArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};


export type MutationWriteNoteToApplicantArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

/** A field of the form or a material, by its name, and what is wrong with it. */
export type NamedFault = {
  readonly __typename?: 'NamedFault';
  readonly name: Scalars['String']['output'];
  readonly note: Scalars['String']['output'];
};

export type NamedFaultInput = {
  readonly name: Scalars['String']['input'];
  readonly note: Scalars['String']['input'];
};

/** A person, by their name and identity number (GB 11643); the number itself is not kept. */
export type NamedPersonInput = {
  readonly idNumber: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
};

export type NobodyWaits = Refusal & {
  readonly __typename?: 'NobodyWaits';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** The record's state does not allow this action now. */
export type NotAllowedNow = Refusal & {
  readonly __typename?: 'NotAllowedNow';
  /** What it can be asked to do in this state. */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  /** The state that the record is in. */
  readonly state: Scalars['String']['output'];
};

/** No such record, or none that this caller may know of. */
export type NotFound = Refusal & {
  readonly __typename?: 'NotFound';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** The draft cannot be published; every rule that it breaks is named. */
export type NotPublishable = Refusal & {
  readonly __typename?: 'NotPublishable';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly violations: ReadonlyArray<Violation>;
};

export type NotRefundable = Refusal & {
  readonly __typename?: 'NotRefundable';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  /** What may still go back. */
  readonly refundable?: Maybe<Scalars['Money']['output']>;
};

export type Notification = Node & {
  readonly __typename?: 'Notification';
  /** The id of what it is about. */
  readonly about: Scalars['ID']['output'];
  /** The amount that it is about, if any. */
  readonly amount?: Maybe<Scalars['Money']['output']>;
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** The partner that it is about, if any. */
  readonly partner?: Maybe<PartnerName>;
  readonly read: Scalars['Boolean']['output'];
  /** For people, in the language of Accept-Language (zh or en). */
  readonly text: Scalars['String']['output'];
  /** For programs, for example "consent.granted"; more of them will come. */
  readonly type: Scalars['String']['output'];
};

export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  readonly edges: ReadonlyArray<NotificationEdge>;
  readonly pageInfo: PageInfo;
};

export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Notification;
};

/** The operator has said something else under this number. */
export type NumberTaken = Refusal & {
  readonly __typename?: 'NumberTaken';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type OpenDay = {
  readonly __typename?: 'OpenDay';
  readonly day: Scalars['Date']['output'];
  readonly hours: ReadonlyArray<OpeningHours>;
};

export type OpeningHours = {
  readonly __typename?: 'OpeningHours';
  readonly from: Scalars['String']['output'];
  readonly to: Scalars['String']['output'];
};

export type OpeningHoursInput = {
  readonly from: Scalars['String']['input'];
  readonly to: Scalars['String']['input'];
};

/** A trip as its operator knows it: what became of a tap. */
export type OperatedTrip = {
  readonly __typename?: 'OperatedTrip';
  /** What is charged for it so far. */
  readonly fare: Scalars['Money']['output'];
  readonly id: Scalars['ID']['output'];
  readonly status: TransitTripStatus;
};

export type OrderPayoutResult = NotAllowedNow | NotFound | Payout;

/** The item belongs to a department or region outside this officer's jurisdiction. */
export type OutsideJurisdiction = Refusal & {
  readonly __typename?: 'OutsideJurisdiction';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** The enterprise that the partner is. */
export type OwnEnterprise = {
  readonly __typename?: 'OwnEnterprise';
  /** Its applications, newest first, whoever began them. */
  readonly applications?: Maybe<ApplicationConnection>;
  readonly creditCode: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};


/** The enterprise that the partner is. */
export type OwnEnterpriseApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Where the list goes on. Where much of it is not for the caller, a page may have fewer entries than were asked for, or none,
   * and lead on all the same.
   */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type PaidBill = {
  readonly __typename?: 'PaidBill';
  readonly amount: Scalars['Money']['output'];
  readonly bill: Scalars['ID']['output'];
  readonly refunded: Scalars['Money']['output'];
};

export type Partner = Node & {
  readonly __typename?: 'Partner';
  readonly apiKeys: ReadonlyArray<ApiKey>;
  readonly appliedAt: Scalars['DateTime']['output'];
  /** In what capacity the representative applied or renewed: LEGAL_REPRESENTATIVE or AGENT. */
  readonly capacity: ApplicantCapacity;
  readonly contact: PartnerContact;
  readonly creditCode: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** Why it has to be renewed; null where it has not. */
  readonly lapseReason?: Maybe<PartnerLapseReason>;
  readonly name: Scalars['String']['output'];
  readonly purpose: Scalars['String']['output'];
  /** What it states now; null where the enterprise is not on record any more. */
  readonly registeredNow?: Maybe<RegisterStatement>;
  readonly requestedScopes: ReadonlyArray<Scope>;
  readonly scopes: ReadonlyArray<Scope>;
  /** What the register stated of the enterprise when this was applied for or renewed last. */
  readonly statement: RegisterStatement;
  readonly status: PartnerStatus;
};

export type PartnerConnection = {
  readonly __typename?: 'PartnerConnection';
  readonly edges: ReadonlyArray<PartnerEdge>;
  readonly pageInfo: PageInfo;
};

export type PartnerContact = {
  readonly __typename?: 'PartnerContact';
  readonly email: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly phone: Scalars['String']['output'];
};

export type PartnerContactInput = {
  readonly email: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly phone: Scalars['String']['input'];
};

export type PartnerEdge = {
  readonly __typename?: 'PartnerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Partner;
};

export type PartnerLapseReason =
  /** The authority of the agent who applied or renewed was revoked, or has ended. */
  | 'AUTHORITY_ENDED'
  /** The register no longer states that the enterprise is in business. */
  | 'NOT_IN_BUSINESS'
  /** The register states another legal representative. */
  | 'REPRESENTATIVE_CHANGED';

/** What anybody in touch with a partner may know of it. */
export type PartnerName = {
  readonly __typename?: 'PartnerName';
  readonly creditCode: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

export type PartnerStatus =
  /** Test access. */
  | 'APPROVED'
  /** The register no longer carries what it was reviewed on: live keys are suspended until it is renewed. */
  | 'LAPSED'
  /** Test and live access. */
  | 'LIVE'
  | 'PENDING'
  | 'REJECTED'
  /** Renewed, and waits for the review; live keys are still suspended. */
  | 'RENEWING'
  | 'SUSPENDED';

export type PauseReason =
  | 'EXPERT_REVIEW'
  | 'HEARING'
  | 'INSPECTION';

export type PayBillsInput = {
  /** Less than is owed, of one bill whose biller takes parts; left out, all that is owed is paid. */
  readonly amount?: InputMaybe<Scalars['Money']['input']>;
  readonly bills: ReadonlyArray<Scalars['ID']['input']>;
  readonly channel: PaymentChannel;
};

export type PayBillsResult = BillNotPayable | ChannelUnavailable | IdempotencyMismatch | InsufficientFunds | InvalidInput | Payment;

export type PayableBills = {
  readonly __typename?: 'PayableBills';
  readonly biller: Biller;
  /** Those that are due. */
  readonly bills: ReadonlyArray<Bill>;
  /** The holder's name with all but its first character hidden. */
  readonly holder: Scalars['String']['output'];
};

export type PayableBillsResult = NotFound | PayableBills | TooManyGuesses;

export type Payment = {
  readonly __typename?: 'Payment';
  readonly amount: Scalars['Money']['output'];
  /** What it pays; none for a top-up. */
  readonly bills: ReadonlyArray<PaidBill>;
  readonly channel: PaymentChannel;
  /** The channel's transaction number. */
  readonly channelNumber?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** The channel's code of why it declined. */
  readonly declined?: Maybe<Scalars['String']['output']>;
  /** When it succeeded or failed. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Of the answer to payBills that says PENDING: where the payer goes on, at the channel. The same call again, with its
   * key, tells it again, or how the payment has ended.
   */
  readonly goOnUrl?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Of a payment that succeeded, whatever of it has gone back since; null until then. */
  readonly receipt?: Maybe<Receipt>;
  /** What has gone back or is about to. */
  readonly refunded: Scalars['Money']['output'];
  readonly status: PaymentStatus;
  /** The card whose value it tops up. */
  readonly transitCard?: Maybe<Scalars['ID']['output']>;
};

export type PaymentChannel =
  /** The payment gateway of this deployment. */
  | 'HOSTED'
  /** A partner's prefunded account. */
  | 'PREFUND'
  /** No money moves; the last two digits of the amount decide what happens (docs/payment-gateway.md). */
  | 'SANDBOX';

export type PaymentConnection = {
  readonly __typename?: 'PaymentConnection';
  readonly edges: ReadonlyArray<PaymentEdge>;
  readonly pageInfo: PageInfo;
};

export type PaymentEdge = {
  readonly __typename?: 'PaymentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Payment;
};

export type PaymentStatus =
  | 'CREATED'
  | 'FAILED'
  | 'PARTLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'SUCCEEDED'
  /** The channel has not answered: the money may have moved, or not. It is being asked. */
  | 'UNKNOWN';

/** What is owed to a person on its way to their bank account: the value of a closed card, or a housing-fund withdrawal. */
export type Payout = {
  readonly __typename?: 'Payout';
  readonly amount?: Maybe<Scalars['Money']['output']>;
  /** The number that it is paid to, as it was when that was decided. */
  readonly bankAccount?: Maybe<Scalars['String']['output']>;
  /** The bank's own number of the transfer. */
  readonly bankReference?: Maybe<Scalars['String']['output']>;
  /** The card that it comes from, if it comes from one. */
  readonly card?: Maybe<Scalars['ID']['output']>;
  /** The card or the withdrawal that it comes from. */
  readonly cause?: Maybe<Scalars['ID']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** Its last digits. */
  readonly maskedBankAccount?: Maybe<Scalars['String']['output']>;
  readonly orderedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** The payee's account that it is paid to: how and when it came, so that a treasurer sees what is to be looked at. */
  readonly payoutAccount?: Maybe<PayoutAccount>;
  readonly status: PayoutStatus;
};

/** A bank account of one person, to which they can be paid. */
export type PayoutAccount = Node & {
  readonly __typename?: 'PayoutAccount';
  readonly addedAt: Scalars['DateTime']['output'];
  /** As the audit trail names who added it; null for one that a file states. */
  readonly addedBy?: Maybe<Scalars['String']['output']>;
  /** As the bank is called, where it is known. */
  readonly bank?: Maybe<Scalars['String']['output']>;
  /** Null for one that its owner may be paid to by rule. */
  readonly caution?: Maybe<PayoutAccountCaution>;
  readonly id: Scalars['ID']['output'];
  /** Whether its owner can be paid to it. */
  readonly isProven: Scalars['Boolean']['output'];
  /** Its last digits. */
  readonly maskedNumber: Scalars['String']['output'];
  /** By whose word it came first: the owner's or the fund centre's, and somebody else's only where there is neither. */
  readonly origin: PayoutAccountOrigin;
  readonly provenAt?: Maybe<Scalars['DateTime']['output']>;
  readonly provenBy?: Maybe<PayoutAccountProof>;
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Why no rule pays to an account, so that a person decides. */
export type PayoutAccountCaution =
  /** It was added by somebody else than its owner. */
  | 'ADDED_BY_ANOTHER'
  /** It was added less than 24 hours ago. */
  | 'ADDED_LATELY'
  /** Nobody has proven that it is its owner's; nobody pays to it. */
  | 'NOT_PROVEN'
  /** Its owner has removed it; nobody pays to it. */
  | 'REMOVED';

export type PayoutAccountOrigin =
  /** Somebody whom the person has authorised. */
  | 'AGENT'
  /** A clerk at a window. */
  | 'CLERK'
  /** A fund centre's file states it as the person's. */
  | 'FUND_CENTRE'
  /** The person, signed in themselves. */
  | 'OWN'
  /** A partner, under the person's consent. */
  | 'PARTNER';

export type PayoutAccountProof =
  | 'BANK_ACCOUNT_CHECK'
  | 'FUND_CENTRE';

export type PayoutConnection = {
  readonly __typename?: 'PayoutConnection';
  readonly edges: ReadonlyArray<PayoutEdge>;
  readonly pageInfo: PageInfo;
};

export type PayoutEdge = {
  readonly __typename?: 'PayoutEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Payout;
};

export type PayoutStatus =
  /** Called off before it was paid, because the grant that it came from was revoked. */
  | 'CANCELLED'
  /** The bank is told to pay it; nothing calls it off any more. */
  | 'ORDERED'
  | 'OWED'
  | 'PAID';

export type PilotInput = {
  /** Partners that may apply for anybody; where some are invited, no other partner may apply. */
  readonly partners?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Of a hundred citizens so many, drawn once and for all: whoever is in stays in as the share grows. All of them without
   * it; 0 leaves the invited partners alone.
   */
  readonly sharePercent?: InputMaybe<Scalars['Int']['input']>;
};

export type PilotMeasures = {
  readonly __typename?: 'PilotMeasures';
  /** Of applications that began while the item was in pilot for them. */
  readonly pilot: CaseFigures;
  /** Of all others. */
  readonly rest: CaseFigures;
};

export type PilotMeasuresResult = InvalidInput | NotFound | OutsideJurisdiction | PilotMeasures;

/** An inspection of a plan, for its officers. */
export type PlannedInspection = {
  readonly __typename?: 'PlannedInspection';
  /** Inspectors who were passed over for an interest. */
  readonly excluded?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly holderName: Scalars['String']['output'];
  /** The two who inspect; who was drawn in another's place stands in it. */
  readonly inspectors: ReadonlyArray<Scalars['ID']['output']>;
  /** With its `application`: where the licence has to go, that is revoked. */
  readonly licence?: Maybe<Licence>;
  readonly licenceNumber: Scalars['String']['output'];
  /** When it was noticed that this day had passed; null once it is published as put right, or with another day. */
  readonly overdueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The plan's id. */
  readonly plan: Scalars['ID']['output'];
  /** The last day to put right what was found. */
  readonly rectifyBy?: Maybe<Scalars['Date']['output']>;
  /** Who was drawn in whose place, in that order. */
  readonly redraws: ReadonlyArray<InspectorRedraw>;
  readonly region: Scalars['RegionCode']['output'];
  /** What can be reported now. */
  readonly reportable: ReadonlyArray<RandomInspectionOutcome>;
  /** DRAWN, REPORTED while a report waits to be confirmed, or the outcome that was published last. */
  readonly state: Scalars['String']['output'];
};

export type PlannedInspectionConnection = {
  readonly __typename?: 'PlannedInspectionConnection';
  readonly edges: ReadonlyArray<PlannedInspectionEdge>;
  readonly pageInfo: PageInfo;
};

export type PlannedInspectionEdge = {
  readonly __typename?: 'PlannedInspectionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: PlannedInspection;
};

/** A person for whom the caller may act. */
export type Principal = {
  readonly __typename?: 'Principal';
  /** Their applications, newest first, as far as the caller may act in them. */
  readonly applications?: Maybe<ApplicationConnection>;
  /** The caller's authorities. */
  readonly authorities: ReadonlyArray<Authority>;
  /** Codes of the items in which the caller may act for them; null for all. */
  readonly items?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The caller's own reference for the person. */
  readonly ref: Scalars['ID']['output'];
};


/** A person for whom the caller may act. */
export type PrincipalApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type ProveTelephoneResult = InvalidInput | Telephone;

export type PublishServiceItemResult = InvalidInput | NotAllowedNow | NotFound | NotPublishable | OutsideJurisdiction | SameOfficer | ServiceItem;

export type Query = {
  readonly __typename?: 'Query';
  /** Whom the caller serves at their window, or has served. */
  readonly attendance?: Maybe<Attendance>;
  /** Partners that issue bills of water, electricity or gas in a region. */
  readonly billers?: Maybe<ReadonlyArray<Biller>>;
  /** What is booked at a hall on a day, by slot. The hall lies in the caller's jurisdiction. */
  readonly bookedAppointments?: Maybe<AppointmentConnection>;
  /** Whom a window has called and not finished; null for nobody. */
  readonly calledTicket?: Maybe<Ticket>;
  /** The cards of the operator's region that its gates refuse, signed. Gates fetch it anew before it expires. */
  readonly cardStatusList?: Maybe<SignedStatusList>;
  /**
   * What was counted of applications in a region and all that lies in it, of one department or of one of its items, in up to
   * twelve months, both ends included. Each thing counts in the month in which it happens.
   */
  readonly caseFigures?: Maybe<CaseFiguresResult>;
  /**
   * The citizen behind this partner's own reference. A thrown CONSENT_REQUIRED where no consent is in force,
   * and the same for a reference that does not exist.
   */
  readonly citizen?: Maybe<Citizen>;
  /** Steps that the caller has claimed, what is due first first; those whose clock stands still too, see `pause`. */
  readonly claimedSteps?: Maybe<DeskConnection>;
  /** What a partner asks this citizen for, by the token in the link that the partner handed over. */
  readonly consentRequest?: Maybe<ConsentRequest>;
  /**
   * What a department has decided in a region in a month, by people or by rule, oldest decision first: what an auditor
   * verifies and looks into. The region as applications name it, a district; both lie in the caller's jurisdiction, and the
   * caller's own cases are left out.
   */
  readonly decidedApplications?: Maybe<ApplicationConnection>;
  /**
   * Applications of a department in a region that are overdue, whose applicant complains of delay, whose refusal is
   * appealed against and not reconsidered yet, or whose time is nearly over while nobody has taken a step of theirs on; the
   * longest first.
   */
  readonly escalations?: Maybe<DeskConnection>;
  /** Bad evaluations that a department in a region has to handle, what is due first first. */
  readonly evaluationsToHandle?: Maybe<EvaluationConnection>;
  /** Bad evaluations that the caller has to put right, what is due first first. */
  readonly evaluationsToPutRight?: Maybe<EvaluationConnection>;
  readonly hall?: Maybe<Hall>;
  /** Service halls of a region and of all that lies within it. Public. */
  readonly halls?: Maybe<HallConnection>;
  /** Steps that officers of a department in a region have claimed. */
  readonly heldSteps?: Maybe<DeskConnection>;
  readonly inspectionPlan?: Maybe<InspectionPlan>;
  /** Plans of random inspections in a region and all that lies in it, the newest first. Public. */
  readonly inspectionPlans?: Maybe<InspectionPlanConnection>;
  /** What random inspections have found in a region and all that lies in it, the newest first. Public. */
  readonly inspectionResults?: Maybe<InspectionResultConnection>;
  /** Inspectors on a department's roll, those who have left it included. */
  readonly inspectors?: Maybe<InspectorConnection>;
  /** Any account of the ledger, for example "biller:ptn_0123456789abcdef" or "channel:sandbox". */
  readonly ledgerAccount?: Maybe<LedgerAccount>;
  /**
   * The calling partner's accounts with the platform: what it has paid in to pay bills from, and what is owed to it. Those
   * on which nothing has happened yet are left out.
   */
  readonly ledgerAccounts?: Maybe<ReadonlyArray<LedgerAccount>>;
  /** The licence with this number, for anybody who wants to verify one; null where none has it. Says nothing of persons. */
  readonly licence?: Maybe<Licence>;
  /** The signed-in citizen. */
  readonly me?: Maybe<Citizen>;
  /** A request that this partner made. */
  readonly myConsentRequest?: Maybe<ConsentRequest>;
  /** The record with this global id, if this caller may see it. */
  readonly node?: Maybe<Node>;
  /** As `node`, for up to 100 ids, in their order. */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /**
   * Inspections of a department's plans in a region and all that lies in it whose holders did not put right in time what was
   * found, the longest first. Both lie in the caller's jurisdiction.
   */
  readonly overdueRectifications?: Maybe<PlannedInspectionConnection>;
  /** The enterprise that the calling partner is. */
  readonly ownEnterprise?: Maybe<OwnEnterprise>;
  /** Partners by status, oldest application first. */
  readonly partners?: Maybe<PartnerConnection>;
  /** Applications of a department in a region whose clock stands still, whoever has their step, the longest first. */
  readonly pausedApplications?: Maybe<DeskConnection>;
  /**
   * What is due on an account, for whoever wants to pay it. `holderName` is needed where the biller asks for it. Wrong
   * guesses are counted: 5 an hour for a person, 100 for a partner, and of those 5 for one account.
   */
  readonly payableBills?: Maybe<PayableBillsResult>;
  /** What is to be paid out to people, the longest owed first. */
  readonly payoutsOwed?: Maybe<PayoutConnection>;
  /**
   * What an item's pilot came to in a region and all that lies in it, beside the item's other applications there, in up to
   * twelve months, both ends included.
   */
  readonly pilotMeasures?: Maybe<PilotMeasuresResult>;
  /** The inspections of a plan, all or the caller's own, in the order of the draw. */
  readonly plannedInspections?: Maybe<PlannedInspectionConnection>;
  /** The public keys by which gates verify ride codes offline. */
  readonly rideCodeKeys?: Maybe<ReadonlyArray<RideCodeKey>>;
  /** Objections to decisions by rule that wait for the supervisor, the oldest day first. */
  readonly rulingObjections?: Maybe<SampleReviewConnection>;
  /**
   * Decisions by rule that are drawn for review, of a department in a region, the oldest day first: of each item's decisions
   * of a day the first, and of the others the share that the item states, by chance.
   */
  readonly rulingsToReview?: Maybe<SampleReviewConnection>;
  /**
   * The version of an item that is in force; with `region`, only if it is rolled out there, to the caller if it is in a
   * pilot. With `version`, that published version.
   */
  readonly serviceItem?: Maybe<ServiceItem>;
  /** An item's draft, for those who edit it. */
  readonly serviceItemDraft?: Maybe<ServiceItem>;
  /**
   * Published service items: filtered by region and audience, searched in Chinese or English. Public; one in a pilot shows
   * to those who have a part in it.
   */
  readonly serviceItems?: Maybe<ServiceItemConnection>;
  /**
   * Applications whose site the caller is appointed to inspect and has not reported on yet, the longest first: `step` is the
   * one inspected, `application.inspections` has the appointment, and the form says where.
   */
  readonly siteInspections?: Maybe<DeskConnection>;
  /** What one ride costs with a card by the published fares. */
  readonly transitFare?: Maybe<TransitFare>;
  /** The shortest way between two metro stations, by which a ride is priced. */
  readonly transitRoute?: Maybe<TransitRoute>;
  /** Metro stations whose distances are known, in the order of their codes. */
  readonly transitStations?: Maybe<ReadonlyArray<TransitStation>>;
  /**
   * The books as they stood when the last daily verification began. Every balance was recomputed from its transfers; what
   * differs is listed. Null before the first verification has ended.
   */
  readonly trialBalance?: Maybe<TrialBalance>;
  /**
   * What a household would pay for this usage by the published tariff. `yearToDate` is what it used in the calendar year
   * before; a tariff by the month does not look at it. Give either `usage` or `timeOfUse`.
   */
  readonly utilityQuote?: Maybe<UtilityQuote>;
  /**
   * Recomputes the audit trail of an application in the caller's jurisdiction, up to 5,000 entries at once, and names the
   * first place where an entry was changed, removed or inserted. `known` is an entry that an earlier verification has ended
   * with: nothing up to it can have been rewritten since. `after` goes on where an answer's `next` stands.
   */
  readonly verifyAuditTrail?: Maybe<VerifyAuditTrailResult>;
  readonly viewer: Viewer;
  /**
   * Steps of applications that wait for an officer of a department in a region, what is due first first; of one item, of
   * one step of it, or of all. Both lie in the caller's jurisdiction.
   */
  readonly workQueue?: Maybe<DeskConnection>;
};


export type QueryAttendanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBillersArgs = {
  region: Scalars['RegionCode']['input'];
};


export type QueryBookedAppointmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  day: Scalars['Date']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  hall: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
};


export type QueryCalledTicketArgs = {
  hall: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
  window: Scalars['ID']['input'];
};


export type QueryCardStatusListArgs = {
  region: Scalars['RegionCode']['input'];
};


export type QueryCaseFiguresArgs = {
  department?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['Month']['input'];
  item?: InputMaybe<Scalars['ID']['input']>;
  region: Scalars['RegionCode']['input'];
  to: Scalars['Month']['input'];
};


export type QueryCitizenArgs = {
  ref: Scalars['ID']['input'];
};


export type QueryClaimedStepsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  dueBy?: InputMaybe<Scalars['Date']['input']>;
  dueFrom?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryConsentRequestArgs = {
  token: Scalars['String']['input'];
};


export type QueryDecidedApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  month: Scalars['Month']['input'];
  region: Scalars['RegionCode']['input'];
};


export type QueryEscalationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
  within?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryEvaluationsToHandleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryEvaluationsToPutRightArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryHallArgs = {
  code: Scalars['ID']['input'];
};


export type QueryHallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryHeldStepsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  dueBy?: InputMaybe<Scalars['Date']['input']>;
  dueFrom?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
  within?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryInspectionPlanArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInspectionPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryInspectionResultsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryInspectorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLedgerAccountArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<Mode>;
};


export type QueryLicenceArgs = {
  number: Scalars['String']['input'];
};


export type QueryMyConsentRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryOverdueRectificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status: PartnerStatus;
};


export type QueryPausedApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
  within?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryPayableBillsArgs = {
  accountNumber: Scalars['String']['input'];
  biller: Scalars['ID']['input'];
  holderName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPayoutsOwedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode?: InputMaybe<Mode>;
};


export type QueryPilotMeasuresArgs = {
  from: Scalars['Month']['input'];
  item: Scalars['ID']['input'];
  region: Scalars['RegionCode']['input'];
  to: Scalars['Month']['input'];
};


export type QueryPlannedInspectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  plan: Scalars['ID']['input'];
};


export type QueryRideCodeKeysArgs = {
  mode?: InputMaybe<Mode>;
};


export type QueryRulingObjectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryRulingsToReviewArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  day?: InputMaybe<Scalars['Date']['input']>;
  department: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryServiceItemArgs = {
  code: Scalars['ID']['input'];
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryServiceItemDraftArgs = {
  code: Scalars['ID']['input'];
};


export type QueryServiceItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  audience?: InputMaybe<Audience>;
  first?: InputMaybe<Scalars['Int']['input']>;
  region: Scalars['RegionCode']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySiteInspectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTransitFareArgs = {
  airportLine?: InputMaybe<Scalars['Boolean']['input']>;
  card?: InputMaybe<TransitCardKind>;
  distanceKm: Scalars['Decimal']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  mode: TransitMode;
  monthSpend?: InputMaybe<Scalars['Money']['input']>;
  on: Scalars['Date']['input'];
  region: Scalars['RegionCode']['input'];
};


export type QueryTransitRouteArgs = {
  card?: InputMaybe<TransitCardKind>;
  from: Scalars['String']['input'];
  monthSpend?: InputMaybe<Scalars['Money']['input']>;
  on: Scalars['Date']['input'];
  region: Scalars['RegionCode']['input'];
  to: Scalars['String']['input'];
};


export type QueryTransitStationsArgs = {
  region: Scalars['RegionCode']['input'];
};


export type QueryTrialBalanceArgs = {
  mode?: InputMaybe<Mode>;
};


export type QueryUtilityQuoteArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  householdClass?: InputMaybe<HouseholdClass>;
  householdSize?: InputMaybe<Scalars['Int']['input']>;
  kind: UtilityKind;
  on: Scalars['Date']['input'];
  region: Scalars['RegionCode']['input'];
  timeOfUse?: InputMaybe<TimeOfUseUsage>;
  usage?: InputMaybe<Scalars['Decimal']['input']>;
  yearToDate?: InputMaybe<Scalars['Decimal']['input']>;
};


export type QueryVerifyAuditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  application: Scalars['ID']['input'];
  known?: InputMaybe<KnownEntryInput>;
};


export type QueryWorkQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  department: Scalars['String']['input'];
  dueBy?: InputMaybe<Scalars['Date']['input']>;
  dueFrom?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  item?: InputMaybe<Scalars['ID']['input']>;
  region: Scalars['RegionCode']['input'];
  step?: InputMaybe<Scalars['ID']['input']>;
  within?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RandomInspectionOutcome =
  /** Nobody was found at the premises. */
  | 'NOT_REACHABLE'
  | 'NO_PROBLEM'
  /** What had to be put right has been. */
  | 'PUT_RIGHT'
  /** Something has to be put right by a day that is set. */
  | 'RECTIFICATION';

export type RatedTier = {
  readonly __typename?: 'RatedTier';
  readonly amount: Scalars['Money']['output'];
  /** CNY for each unit. */
  readonly price: Scalars['Decimal']['output'];
  /** From 1. */
  readonly tier: Scalars['Int']['output'];
  readonly usage: Scalars['Decimal']['output'];
};

/** A line of a rating's trace, for the days from and including `from` up to and excluding `to`. */
export type RatingLine = {
  readonly __typename?: 'RatingLine';
  readonly amount: Scalars['Money']['output'];
  /** Of a line of the kind TIME_OF_USE. */
  readonly band?: Maybe<TimeOfUseBand>;
  readonly from: Scalars['Date']['output'];
  readonly kind: RatingLineKind;
  /** Of a surcharge. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Of what the usage costs, for a surcharge that is a share of it. */
  readonly percent?: Maybe<Scalars['Decimal']['output']>;
  /** CNY for each unit. */
  readonly price?: Maybe<Scalars['Decimal']['output']>;
  /** From 1; of a line of the kind TIER. */
  readonly tier?: Maybe<Scalars['Int']['output']>;
  readonly to: Scalars['Date']['output'];
  readonly usage?: Maybe<Scalars['Decimal']['output']>;
};

export type RatingLineKind =
  /** What lacks to the least that a bill comes to. */
  | 'MINIMUM'
  | 'SURCHARGE'
  | 'TIER'
  /** What peak, flat or valley usage costs more, or less, than its tier. */
  | 'TIME_OF_USE';

/** An office whose officer has read personal data. */
export type ReadingOffice = {
  readonly __typename?: 'ReadingOffice';
  /** The ids of the cases in which it was read; empty outside of cases, as for a payout. */
  readonly applications: ReadonlyArray<Scalars['ID']['output']>;
  /** The code of the department whose case it was, or of the officer's own; null for one of several, or none. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** What the department is called, as its case has it; null outside of cases. */
  readonly name?: Maybe<LocalizedText>;
  /** The roles of the officer. */
  readonly roles: ReadonlyArray<Role>;
};

/** Says what was paid and which tax it holds. It is no invoice (发票): those are issued by the billers. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** `withoutTax`, `tax` and `notTaxed` together, to the fen. */
  readonly amount: Scalars['Money']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
  readonly lines: ReadonlyArray<ReceiptLine>;
  /** What no tax is charged on (不征税). */
  readonly notTaxed: Scalars['Money']['output'];
  /** Day, payment and a check character by ISO/IEC 7064 MOD 37,36: "20261123-4G7K0M2QX9TB5WZD-7". */
  readonly number: Scalars['String']['output'];
  /** Who paid; masked for anybody else. Null where the platform knows no name. */
  readonly payer?: Maybe<Scalars['String']['output']>;
  /** What has gone back, or is about to. The sums above are as they were paid. */
  readonly refunded: Scalars['Money']['output'];
  readonly tax: Scalars['Money']['output'];
  /** Of what is taxed, the price without tax (不含税金额). */
  readonly withoutTax: Scalars['Money']['output'];
};

/** A bill, or a top-up. */
export type ReceiptLine = {
  readonly __typename?: 'ReceiptLine';
  readonly amount: Scalars['Money']['output'];
  /** The biller's own. */
  readonly billNumber?: Maybe<Scalars['String']['output']>;
  /** Of a bill, as payers know it. */
  readonly biller?: Maybe<Scalars['String']['output']>;
  /** The card that was topped up. */
  readonly card?: Maybe<Scalars['ID']['output']>;
  /** The first day of the bill's period. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** What of the amount is a fee for paying late: part of the price, and taxed with it. */
  readonly lateFee: Scalars['Money']['output'];
  /** What has gone back, or is about to. */
  readonly refunded: Scalars['Money']['output'];
  /** How it is taxed on the day of the payment. */
  readonly rule: VatRule;
  readonly tax: Scalars['Money']['output'];
  /** The day after the last. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** With `tax` it is the amount, to the fen. */
  readonly withoutTax: Scalars['Money']['output'];
};

export type ReceiveResult = Attendance | IdempotencyMismatch | InvalidInput | TooManyAttendances;

export type ReceiveTicketResult = Attendance | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound | TooManyAttendances;

export type RecordDepositInput = {
  readonly amount: Scalars['Money']['input'];
  /** The bank's own number of the transfer, by which it is booked once, whoever books it. */
  readonly bankReference: Scalars['String']['input'];
  readonly mode?: InputMaybe<Mode>;
  /** The partner's id. */
  readonly partner: Scalars['ID']['input'];
};

export type RecordDepositResult = AlreadyRecorded | Deposit | IdempotencyMismatch | InvalidInput | NotFound;

export type RecordEnterpriseInput = {
  readonly creditCode: Scalars['String']['input'];
  readonly legalRepresentative: NamedPersonInput;
  readonly mode?: InputMaybe<Mode>;
  readonly name: Scalars['String']['input'];
  readonly region: Scalars['RegionCode']['input'];
  readonly standing?: InputMaybe<EnterpriseStanding>;
};

export type RecordEnterpriseResult = Enterprise | InvalidInput | OutsideJurisdiction;

export type RecordPayoutInput = {
  readonly bankReference: Scalars['String']['input'];
  readonly mode?: InputMaybe<Mode>;
  readonly payout: Scalars['ID']['input'];
};

export type RecordPayoutResult = InvalidInput | NotAllowedNow | NotFound | Payout;

/** The principal is an enterprise or a person: one of the two. */
export type RecordWrittenAuthorityInput = {
  readonly agent: NamedPersonInput;
  /** By its credit code. */
  readonly enterprise?: InputMaybe<Scalars['String']['input']>;
  /** As in GrantAuthorityInput. */
  readonly items?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The paper's number or place in the file. */
  readonly paper: Scalars['String']['input'];
  /** By their identity number. */
  readonly person?: InputMaybe<Scalars['String']['input']>;
  readonly until: Scalars['Date']['input'];
};

export type RedrawInspectorResult = InvalidInput | NotAllowedNow | NotFound | PlannedInspection;

export type Refund = {
  readonly __typename?: 'Refund';
  readonly amount: Scalars['Money']['output'];
  readonly bill?: Maybe<Scalars['ID']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly payment: Scalars['ID']['output'];
  readonly reason: Scalars['String']['output'];
  readonly status: RefundStatus;
};

export type RefundPaymentInput = {
  readonly amount: Scalars['Money']['input'];
  /** Needed where the payment has paid several. */
  readonly bill?: InputMaybe<Scalars['ID']['input']>;
  readonly mode?: InputMaybe<Mode>;
  readonly payment: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type RefundPaymentResult = IdempotencyMismatch | InvalidInput | NotFound | NotRefundable | Refund;

export type RefundStatus =
  | 'CREATED'
  | 'FAILED'
  | 'PENDING'
  | 'SUCCEEDED'
  | 'UNKNOWN';

/** An outcome that the domain foresees and that is not what was asked for. */
export type Refusal = {
  /** Stable, for programs. */
  readonly code: Scalars['String']['output'];
  /** For people, in the language of Accept-Language (zh or en). */
  readonly message: Scalars['String']['output'];
};

export type RefusedConsent = {
  readonly __typename?: 'RefusedConsent';
  readonly request: ConsentRequest;
};

export type RegionRollOutChange = {
  readonly __typename?: 'RegionRollOutChange';
  /** OFF where the region had no stage of its own. */
  readonly from: RollOutStageOfRegion;
  readonly region: Scalars['RegionCode']['output'];
  readonly to: RollOutStageOfRegion;
};

/** What the market-supervision register states of a partner's enterprise. */
export type RegisterStatement = {
  readonly __typename?: 'RegisterStatement';
  readonly legalRepresentative: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  /** When it was read in the register. */
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly standing: EnterpriseStanding;
};

export type RemovePayoutAccountResult = NotFound | PayoutAccount;

export type RemoveTelephoneResult = NotFound | Telephone;

export type RenewPartnershipResult = InvalidInput | NotAllowedNow | NotFound | Partner;

export type RenewalWindow = {
  readonly __typename?: 'RenewalWindow';
  readonly closesOn: Scalars['Date']['output'];
  /** The last day in time; who applies later has to close the business from the licence's end until the decision. */
  readonly inTimeUntil: Scalars['Date']['output'];
  readonly opensOn: Scalars['Date']['output'];
};

export type RepaymentMethod =
  /** The same amount every month (等额本息). */
  | 'EQUAL_INSTALMENT'
  /** The same principal every month (等额本金). */
  | 'EQUAL_PRINCIPAL';

export type ReplaceTransitCardResult = CardBusy | IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound | TransitCard;

/** Somebody for whom the person at the window may act, as `for` takes them. */
export type RepresentedSubject = {
  readonly __typename?: 'RepresentedSubject';
  readonly enterprise?: Maybe<Scalars['String']['output']>;
  /** Codes of the items; null for all. */
  readonly items?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly person?: Maybe<Scalars['ID']['output']>;
};

export type RequestConsentInput = {
  /** For how many days from the grant, 1 to 365. */
  readonly days: Scalars['Int']['input'];
  /** Told to the citizen, 2 to 200 characters. */
  readonly purpose: Scalars['String']['input'];
  /** Scopes of a person's data, and APPLICATIONS_WRITE, that the key itself holds. */
  readonly scopes: ReadonlyArray<Scope>;
};

export type RequestConsentResult = IdempotencyMismatch | InvalidInput | RequestedConsent | SecretNoLongerShown;

/** The token is shown here, and for ten minutes to the same idempotency key. */
export type RequestedConsent = {
  readonly __typename?: 'RequestedConsent';
  readonly request: ConsentRequest;
  readonly token: Scalars['String']['output'];
};

export type ReviewNote = {
  readonly __typename?: 'ReviewNote';
  readonly at: Scalars['DateTime']['output'];
  readonly by: Scalars['ID']['output'];
  readonly text: Scalars['String']['output'];
};

export type ReviewPartnerResult = InvalidInput | NotAllowedNow | NotFound | Partner | SameOfficer;

export type RevokeApiKeyResult = ApiKey | InvalidInput | NotAllowedNow | NotFound;

export type RevokeAuthorityResult = Authority | NotAllowedNow | NotFound;

export type RevokeConsentResult = Consent | NotAllowedNow | NotFound;

export type RideCodeKey = {
  readonly __typename?: 'RideCodeKey';
  /** 1 is ECDSA on P-256 with SHA-256. */
  readonly algorithm: Scalars['Int']['output'];
  /** 65 bytes as base64url. */
  readonly publicKey: Scalars['String']['output'];
};

/** Another tap has used this ride code. This one is on record, and nothing is charged for it. */
export type RideCodeUsed = Refusal & {
  readonly __typename?: 'RideCodeUsed';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  /** When it was used. */
  readonly usedAt: Scalars['DateTime']['output'];
};

export type RideCredential = {
  readonly __typename?: 'RideCredential';
  /** As `writeCode` of services/convenience/transit/ride-codes/ride-code.ts takes it; base64url. */
  readonly credential: Scalars['String']['output'];
  readonly validFrom: Scalars['DateTime']['output'];
  readonly validUntil: Scalars['DateTime']['output'];
};

export type Role =
  /** Checks what is handed in: accepts applications, or asks for corrections. */
  | 'ACCEPTOR'
  /** Verifies audit trails and reads figures; handles nothing. */
  | 'AUDITOR'
  /** Drafts and publishes service items of the departments in its jurisdiction. */
  | 'CATALOGUE_EDITOR'
  /** Decides applications: approves or rejects. */
  | 'DECIDER'
  /** Keeps halls, their windows, opening days and slots. */
  | 'HALL_MANAGER'
  /** Inspects premises on site. */
  | 'INSPECTOR'
  /** Delivers what was decided: hands out or sends licences and papers. */
  | 'ISSUER'
  /** Approves, suspends and reinstates partners, and grants live access. */
  | 'PARTNER_MANAGER'
  /** Records what the market-supervision register states of enterprises. */
  | 'REGISTRAR'
  /** Reviews applications in the steps of its departments. */
  | 'REVIEWER'
  /** Watches the clock: extends, reassigns, hears complaints and appeals, revokes. */
  | 'SUPERVISOR'
  /** Books what partners pay in, gives payments back, and reads every account of the ledger. */
  | 'TREASURER'
  /** Serves people at a hall's window, and applies for them in their presence. */
  | 'WINDOW_CLERK';

export type RollOut = {
  readonly __typename?: 'RollOut';
  /** Of a pilot: the partners that are invited. */
  readonly partners?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly region: Scalars['RegionCode']['output'];
  /** Of a pilot: of a hundred citizens so many take part; null for all of them. */
  readonly sharePercent?: Maybe<Scalars['Int']['output']>;
  /** When the stage began. */
  readonly since: Scalars['DateTime']['output'];
  readonly stage: RollOutStage;
};

/** A change of where an item is on: who made it, when and why. */
export type RollOutChange = {
  readonly __typename?: 'RollOutChange';
  readonly at: Scalars['DateTime']['output'];
  /** A new version that is no longer offered somewhere switches several regions off at once. */
  readonly changes: ReadonlyArray<RegionRollOutChange>;
  readonly officer: Scalars['ID']['output'];
  readonly reason: Scalars['String']['output'];
};

export type RollOutChangeConnection = {
  readonly __typename?: 'RollOutChangeConnection';
  readonly edges: ReadonlyArray<RollOutChangeEdge>;
  readonly pageInfo: PageInfo;
};

export type RollOutChangeEdge = {
  readonly __typename?: 'RollOutChangeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: RollOutChange;
};

export type RollOutStage =
  | 'GENERAL'
  | 'OFF'
  | 'PILOT';

/** A stage, with the limits of a pilot. */
export type RollOutStageOfRegion = {
  readonly __typename?: 'RollOutStageOfRegion';
  readonly partners: ReadonlyArray<Scalars['ID']['output']>;
  readonly sharePercent?: Maybe<Scalars['Int']['output']>;
  readonly stage: RollOutStage;
};

export type RuleCheck = {
  readonly __typename?: 'RuleCheck';
  readonly code: Scalars['String']['output'];
  readonly ground: LegalBasis;
  /**
   * A JSON Logic expression over `form` and `facts`. One that reads a fact which nobody provides is not published; the
   * refusal names those that there are.
   */
  readonly holds: Scalars['JSONObject']['output'];
  readonly name: LocalizedText;
  readonly otherwise: RuleOtherwise;
};

export type RuleCheckInput = {
  readonly code: Scalars['String']['input'];
  readonly ground: LegalBasisInput;
  /**
   * An expression of var, and, or, !, if, ===, !==, <, <=, >, >=, +, -, *, min, max, in, length, some, all, none, and fen,
   * which reads an amount from its decimal text.
   */
  readonly holds: Scalars['JSONObject']['input'];
  readonly name: LocalizedTextInput;
  readonly otherwise: RuleOtherwise;
};

/** What becomes of an application that does not pass a check. */
export type RuleOtherwise =
  /** It is refused. */
  | 'REJECT'
  /** A person decides. */
  | 'ROUTE';

export type RulingOutcome =
  | 'APPROVED'
  | 'REJECTED'
  /** Left to a person: a check that asks for one failed, or what it reads could not be told. */
  | 'ROUTED';

/** Four eyes: the officer who took the step before this one cannot take this one too. */
export type SameOfficer = Refusal & {
  readonly __typename?: 'SameOfficer';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type SampleReview = {
  readonly __typename?: 'SampleReview';
  readonly answer?: Maybe<ReviewNote>;
  readonly application: Application;
  /** What this caller can do: CONFIRM, OBJECT, ANSWER. */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  /** The day of the decision. */
  readonly day: Scalars['Date']['output'];
  readonly finding?: Maybe<ReviewNote>;
  readonly status: SampleReviewStatus;
};

export type SampleReviewConnection = {
  readonly __typename?: 'SampleReviewConnection';
  readonly edges: ReadonlyArray<SampleReviewEdge>;
  readonly pageInfo: PageInfo;
};

export type SampleReviewEdge = {
  readonly __typename?: 'SampleReviewEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SampleReview;
};

export type SampleReviewResult = InvalidInput | NotAllowedNow | NotFound | SampleReview;

export type SampleReviewStatus =
  | 'ANSWERED'
  | 'CONFIRMED'
  /** It waits for the supervisor. */
  | 'OBJECTED'
  | 'WAITING';

export type SaveHallResult = Hall | InvalidInput | OutsideJurisdiction;

export type SaveServiceItemResult = InvalidInput | OutsideJurisdiction | ServiceItem;

/** What a partner's key, and a citizen's consent, can be granted. */
export type Scope =
  /** A person's applications for service items, and what was decided. */
  | 'APPLICATIONS_READ'
  /** Applying for service items: for the enterprise itself, and for citizens who consented to it. */
  | 'APPLICATIONS_WRITE'
  /** Looking up what is due, and paying it from the partner's prefunded account. */
  | 'BILLS_PAY'
  /** Issuing bills as a biller. */
  | 'BILLS_SUBMIT'
  /** Ask citizens for their consent, and follow these requests. */
  | 'CONSENT_REQUEST'
  /** A person's housing-fund loans with their instalment plans. */
  | 'HOUSING_FUND_LOANS_READ'
  /** A person's housing-fund account, contributions and interest. */
  | 'HOUSING_FUND_READ'
  /** The partner's own accounts with the platform and their statements. */
  | 'OWN_ACCOUNTS'
  /** A person's name and masked identity number. */
  | 'PROFILE_READ'
  /** Running metro or buses: handing out cards, uploading taps, correcting trips. */
  | 'TRANSIT_OPERATE'
  /** A person's transit cards, their balances and trips. */
  | 'TRANSIT_READ'
  /** Putting money on transit cards from the partner's prefunded account. */
  | 'TRANSIT_TOP_UP'
  /** A person's bound utility accounts, their bills and yearly usage. */
  | 'UTILITIES_READ';

/** The secret was issued under this idempotency key, but too long ago to be shown again. */
export type SecretNoLongerShown = Refusal & {
  readonly __typename?: 'SecretNoLongerShown';
  /** The id of what has the secret: an API key to be revoked, or a consent request. */
  readonly about: Scalars['ID']['output'];
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type SendConfirmationCodeResult = InvalidInput | NotAllowedNow | NotFound | SentCode | TextNotSent | TooManyCodes;

/** A one-time code is on its way; the one before is worth nothing any more. */
export type SentCode = {
  readonly __typename?: 'SentCode';
  /** The number that it goes to, masked. */
  readonly to: Scalars['String']['output'];
  /** So long it is good for. */
  readonly until: Scalars['DateTime']['output'];
};

export type ServiceChannel =
  | 'HALL'
  | 'ONLINE'
  | 'POST'
  | 'SELF_SERVICE';

/** A service item as published (or as drafted): what it is for, on what legal ground, and what it takes. */
export type ServiceItem = Node & {
  readonly __typename?: 'ServiceItem';
  readonly audiences: ReadonlyArray<Audience>;
  readonly channels: ReadonlyArray<ServiceChannel>;
  /** A String as in Refusal, so that one query can ask a mutation for both. */
  readonly code: Scalars['String']['output'];
  readonly department: Department;
  /** What a grant brings about by itself, in the same commit as the decision. */
  readonly effect?: Maybe<ApprovalEffect>;
  readonly fee: Fee;
  /** JSON Schema (draft 2020-12) of the application form. */
  readonly form: Scalars['JSONObject']['output'];
  /** Each version has an id of its own, and so has the draft. */
  readonly id: Scalars['ID']['output'];
  readonly legalBasis: ReadonlyArray<LegalBasis>;
  readonly materials: ReadonlyArray<Material>;
  readonly name: LocalizedText;
  readonly promisedWorkingDays: Scalars['Int']['output'];
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the item is offered at all, with all that lies in these regions; `rollOut` says where it is switched on. */
  readonly regions: ReadonlyArray<Scalars['RegionCode']['output']>;
  /** Of the version in force: the region's own entry decides, or else that of the closest region around it. */
  readonly rollOut: ReadonlyArray<RollOut>;
  /** Every change of where the item is on, whatever its version, newest first. */
  readonly rollOutHistory?: Maybe<RollOutChangeConnection>;
  /** How applications are decided by rule, without a person; null where people decide each of them. */
  readonly rule?: Maybe<ApprovalRule>;
  /**
   * On what of its subject's a grant bears, as its effect has it. Somebody else who applies for it needs the subject's own
   * word, `confirmApplication`; null where nobody does.
   */
  readonly stake?: Maybe<Stake>;
  readonly statutoryWorkingDays: Scalars['Int']['output'];
  readonly steps: ReadonlyArray<WorkflowStep>;
  /** Until when an application that is received on a day will be answered, by the statutory calendar of working days. */
  readonly timeLimits: TimeLimits;
  /** 0 for a draft. */
  readonly version: Scalars['Int']['output'];
  /** How often an applicant has to come in person; 0 for none. */
  readonly visits: Scalars['Int']['output'];
};


/** A service item as published (or as drafted): what it is for, on what legal ground, and what it takes. */
export type ServiceItemRollOutHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A service item as published (or as drafted): what it is for, on what legal ground, and what it takes. */
export type ServiceItemTimeLimitsArgs = {
  receivedOn: Scalars['Date']['input'];
};

export type ServiceItemConnection = {
  readonly __typename?: 'ServiceItemConnection';
  readonly edges: ReadonlyArray<ServiceItemEdge>;
  readonly pageInfo: PageInfo;
};

export type ServiceItemEdge = {
  readonly __typename?: 'ServiceItemEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ServiceItem;
};

export type ServiceItemInput = {
  readonly audiences: ReadonlyArray<Audience>;
  readonly channels: ReadonlyArray<ServiceChannel>;
  readonly code: Scalars['ID']['input'];
  readonly department: DepartmentInput;
  readonly effect?: InputMaybe<ApprovalEffect>;
  readonly fee: FeeInput;
  readonly form: Scalars['JSONObject']['input'];
  readonly legalBasis: ReadonlyArray<LegalBasisInput>;
  readonly materials: ReadonlyArray<MaterialInput>;
  readonly name: LocalizedTextInput;
  readonly promisedWorkingDays: Scalars['Int']['input'];
  readonly regions: ReadonlyArray<Scalars['RegionCode']['input']>;
  readonly rule?: InputMaybe<ApprovalRuleInput>;
  readonly statutoryWorkingDays: Scalars['Int']['input'];
  readonly steps: ReadonlyArray<WorkflowStepInput>;
  readonly visits: Scalars['Int']['input'];
};

export type SetAutomaticPaymentInput = {
  /** Of an account that the caller has bound. */
  readonly account: Scalars['ID']['input'];
  /** Of each bill, late fee included; up to 10,000.00. */
  readonly ceiling: Scalars['Money']['input'];
  readonly channel: PaymentChannel;
};

export type SetAutomaticPaymentResult = ChannelUnavailable | InvalidInput | NotFound | UtilityAccount;

export type SetBillerProfileResult = Biller | InvalidInput | NotFound;

export type SetTelephoneResult = InvalidInput | SentCode | TextNotSent | TooManyCodes;

export type SetTransitOperatorProfileResult = InvalidInput | NotFound | TransitOperator;

export type SettledInterest = {
  readonly __typename?: 'SettledInterest';
  readonly amount: Scalars['Money']['output'];
  readonly on: Scalars['Date']['output'];
};

export type SignedStatusList = {
  readonly __typename?: 'SignedStatusList';
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
  /** As `readStatusList` of services/convenience/transit/ride-codes/card-status-list.ts reads it; base64url. */
  readonly list: Scalars['String']['output'];
};

export type SiteFinding = {
  readonly __typename?: 'SiteFinding';
  readonly note: Scalars['String']['output'];
  readonly point: ChecklistPoint;
  readonly result: FindingResult;
};

/** An inspection on site as part of a case. */
export type SiteInspection = {
  readonly __typename?: 'SiteInspection';
  readonly appointedAt: Scalars['DateTime']['output'];
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was found, point by point; for the applicant once both inspectors have signed. */
  readonly findings: ReadonlyArray<SiteFinding>;
  readonly inspectors?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Null until both inspectors have signed. */
  readonly outcome?: Maybe<InspectionOutcome>;
  readonly signedBy?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly step: Scalars['ID']['output'];
  /** In a sentence, in the caller's language. */
  readonly summary: Scalars['String']['output'];
  /** What has to be put right before the next inspection. */
  readonly toPutRight?: Maybe<Scalars['String']['output']>;
};

/** No place is left in the slot; `free` are the slots of the day that have some. */
export type SlotFull = Refusal & {
  readonly __typename?: 'SlotFull';
  readonly code: Scalars['String']['output'];
  readonly free: ReadonlyArray<HallSlot>;
  readonly message: Scalars['String']['output'];
};

export type SpecialDay = {
  readonly __typename?: 'SpecialDay';
  readonly day: Scalars['Date']['output'];
  readonly hours: ReadonlyArray<OpeningHours>;
  readonly reason: LocalizedText;
};

export type SpecialDayInput = {
  readonly day: Scalars['Date']['input'];
  readonly hours?: InputMaybe<ReadonlyArray<OpeningHoursInput>>;
  readonly reason: LocalizedTextInput;
};

export type Stake =
  | 'LICENCE'
  | 'MONEY';

export type StartApplicationInput = {
  /** For whom; null for the caller themselves, a partner's own enterprise. */
  readonly for?: InputMaybe<ApplicationForInput>;
  /** The item's code. */
  readonly item: Scalars['ID']['input'];
  /** Where it is applied for; the item has to be on there. */
  readonly region: Scalars['RegionCode']['input'];
};

export type StatementConnection = {
  readonly __typename?: 'StatementConnection';
  readonly edges: ReadonlyArray<StatementEdge>;
  readonly pageInfo: PageInfo;
};

export type StatementEdge = {
  readonly __typename?: 'StatementEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: StatementLine;
};

export type StatementLine = {
  readonly __typename?: 'StatementLine';
  /** What the account grew by; negative for what went out. */
  readonly amount: Scalars['Money']['output'];
  readonly bookedAt: Scalars['DateTime']['output'];
  /** The id of what caused it: a payment, a refund, a deposit. */
  readonly cause: Scalars['ID']['output'];
  /** The transfer's id. */
  readonly id: Scalars['ID']['output'];
  /** Why, for programs: for example "payments.payment.succeeded". */
  readonly reason: Scalars['String']['output'];
  /** The transfer that this one takes back. */
  readonly reverses?: Maybe<Scalars['ID']['output']>;
};

export type StepProgress = {
  readonly __typename?: 'StepProgress';
  readonly code: Scalars['ID']['output'];
  readonly department: Scalars['String']['output'];
  /** Null while the clock stands still; a pause and an extension move it as they move the case's limits. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly name: LocalizedText;
  /** The officer who has it, or has finished it. */
  readonly officer?: Maybe<Scalars['ID']['output']>;
  /** What the officer found. */
  readonly opinion?: Maybe<Scalars['String']['output']>;
  readonly role: Scalars['String']['output'];
  readonly state: StepState;
};

export type StepState =
  /** An officer has taken it on. */
  | 'CLAIMED'
  | 'FINISHED'
  | 'TO_COME'
  | 'WAITING';

export type SubjectKind =
  | 'ENTERPRISE'
  | 'PERSON';

export type SubmitBillResult = Bill | BillNumberTaken | InvalidInput;

export type SubmitTapResult = CardInArrears | InvalidInput | NumberTaken | OperatedTrip | RideCodeUsed;

export type Submitter =
  /** A person's proxy, or an enterprise's agent. */
  | 'AGENT'
  /** At a hall's window, in the presence of the applicant. */
  | 'CLERK'
  | 'PARTNER';

export type TakeTicketInput = {
  /** An appointment for today, off the citizen's phone. */
  readonly appointment?: InputMaybe<Scalars['ID']['input']>;
  /** The identity card of who waits, as a reader at the hall has read it. */
  readonly card?: InputMaybe<CardReadInput>;
  /** The hall's code. */
  readonly hall: Scalars['ID']['input'];
  /** Of an identity card, to find what its holder has booked for today; it is not kept, and gives the ticket no name. */
  readonly idNumber?: InputMaybe<Scalars['String']['input']>;
  /** The item's code. */
  readonly item?: InputMaybe<Scalars['ID']['input']>;
  readonly mode?: InputMaybe<Mode>;
  /** For who cannot say which item: a queue by its letter. */
  readonly queue?: InputMaybe<Scalars['String']['input']>;
};

export type TakeTicketResult = IdempotencyMismatch | InvalidInput | NotAllowedNow | NotFound | OutsideJurisdiction | Ticket;

export type TapKind =
  /** On a bus, which tells the whole ride. */
  | 'BUS'
  /** Through a gate of the metro, inwards. */
  | 'ENTRY'
  /** Outwards. */
  | 'EXIT';

export type TapRowInput = {
  /** At the gates of the line to the airport. */
  readonly airportLine?: InputMaybe<Scalars['Boolean']['input']>;
  readonly at: Scalars['DateTime']['input'];
  /** Of a card that was held to the gate; instead of a ride code. */
  readonly cardNumber?: InputMaybe<Scalars['String']['input']>;
  /** Of a bus. */
  readonly distanceKm?: InputMaybe<Scalars['Decimal']['input']>;
  readonly kind: TapKind;
  /** The operator's own, by which the tap is taken once. */
  readonly number: Scalars['String']['input'];
  /** As the gate has read it: base64url of the code's bytes. It is verified as of `at`. */
  readonly rideCode?: InputMaybe<Scalars['String']['input']>;
  /** Of the metro: the station's code, see `transitStations`. */
  readonly station?: InputMaybe<Scalars['String']['input']>;
};

export type Tariff = {
  readonly __typename?: 'Tariff';
  /** The time over which usage climbs the tiers. */
  readonly cycle: TariffCycle;
  readonly effectiveFrom: Scalars['Date']['output'];
  readonly householdExtension?: Maybe<HouseholdExtension>;
  /** What a bill comes to at least. */
  readonly minimum?: Maybe<Scalars['Money']['output']>;
  /** Who set it. */
  readonly source: Scalars['String']['output'];
  readonly surcharges: ReadonlyArray<TariffSurcharge>;
  readonly tiers: ReadonlyArray<TariffTier>;
  /** For households that chose it: CNY on each unit beside its tier's price; negative where it is cheaper. */
  readonly timeOfUse?: Maybe<TimeOfUsePrices>;
  readonly unit: UtilityUnit;
};

export type TariffCycle =
  /** From one reading to the next; a reading after two months has the tiers of two. */
  | 'CALENDAR_MONTH'
  | 'CALENDAR_YEAR';

/** One of `price` (for each unit), `percent` (of what the usage costs) and `amount` (for each bill). */
export type TariffSurcharge = {
  readonly __typename?: 'TariffSurcharge';
  readonly amount?: Maybe<Scalars['Money']['output']>;
  readonly name: Scalars['String']['output'];
  readonly percent?: Maybe<Scalars['Decimal']['output']>;
  readonly price?: Maybe<Scalars['Decimal']['output']>;
};

export type TariffTier = {
  readonly __typename?: 'TariffTier';
  readonly price: Scalars['Decimal']['output'];
  /** The highest usage of this tier, which itself belongs to it; null for the last. */
  readonly upTo?: Maybe<Scalars['Decimal']['output']>;
};

export type Telephone = {
  readonly __typename?: 'Telephone';
  /** For example "138****5678". */
  readonly maskedNumber: Scalars['String']['output'];
  readonly provenAt: Scalars['DateTime']['output'];
};

/** The text with the code was not sent, or nobody knows whether it was; if it arrives, the code is good. */
export type TextNotSent = Refusal & {
  readonly __typename?: 'TextNotSent';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** A number in a queue of a hall's day. */
export type Ticket = Node & {
  readonly __typename?: 'Ticket';
  /** The case that the visit is about: for its citizen, and for the clerk who has called the ticket. */
  readonly application?: Maybe<Application>;
  /** Null without a booking that was kept in time. */
  readonly bookedFor?: Maybe<Scalars['DateTime']['output']>;
  readonly calledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly hall: Hall;
  readonly id: Scalars['ID']['output'];
  /** Whether it is known who holds it. */
  readonly isNamed?: Maybe<Scalars['Boolean']['output']>;
  readonly item?: Maybe<Scalars['ID']['output']>;
  /** As it is called, for example "A012". */
  readonly number: Scalars['String']['output'];
  readonly status: TicketStatus;
  readonly takenAt: Scalars['DateTime']['output'];
  /** The window that called it. */
  readonly window?: Maybe<Scalars['String']['output']>;
};

export type TicketOutcome =
  | 'NO_SHOW'
  | 'SERVED';

export type TicketResult = InvalidInput | NotAllowedNow | NotFound | Ticket;

export type TicketStatus =
  | 'CALLED'
  /** Its holder went, or the day ended. */
  | 'GIVEN_UP'
  /** Called, and nobody came. */
  | 'NO_SHOW'
  | 'SERVED'
  | 'WAITING';

/** The last days of an application's limits, if nothing stops its clock. */
export type TimeLimits = {
  readonly __typename?: 'TimeLimits';
  /** Until then the applicant is told what is missing, or the application counts as accepted. */
  readonly acceptance: Scalars['Date']['output'];
  /** One of them lies in a year whose holidays are not announced yet, and may still move. */
  readonly isProvisional: Scalars['Boolean']['output'];
  /** What the department promises. */
  readonly promised: Scalars['Date']['output'];
  /** What the law allows. */
  readonly statutory: Scalars['Date']['output'];
};

export type TimeOfUseBand =
  | 'FLAT'
  | 'PEAK'
  | 'VALLEY';

export type TimeOfUsePrices = {
  readonly __typename?: 'TimeOfUsePrices';
  readonly flat: Scalars['Decimal']['output'];
  readonly peak: Scalars['Decimal']['output'];
  readonly valley: Scalars['Decimal']['output'];
};

/** In the tariff's unit. */
export type TimeOfUseUsage = {
  readonly flat: Scalars['Decimal']['input'];
  readonly peak: Scalars['Decimal']['input'];
  readonly valley: Scalars['Decimal']['input'];
};

/** Something to be done by the end of a day. */
export type ToDo = {
  readonly __typename?: 'ToDo';
  /** The id of what it is about. */
  readonly about: Scalars['ID']['output'];
  /** What is owed, for a bill. */
  readonly amount?: Maybe<Scalars['Money']['output']>;
  readonly application?: Maybe<Application>;
  readonly appointment?: Maybe<Appointment>;
  readonly bill?: Maybe<Bill>;
  readonly dueOn: Scalars['Date']['output'];
  readonly isOverdue: Scalars['Boolean']['output'];
  readonly kind: ToDoKind;
  /** For people, in the language of Accept-Language (zh or en). */
  readonly text: Scalars['String']['output'];
};

export type ToDoKind =
  /** An application that somebody else has handed in, to be confirmed by its subject in person. */
  | 'CONFIRM_APPLICATION'
  /** An application to be put right, as its correction notice says. */
  | 'CORRECT_APPLICATION'
  /** A draft to be filled in and handed in, before it lapses. */
  | 'FINISH_APPLICATION'
  /** A hall expects the citizen on this day. */
  | 'KEEP_APPOINTMENT'
  | 'PAY_BILL';

/** The clerk has begun as many attendances within an hour as anybody may; `until` says when the next can be begun. */
export type TooManyAttendances = Refusal & {
  readonly __typename?: 'TooManyAttendances';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

/** No more codes are sent to this person for a while. */
export type TooManyCodes = Refusal & {
  readonly __typename?: 'TooManyCodes';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

/** No more guesses are heard for a while. */
export type TooManyGuesses = Refusal & {
  readonly __typename?: 'TooManyGuesses';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly until: Scalars['DateTime']['output'];
};

export type TopUpTransitCardInput = {
  /** 1.00 to 1,000.00; a card that is bound holds 5,000.00 at most, any other 1,000.00. */
  readonly amount: Scalars['Money']['input'];
  readonly cardNumber: Scalars['String']['input'];
  readonly channel: PaymentChannel;
};

export type TopUpTransitCardResult = ChannelUnavailable | IdempotencyMismatch | InsufficientFunds | InvalidInput | NotFound | Payment;

export type TrailParty =
  /** Whose matter it is; of an enterprise its legal representative. */
  | 'APPLICANT'
  | 'OFFICER'
  /** Somebody who acted for the applicant: a proxy, or an enterprise's agent. */
  | 'OTHER_CITIZEN'
  | 'PARTNER'
  /** The platform by itself: a clock or a rule. */
  | 'PLATFORM';

export type TransitCard = Node & {
  readonly __typename?: 'TransitCard';
  /** What its holder can do with it now. */
  readonly availableActions: ReadonlyArray<Scalars['String']['output']>;
  /** Negative in arrears, which the next top-up makes good. */
  readonly balance: Scalars['Money']['output'];
  /** Kept for a refund that is under way. */
  readonly held: Scalars['Money']['output'];
  readonly id: Scalars['ID']['output'];
  readonly issuedAt: Scalars['DateTime']['output'];
  readonly kind: TransitCardKind;
  /** What counts towards the discount of this calendar month. */
  readonly monthSpend: Scalars['Money']['output'];
  /** 19 digits, the last a check digit (Luhn). */
  readonly number: Scalars['String']['output'];
  /** What was paid out of it, or is to be, when it was closed. */
  readonly payouts?: Maybe<ReadonlyArray<Payout>>;
  readonly region: Scalars['RegionCode']['output'];
  /** The card that has taken over its value. */
  readonly replacedBy?: Maybe<Scalars['ID']['output']>;
  readonly status: TransitCardStatus;
  /** By the time of their first tap, newest first. */
  readonly trips?: Maybe<TransitTripConnection>;
};


export type TransitCardTripsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type TransitCardKind =
  | 'SENIOR'
  | 'STANDARD'
  | 'STUDENT';

export type TransitCardStatus =
  | 'ACTIVE'
  /** Its value was paid out. */
  | 'CLOSED'
  /** Its holder has lost it, or fears so. */
  | 'FROZEN'
  /** Another card has taken over its value. */
  | 'REPLACED';

export type TransitFare = {
  readonly __typename?: 'TransitFare';
  readonly effectiveFrom: Scalars['Date']['output'];
  readonly fare: Scalars['Money']['output'];
  /** The price without discounts. */
  readonly full: Scalars['Money']['output'];
  /** For having stayed inside too long; part of the fare. */
  readonly overstay: Scalars['Money']['output'];
  /** Percent of the full price that the ride costs. */
  readonly percent: Scalars['Int']['output'];
  /** Who set it. */
  readonly source: Scalars['String']['output'];
};

export type TransitLeg = {
  readonly __typename?: 'TransitLeg';
  readonly airportLine: Scalars['Boolean']['output'];
  readonly distanceKm: Scalars['Decimal']['output'];
  readonly fare: TransitFare;
  readonly stations: ReadonlyArray<TransitStation>;
};

export type TransitLine = {
  readonly __typename?: 'TransitLine';
  /** Its gates and its price are its own. */
  readonly airportLine: Scalars['Boolean']['output'];
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

export type TransitMode =
  | 'BUS'
  | 'METRO';

export type TransitOperator = {
  readonly __typename?: 'TransitOperator';
  /** The partner's id. */
  readonly id: Scalars['ID']['output'];
  readonly incompleteFare: Scalars['Money']['output'];
  readonly modes: ReadonlyArray<TransitMode>;
  readonly name: Scalars['String']['output'];
  readonly region: Scalars['RegionCode']['output'];
};

export type TransitOperatorProfileInput = {
  /** What a ride costs of which one end is missing; it can be corrected. */
  readonly incompleteFare: Scalars['Money']['input'];
  readonly modes: ReadonlyArray<TransitMode>;
  /** As passengers know it. */
  readonly name: Scalars['String']['input'];
  readonly region: Scalars['RegionCode']['input'];
};

export type TransitPass = {
  readonly __typename?: 'TransitPass';
  readonly airportLine: Scalars['Boolean']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly station: TransitStation;
};

export type TransitPrice = {
  readonly __typename?: 'TransitPrice';
  readonly distanceKm: Scalars['Decimal']['output'];
  /** Without discounts. */
  readonly full: Scalars['Money']['output'];
  /** For having stayed inside too long. */
  readonly overstay: Scalars['Money']['output'];
  /** Percent of the full price. */
  readonly percent: Scalars['Int']['output'];
};

export type TransitRoute = {
  readonly __typename?: 'TransitRoute';
  /** Of all legs. */
  readonly fare: Scalars['Money']['output'];
  /** One for each time that gates are passed; none from a station to itself. */
  readonly legs: ReadonlyArray<TransitLeg>;
};

export type TransitStation = {
  readonly __typename?: 'TransitStation';
  readonly code: Scalars['String']['output'];
  readonly lines: ReadonlyArray<TransitLine>;
  /** In the caller's language. */
  readonly name: Scalars['String']['output'];
};

export type TransitTrip = {
  readonly __typename?: 'TransitTrip';
  /** By bus: when it was boarded. */
  readonly boardedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why an end was put in afterwards. */
  readonly correction?: Maybe<Scalars['String']['output']>;
  readonly entry?: Maybe<TransitPass>;
  readonly exit?: Maybe<TransitPass>;
  /** What was charged; 0.00 while it is open. */
  readonly fare: Scalars['Money']['output'];
  readonly id: Scalars['ID']['output'];
  readonly mode: TransitMode;
  readonly operator?: Maybe<TransitOperator>;
  /** How that comes about; null while an end is missing. */
  readonly price?: Maybe<TransitPrice>;
  readonly status: TransitTripStatus;
};

export type TransitTripConnection = {
  readonly __typename?: 'TransitTripConnection';
  readonly edges: ReadonlyArray<TransitTripEdge>;
  readonly pageInfo: PageInfo;
};

export type TransitTripEdge = {
  readonly __typename?: 'TransitTripEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TransitTrip;
};

export type TransitTripStatus =
  | 'COMPLETED'
  /** One end is missing; charged by the operator's rule, and can be corrected. */
  | 'INCOMPLETE'
  /** Its other end is waited for, up to 24 hours. */
  | 'OPEN';

/**
 * One line for each kind of account that has been booked on. Debits equal credits, and the imbalance is 0.00; anything
 * else, or a difference, means that something has written past the ledger.
 */
export type TrialBalance = {
  readonly __typename?: 'TrialBalance';
  /** What was booked before this is counted. */
  readonly asOf: Scalars['DateTime']['output'];
  readonly brokenTransferCount: Scalars['Int']['output'];
  /** Transfers that are not whole or not balanced: the first 50. */
  readonly brokenTransfers: ReadonlyArray<BrokenTransfer>;
  readonly credits: Scalars['Money']['output'];
  readonly debits: Scalars['Money']['output'];
  /** How many there are in all. */
  readonly differenceCount: Scalars['Int']['output'];
  /** Accounts, or shards of one, whose record is not what their transfers say: the first 50. */
  readonly differences: ReadonlyArray<LedgerDifference>;
  /** All debit balances less all credit balances, as recorded. */
  readonly imbalance: Scalars['Money']['output'];
  readonly lines: ReadonlyArray<TrialBalanceLine>;
  readonly verifiedAt: Scalars['DateTime']['output'];
};

export type TrialBalanceLine = {
  readonly __typename?: 'TrialBalanceLine';
  /** Their balances as recorded, on the kind's own side. */
  readonly balance: Scalars['Money']['output'];
  readonly credits: Scalars['Money']['output'];
  /** What was ever booked on the debit side of these accounts. */
  readonly debits: Scalars['Money']['output'];
  readonly kind: LedgerAccountKind;
};

export type UnbindUtilityAccountResult = NotFound | UtilityAccount;

/** Send the file's bytes with this method and these headers, and nothing else. */
export type UploadLink = {
  readonly __typename?: 'UploadLink';
  readonly expiresAt: Scalars['DateTime']['output'];
  /** A browser sets content-length by itself. */
  readonly headers: ReadonlyArray<LinkHeader>;
  readonly method: Scalars['String']['output'];
  readonly url: Scalars['String']['output'];
};

export type UsageOfYear = {
  readonly __typename?: 'UsageOfYear';
  /** From 1; null where usage climbs the tiers anew with every reading. */
  readonly tierReached?: Maybe<Scalars['Int']['output']>;
  readonly unit: UtilityUnit;
  readonly usage: Scalars['Decimal']['output'];
  readonly year: Scalars['Int']['output'];
};

export type UtilityAccount = Node & {
  readonly __typename?: 'UtilityAccount';
  /** What the citizen calls it. */
  readonly alias: Scalars['String']['output'];
  /** The caller's own order; null where there is none, or somebody else's. */
  readonly automaticPayment?: Maybe<AutomaticPayment>;
  readonly biller?: Maybe<Biller>;
  /** The newest period first, at most 100. */
  readonly bills: ReadonlyArray<Bill>;
  readonly householdClass: HouseholdClass;
  /** Persons, where the biller has them on record. */
  readonly householdSize?: Maybe<Scalars['Int']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  /** What was used in a calendar year, as far as meter readings tell; null where none does. */
  readonly usageOfYear?: Maybe<UsageOfYear>;
};


export type UtilityAccountUsageOfYearArgs = {
  year: Scalars['Int']['input'];
};

export type UtilityKind =
  | 'ELECTRICITY'
  | 'GAS'
  | 'WATER';

export type UtilityQuote = {
  readonly __typename?: 'UtilityQuote';
  readonly amount: Scalars['Money']['output'];
  /** How the amount comes about: every line adds to it, and together they are the amount. */
  readonly lines: ReadonlyArray<RatingLine>;
  /** The one in force on the period's last day. */
  readonly tariff: Tariff;
  /** What of the usage falls into which tier; their amounts add up, where there are no lines of another kind. */
  readonly tiers: ReadonlyArray<RatedTier>;
};

export type UtilityUnit =
  | 'KWH'
  | 'M3';

/** A rule of value-added tax. */
export type VatRule = {
  readonly __typename?: 'VatRule';
  readonly effectiveFrom: Scalars['Date']['output'];
  /** Of the price without tax; "0" where nothing is taxed. */
  readonly percent: Scalars['Decimal']['output'];
  /** Who set it. */
  readonly source: Scalars['String']['output'];
  readonly treatment: VatTreatment;
};

export type VatTreatment =
  /** By the supply's rate (一般计税). */
  | 'GENERAL'
  | 'NOT_TAXED'
  /** By the simplified levy (简易计税). */
  | 'SIMPLIFIED';

export type VerifyAuditTrailResult = AuditTrailVerification | NotFound;

/** Who the caller is, as this platform sees them. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The caller's own id; null for an anonymous one. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** An officer's jurisdiction. */
  readonly jurisdiction?: Maybe<Jurisdiction>;
  /** A partner key's expiry, if it has one. */
  readonly keyExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly kind: Caller;
  readonly mode: Mode;
  /** An officer's roles; empty for other callers. */
  readonly roles: ReadonlyArray<Role>;
  /** A partner key's scopes; empty for other callers. */
  readonly scopes: ReadonlyArray<Scope>;
};

export type Violation = {
  readonly __typename?: 'Violation';
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type WeeklyHours = {
  readonly __typename?: 'WeeklyHours';
  /** A time of day, for example "09:00". */
  readonly from: Scalars['String']['output'];
  /** "24:00" is when the day ends; a hall that never closes is open from 00:00 to 24:00. */
  readonly to: Scalars['String']['output'];
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: Scalars['Int']['output'];
};

export type WeeklyHoursInput = {
  readonly from: Scalars['String']['input'];
  readonly to: Scalars['String']['input'];
  readonly weekday: Scalars['Int']['input'];
};

export type WorkflowStep = {
  readonly __typename?: 'WorkflowStep';
  /** What two inspectors check on site in this step; empty for all other steps. */
  readonly checklist: ReadonlyArray<ChecklistPoint>;
  readonly code: Scalars['String']['output'];
  /** The code of another department than the item's own that takes the step. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** Whoever has taken an earlier step of the case may not take this one. */
  readonly fourEyes: Scalars['Boolean']['output'];
  /** The step begins together with the one before it. */
  readonly jointly: Scalars['Boolean']['output'];
  readonly name: LocalizedText;
  /** The role that takes the step: acceptor, reviewer, inspector, decider or issuer. */
  readonly role: Scalars['String']['output'];
  readonly workingDays: Scalars['Int']['output'];
};

export type WorkflowStepInput = {
  readonly checklist?: InputMaybe<ReadonlyArray<ChecklistPointInput>>;
  readonly code: Scalars['String']['input'];
  readonly department?: InputMaybe<Scalars['String']['input']>;
  readonly fourEyes?: InputMaybe<Scalars['Boolean']['input']>;
  readonly jointly?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name: LocalizedTextInput;
  readonly role: Scalars['String']['input'];
  readonly workingDays: Scalars['Int']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AddPayoutAccountResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PayoutAccount"] & { __typename: 'PayoutAccount' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
  ;
  ApplicationResult:
    | ( import("../models.ts").Models["Application"] & { __typename: 'Application' } )
    | ( import("../models.ts").Models["DuplicateApplication"] & { __typename: 'DuplicateApplication' } )
    | ( import("../models.ts").Models["FormIncomplete"] & { __typename: 'FormIncomplete' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  ApplyForPartnershipResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["Partner"] & { __typename: 'Partner' } )
  ;
  AppointmentResult:
    | ( import("../models.ts").Models["Appointment"] & { __typename: 'Appointment' } )
    | ( import("../models.ts").Models["BookingBlocked"] & { __typename: 'BookingBlocked' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["SlotFull"] & { __typename: 'SlotFull' } )
  ;
  AuthorityResult:
    | ( import("../models.ts").Models["Authority"] & { __typename: 'Authority' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  BindTransitCardResult:
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
  ;
  BindUtilityAccountResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
    | ( import("../models.ts").Models["UtilityAccount"] & { __typename: 'UtilityAccount' } )
  ;
  CallNextTicketResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NobodyWaits"] & { __typename: 'NobodyWaits' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( import("../models.ts").Models["Ticket"] & { __typename: 'Ticket' } )
  ;
  CardReaderResult:
    | ( import("../models.ts").Models["Hall"] & { __typename: 'Hall' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
  ;
  CaseFiguresResult:
    | ( import("../models.ts").Models["CaseFigures"] & { __typename: 'CaseFigures' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
  ;
  CaseNoteResult:
    | ( import("../models.ts").Models["CaseNote"] & { __typename: 'CaseNote' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  ChangeBillResult:
    | ( import("../models.ts").Models["Bill"] & { __typename: 'Bill' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  ChangeTransitCardResult:
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
  ;
  CheckPayoutAccountResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PayoutAccount"] & { __typename: 'PayoutAccount' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
  ;
  CloseTransitCardResult:
    | ( import("../models.ts").Models["CardBusy"] & { __typename: 'CardBusy' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
  ;
  CorrectTripResult:
    | ( import("../models.ts").Models["CardInArrears"] & { __typename: 'CardInArrears' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["OperatedTrip"] & { __typename: 'OperatedTrip' } )
  ;
  CreateApiKeyResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( Omit<IssuedApiKey, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'IssuedApiKey' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["SecretNoLongerShown"] & { __typename: 'SecretNoLongerShown' } )
  ;
  DecideConsentResult:
    | ( Omit<GrantedConsent, 'consent'> & { consent: _RefType['Consent'] } & { __typename: 'GrantedConsent' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( Omit<RefusedConsent, 'request'> & { request: _RefType['ConsentRequest'] } & { __typename: 'RefusedConsent' } )
  ;
  DrawInspectionsResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InspectionPlan"] & { __typename: 'InspectionPlan' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
  ;
  EvaluationResult:
    | ( import("../models.ts").Models["Evaluation"] & { __typename: 'Evaluation' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  HandlingResult:
    | ( import("../models.ts").Models["Application"] & { __typename: 'Application' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  InspectionReportResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PlannedInspection"] & { __typename: 'PlannedInspection' } )
  ;
  InspectorResult:
    | ( import("../models.ts").Models["Inspector"] & { __typename: 'Inspector' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  IssueRideCredentialResult:
    | ( import("../models.ts").Models["CardBusy"] & { __typename: 'CardBusy' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( RideCredential & { __typename: 'RideCredential' } )
  ;
  IssueTransitCardResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["IssuedTransitCard"] & { __typename: 'IssuedTransitCard' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
  ;
  MarkNotificationsReadResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( Omit<MarkedNotifications, 'notifications'> & { notifications: ReadonlyArray<_RefType['Notification']> } & { __typename: 'MarkedNotifications' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  MaterialDownloadResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( Omit<MaterialDownload, 'file'> & { file: _RefType['MaterialFile'] } & { __typename: 'MaterialDownload' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  MaterialFileResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["MaterialFile"] & { __typename: 'MaterialFile' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  MaterialUploadResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( Omit<MaterialUpload, 'file'> & { file: _RefType['MaterialFile'] } & { __typename: 'MaterialUpload' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  OrderPayoutResult:
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Payout"] & { __typename: 'Payout' } )
  ;
  PayBillsResult:
    | ( import("../models.ts").Models["BillNotPayable"] & { __typename: 'BillNotPayable' } )
    | ( import("../models.ts").Models["ChannelUnavailable"] & { __typename: 'ChannelUnavailable' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InsufficientFunds"] & { __typename: 'InsufficientFunds' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["Payment"] & { __typename: 'Payment' } )
  ;
  PayableBillsResult:
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PayableBills"] & { __typename: 'PayableBills' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
  ;
  PilotMeasuresResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( Omit<PilotMeasures, 'pilot' | 'rest'> & { pilot: _RefType['CaseFigures'], rest: _RefType['CaseFigures'] } & { __typename: 'PilotMeasures' } )
  ;
  ProveTelephoneResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["Telephone"] & { __typename: 'Telephone' } )
  ;
  PublishServiceItemResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["NotPublishable"] & { __typename: 'NotPublishable' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( import("../models.ts").Models["SameOfficer"] & { __typename: 'SameOfficer' } )
    | ( import("../models.ts").Models["ServiceItem"] & { __typename: 'ServiceItem' } )
  ;
  ReceiveResult:
    | ( import("../models.ts").Models["Attendance"] & { __typename: 'Attendance' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["TooManyAttendances"] & { __typename: 'TooManyAttendances' } )
  ;
  ReceiveTicketResult:
    | ( import("../models.ts").Models["Attendance"] & { __typename: 'Attendance' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TooManyAttendances"] & { __typename: 'TooManyAttendances' } )
  ;
  RecordDepositResult:
    | ( import("../models.ts").Models["AlreadyRecorded"] & { __typename: 'AlreadyRecorded' } )
    | ( Deposit & { __typename: 'Deposit' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  RecordEnterpriseResult:
    | ( import("../models.ts").Models["Enterprise"] & { __typename: 'Enterprise' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
  ;
  RecordPayoutResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Payout"] & { __typename: 'Payout' } )
  ;
  RedrawInspectorResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PlannedInspection"] & { __typename: 'PlannedInspection' } )
  ;
  RefundPaymentResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["NotRefundable"] & { __typename: 'NotRefundable' } )
    | ( import("../models.ts").Models["Refund"] & { __typename: 'Refund' } )
  ;
  RemovePayoutAccountResult:
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["PayoutAccount"] & { __typename: 'PayoutAccount' } )
  ;
  RemoveTelephoneResult:
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Telephone"] & { __typename: 'Telephone' } )
  ;
  RenewPartnershipResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Partner"] & { __typename: 'Partner' } )
  ;
  ReplaceTransitCardResult:
    | ( import("../models.ts").Models["CardBusy"] & { __typename: 'CardBusy' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
  ;
  RequestConsentResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( Omit<RequestedConsent, 'request'> & { request: _RefType['ConsentRequest'] } & { __typename: 'RequestedConsent' } )
    | ( import("../models.ts").Models["SecretNoLongerShown"] & { __typename: 'SecretNoLongerShown' } )
  ;
  ReviewPartnerResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Partner"] & { __typename: 'Partner' } )
    | ( import("../models.ts").Models["SameOfficer"] & { __typename: 'SameOfficer' } )
  ;
  RevokeApiKeyResult:
    | ( import("../models.ts").Models["ApiKey"] & { __typename: 'ApiKey' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  RevokeAuthorityResult:
    | ( import("../models.ts").Models["Authority"] & { __typename: 'Authority' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  RevokeConsentResult:
    | ( import("../models.ts").Models["Consent"] & { __typename: 'Consent' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  SampleReviewResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["SampleReview"] & { __typename: 'SampleReview' } )
  ;
  SaveHallResult:
    | ( import("../models.ts").Models["Hall"] & { __typename: 'Hall' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
  ;
  SaveServiceItemResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( import("../models.ts").Models["ServiceItem"] & { __typename: 'ServiceItem' } )
  ;
  SendConfirmationCodeResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["SentCode"] & { __typename: 'SentCode' } )
    | ( import("../models.ts").Models["TextNotSent"] & { __typename: 'TextNotSent' } )
    | ( import("../models.ts").Models["TooManyCodes"] & { __typename: 'TooManyCodes' } )
  ;
  SetAutomaticPaymentResult:
    | ( import("../models.ts").Models["ChannelUnavailable"] & { __typename: 'ChannelUnavailable' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["UtilityAccount"] & { __typename: 'UtilityAccount' } )
  ;
  SetBillerProfileResult:
    | ( import("../models.ts").Models["Biller"] & { __typename: 'Biller' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
  SetTelephoneResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["SentCode"] & { __typename: 'SentCode' } )
    | ( import("../models.ts").Models["TextNotSent"] & { __typename: 'TextNotSent' } )
    | ( import("../models.ts").Models["TooManyCodes"] & { __typename: 'TooManyCodes' } )
  ;
  SetTransitOperatorProfileResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["TransitOperator"] & { __typename: 'TransitOperator' } )
  ;
  SubmitBillResult:
    | ( import("../models.ts").Models["Bill"] & { __typename: 'Bill' } )
    | ( import("../models.ts").Models["BillNumberTaken"] & { __typename: 'BillNumberTaken' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
  ;
  SubmitTapResult:
    | ( import("../models.ts").Models["CardInArrears"] & { __typename: 'CardInArrears' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NumberTaken"] & { __typename: 'NumberTaken' } )
    | ( import("../models.ts").Models["OperatedTrip"] & { __typename: 'OperatedTrip' } )
    | ( import("../models.ts").Models["RideCodeUsed"] & { __typename: 'RideCodeUsed' } )
  ;
  TakeTicketResult:
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( import("../models.ts").Models["Ticket"] & { __typename: 'Ticket' } )
  ;
  TicketResult:
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Ticket"] & { __typename: 'Ticket' } )
  ;
  TopUpTransitCardResult:
    | ( import("../models.ts").Models["ChannelUnavailable"] & { __typename: 'ChannelUnavailable' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InsufficientFunds"] & { __typename: 'InsufficientFunds' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["Payment"] & { __typename: 'Payment' } )
  ;
  UnbindUtilityAccountResult:
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["UtilityAccount"] & { __typename: 'UtilityAccount' } )
  ;
  VerifyAuditTrailResult:
    | ( Omit<AuditTrailVerification, 'finding'> & { finding?: Maybe<_RefType['AuditTrailFinding']> } & { __typename: 'AuditTrailVerification' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( import("../models.ts").Models["Application"] & { __typename: 'Application' } )
    | ( import("../models.ts").Models["Appointment"] & { __typename: 'Appointment' } )
    | ( import("../models.ts").Models["Authority"] & { __typename: 'Authority' } )
    | ( import("../models.ts").Models["Bill"] & { __typename: 'Bill' } )
    | ( import("../models.ts").Models["Citizen"] & { __typename: 'Citizen' } )
    | ( import("../models.ts").Models["Consent"] & { __typename: 'Consent' } )
    | ( import("../models.ts").Models["HousingFundAccount"] & { __typename: 'HousingFundAccount' } )
    | ( import("../models.ts").Models["HousingFundLoan"] & { __typename: 'HousingFundLoan' } )
    | ( import("../models.ts").Models["Notification"] & { __typename: 'Notification' } )
    | ( import("../models.ts").Models["Partner"] & { __typename: 'Partner' } )
    | ( import("../models.ts").Models["PayoutAccount"] & { __typename: 'PayoutAccount' } )
    | ( import("../models.ts").Models["ServiceItem"] & { __typename: 'ServiceItem' } )
    | ( import("../models.ts").Models["Ticket"] & { __typename: 'Ticket' } )
    | ( import("../models.ts").Models["TransitCard"] & { __typename: 'TransitCard' } )
    | ( import("../models.ts").Models["UtilityAccount"] & { __typename: 'UtilityAccount' } )
  ;
  Refusal:
    | ( import("../models.ts").Models["AlreadyRecorded"] & { __typename: 'AlreadyRecorded' } )
    | ( import("../models.ts").Models["BillNotPayable"] & { __typename: 'BillNotPayable' } )
    | ( import("../models.ts").Models["BillNumberTaken"] & { __typename: 'BillNumberTaken' } )
    | ( import("../models.ts").Models["BookingBlocked"] & { __typename: 'BookingBlocked' } )
    | ( import("../models.ts").Models["CardBusy"] & { __typename: 'CardBusy' } )
    | ( import("../models.ts").Models["CardInArrears"] & { __typename: 'CardInArrears' } )
    | ( import("../models.ts").Models["ChannelUnavailable"] & { __typename: 'ChannelUnavailable' } )
    | ( import("../models.ts").Models["DuplicateApplication"] & { __typename: 'DuplicateApplication' } )
    | ( import("../models.ts").Models["FormIncomplete"] & { __typename: 'FormIncomplete' } )
    | ( import("../models.ts").Models["IdempotencyMismatch"] & { __typename: 'IdempotencyMismatch' } )
    | ( import("../models.ts").Models["InsufficientFunds"] & { __typename: 'InsufficientFunds' } )
    | ( import("../models.ts").Models["InvalidInput"] & { __typename: 'InvalidInput' } )
    | ( import("../models.ts").Models["NobodyWaits"] & { __typename: 'NobodyWaits' } )
    | ( import("../models.ts").Models["NotAllowedNow"] & { __typename: 'NotAllowedNow' } )
    | ( import("../models.ts").Models["NotFound"] & { __typename: 'NotFound' } )
    | ( import("../models.ts").Models["NotPublishable"] & { __typename: 'NotPublishable' } )
    | ( import("../models.ts").Models["NotRefundable"] & { __typename: 'NotRefundable' } )
    | ( import("../models.ts").Models["NumberTaken"] & { __typename: 'NumberTaken' } )
    | ( import("../models.ts").Models["OutsideJurisdiction"] & { __typename: 'OutsideJurisdiction' } )
    | ( import("../models.ts").Models["RideCodeUsed"] & { __typename: 'RideCodeUsed' } )
    | ( import("../models.ts").Models["SameOfficer"] & { __typename: 'SameOfficer' } )
    | ( import("../models.ts").Models["SecretNoLongerShown"] & { __typename: 'SecretNoLongerShown' } )
    | ( import("../models.ts").Models["SlotFull"] & { __typename: 'SlotFull' } )
    | ( import("../models.ts").Models["TextNotSent"] & { __typename: 'TextNotSent' } )
    | ( import("../models.ts").Models["TooManyAttendances"] & { __typename: 'TooManyAttendances' } )
    | ( import("../models.ts").Models["TooManyCodes"] & { __typename: 'TooManyCodes' } )
    | ( import("../models.ts").Models["TooManyGuesses"] & { __typename: 'TooManyGuesses' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddPayoutAccountInput: AddPayoutAccountInput;
  AddPayoutAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddPayoutAccountResult']>;
  AlreadyRecorded: ResolverTypeWrapper<import("../models.ts").Models["AlreadyRecorded"]>;
  AnswerDue: ResolverTypeWrapper<import("../models.ts").Models["AnswerDue"]>;
  ApiKey: ResolverTypeWrapper<import("../models.ts").Models["ApiKey"]>;
  ApiKeyStatus: ApiKeyStatus;
  AppealOutcome: AppealOutcome;
  ApplicantCapacity: ApplicantCapacity;
  Application: ResolverTypeWrapper<import("../models.ts").Models["Application"]>;
  ApplicationAppeal: ResolverTypeWrapper<import("../models.ts").Models["ApplicationAppeal"]>;
  ApplicationChannel: ApplicationChannel;
  ApplicationConfirmation: ResolverTypeWrapper<import("../models.ts").Models["ApplicationConfirmation"]>;
  ApplicationConnection: ResolverTypeWrapper<Omit<ApplicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ApplicationEdge']> }>;
  ApplicationDecision: ResolverTypeWrapper<import("../models.ts").Models["ApplicationDecision"]>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationForInput: ApplicationForInput;
  ApplicationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplicationResult']>;
  ApplicationRevocation: ResolverTypeWrapper<ApplicationRevocation>;
  ApplicationRuling: ResolverTypeWrapper<import("../models.ts").Models["ApplicationRuling"]>;
  ApplicationStatus: ApplicationStatus;
  ApplicationSubject: ResolverTypeWrapper<import("../models.ts").Models["ApplicationSubject"]>;
  ApplicationVisits: ResolverTypeWrapper<ApplicationVisits>;
  ApplyForPartnershipInput: ApplyForPartnershipInput;
  ApplyForPartnershipResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ApplyForPartnershipResult']>;
  Appointment: ResolverTypeWrapper<import("../models.ts").Models["Appointment"]>;
  AppointmentConnection: ResolverTypeWrapper<Omit<AppointmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AppointmentEdge']> }>;
  AppointmentEdge: ResolverTypeWrapper<Omit<AppointmentEdge, 'node'> & { node: ResolversTypes['Appointment'] }>;
  AppointmentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AppointmentResult']>;
  AppointmentStatus: AppointmentStatus;
  ApprovalEffect: ApprovalEffect;
  ApprovalRule: ResolverTypeWrapper<ApprovalRule>;
  ApprovalRuleInput: ApprovalRuleInput;
  Attendance: ResolverTypeWrapper<import("../models.ts").Models["Attendance"]>;
  Audience: Audience;
  AuditFindingKind: AuditFindingKind;
  AuditTrailConnection: ResolverTypeWrapper<Omit<AuditTrailConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AuditTrailEdge']> }>;
  AuditTrailEdge: ResolverTypeWrapper<Omit<AuditTrailEdge, 'node'> & { node: ResolversTypes['AuditTrailEntry'] }>;
  AuditTrailEntry: ResolverTypeWrapper<import("../models.ts").Models["AuditTrailEntry"]>;
  AuditTrailFinding: ResolverTypeWrapper<import("../models.ts").Models["AuditTrailFinding"]>;
  AuditTrailVerification: ResolverTypeWrapper<Omit<AuditTrailVerification, 'finding'> & { finding?: Maybe<ResolversTypes['AuditTrailFinding']> }>;
  Authority: ResolverTypeWrapper<import("../models.ts").Models["Authority"]>;
  AuthorityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AuthorityResult']>;
  AuthorityStatus: AuthorityStatus;
  AutomaticPayment: ResolverTypeWrapper<import("../models.ts").Models["AutomaticPayment"]>;
  Bill: ResolverTypeWrapper<import("../models.ts").Models["Bill"]>;
  BillNotPayable: ResolverTypeWrapper<import("../models.ts").Models["BillNotPayable"]>;
  BillNumberTaken: ResolverTypeWrapper<import("../models.ts").Models["BillNumberTaken"]>;
  BillPayment: ResolverTypeWrapper<BillPayment>;
  BillRating: ResolverTypeWrapper<import("../models.ts").Models["BillRating"]>;
  BillRowInput: BillRowInput;
  BillStatus: BillStatus;
  Biller: ResolverTypeWrapper<import("../models.ts").Models["Biller"]>;
  BillerLookup: BillerLookup;
  BillerProfileInput: BillerProfileInput;
  BindTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BindTransitCardResult']>;
  BindUtilityAccountInput: BindUtilityAccountInput;
  BindUtilityAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BindUtilityAccountResult']>;
  BookAppointmentInput: BookAppointmentInput;
  BookingBlocked: ResolverTypeWrapper<import("../models.ts").Models["BookingBlocked"]>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BrokenTransfer: ResolverTypeWrapper<BrokenTransfer>;
  BrokenTransferKind: BrokenTransferKind;
  BusinessForm: BusinessForm;
  CallNextTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CallNextTicketResult']>;
  Caller: Caller;
  CardBusy: ResolverTypeWrapper<import("../models.ts").Models["CardBusy"]>;
  CardInArrears: ResolverTypeWrapper<import("../models.ts").Models["CardInArrears"]>;
  CardReadInput: CardReadInput;
  CardReader: ResolverTypeWrapper<import("../models.ts").Models["CardReader"]>;
  CardReaderInput: CardReaderInput;
  CardReaderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CardReaderResult']>;
  CaseClock: ResolverTypeWrapper<import("../models.ts").Models["CaseClock"]>;
  CaseEscalation: ResolverTypeWrapper<CaseEscalation>;
  CaseFigures: ResolverTypeWrapper<import("../models.ts").Models["CaseFigures"]>;
  CaseFiguresResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseFiguresResult']>;
  CaseMaterial: ResolverTypeWrapper<import("../models.ts").Models["CaseMaterial"]>;
  CaseNote: ResolverTypeWrapper<import("../models.ts").Models["CaseNote"]>;
  CaseNoteConnection: ResolverTypeWrapper<Omit<CaseNoteConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CaseNoteEdge']> }>;
  CaseNoteEdge: ResolverTypeWrapper<Omit<CaseNoteEdge, 'node'> & { node: ResolversTypes['CaseNote'] }>;
  CaseNoteKind: CaseNoteKind;
  CaseNoteResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseNoteResult']>;
  ChangeBillResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeBillResult']>;
  ChangeTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeTransitCardResult']>;
  ChannelUnavailable: ResolverTypeWrapper<import("../models.ts").Models["ChannelUnavailable"]>;
  CheckPayoutAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckPayoutAccountResult']>;
  CheckResult: CheckResult;
  CheckedInput: ResolverTypeWrapper<CheckedInput>;
  CheckedRule: ResolverTypeWrapper<CheckedRule>;
  ChecklistPoint: ResolverTypeWrapper<ChecklistPoint>;
  ChecklistPointInput: ChecklistPointInput;
  Citizen: ResolverTypeWrapper<import("../models.ts").Models["Citizen"]>;
  ClockExtension: ResolverTypeWrapper<ClockExtension>;
  ClockPause: ResolverTypeWrapper<import("../models.ts").Models["ClockPause"]>;
  CloseTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseTransitCardResult']>;
  ConfirmationMeans: ConfirmationMeans;
  Consent: ResolverTypeWrapper<import("../models.ts").Models["Consent"]>;
  ConsentRequest: ResolverTypeWrapper<import("../models.ts").Models["ConsentRequest"]>;
  ConsentRequestStatus: ConsentRequestStatus;
  ConsentStatus: ConsentStatus;
  CorrectTripInput: CorrectTripInput;
  CorrectTripResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CorrectTripResult']>;
  CorrectionInput: CorrectionInput;
  CorrectionNotice: ResolverTypeWrapper<import("../models.ts").Models["CorrectionNotice"]>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  DataAccess: ResolverTypeWrapper<Omit<DataAccess, 'office' | 'partner'> & { office?: Maybe<ResolversTypes['ReadingOffice']>, partner?: Maybe<ResolversTypes['PartnerName']> }>;
  DataAccessConnection: ResolverTypeWrapper<Omit<DataAccessConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DataAccessEdge']> }>;
  DataAccessEdge: ResolverTypeWrapper<Omit<DataAccessEdge, 'node'> & { node: ResolversTypes['DataAccess'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DecideConsentResult']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DecisionOutcome: DecisionOutcome;
  DelayComplaint: ResolverTypeWrapper<import("../models.ts").Models["DelayComplaint"]>;
  Department: ResolverTypeWrapper<Department>;
  DepartmentInput: DepartmentInput;
  Deposit: ResolverTypeWrapper<Deposit>;
  DeskConnection: ResolverTypeWrapper<Omit<DeskConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DeskEdge']> }>;
  DeskEdge: ResolverTypeWrapper<Omit<DeskEdge, 'node'> & { node: ResolversTypes['DeskEntry'] }>;
  DeskEntry: ResolverTypeWrapper<Omit<DeskEntry, 'application' | 'pause'> & { application: ResolversTypes['Application'], pause?: Maybe<ResolversTypes['ClockPause']> }>;
  DrawInspectionsInput: DrawInspectionsInput;
  DrawInspectionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DrawInspectionsResult']>;
  DuplicateApplication: ResolverTypeWrapper<import("../models.ts").Models["DuplicateApplication"]>;
  Employer: ResolverTypeWrapper<Employer>;
  EnrolInspectorInput: EnrolInspectorInput;
  Enterprise: ResolverTypeWrapper<import("../models.ts").Models["Enterprise"]>;
  EnterpriseStanding: EnterpriseStanding;
  EscalationReason: EscalationReason;
  Evaluation: ResolverTypeWrapper<import("../models.ts").Models["Evaluation"]>;
  EvaluationAppeal: ResolverTypeWrapper<EvaluationAppeal>;
  EvaluationCallBack: ResolverTypeWrapper<EvaluationCallBack>;
  EvaluationConnection: ResolverTypeWrapper<Omit<EvaluationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EvaluationEdge']> }>;
  EvaluationEdge: ResolverTypeWrapper<Omit<EvaluationEdge, 'node'> & { node: ResolversTypes['Evaluation'] }>;
  EvaluationFigures: ResolverTypeWrapper<EvaluationFigures>;
  EvaluationInput: EvaluationInput;
  EvaluationLevel: EvaluationLevel;
  EvaluationNote: ResolverTypeWrapper<EvaluationNote>;
  EvaluationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EvaluationResult']>;
  EvaluationStatus: EvaluationStatus;
  EvaluationTag: EvaluationTag;
  Fee: ResolverTypeWrapper<Fee>;
  FeeInput: FeeInput;
  FileRejection: ResolverTypeWrapper<import("../models.ts").Models["FileRejection"]>;
  FileStatus: FileStatus;
  FileType: FileType;
  FilledMaterial: ResolverTypeWrapper<import("../models.ts").Models["FilledMaterial"]>;
  FindingInput: FindingInput;
  FindingResult: FindingResult;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FormIncomplete: ResolverTypeWrapper<import("../models.ts").Models["FormIncomplete"]>;
  FormProblem: ResolverTypeWrapper<import("../models.ts").Models["FormProblem"]>;
  GrantAuthorityInput: GrantAuthorityInput;
  GrantedConsent: ResolverTypeWrapper<Omit<GrantedConsent, 'consent'> & { consent: ResolversTypes['Consent'] }>;
  Hall: ResolverTypeWrapper<import("../models.ts").Models["Hall"]>;
  HallChange: ResolverTypeWrapper<HallChange>;
  HallChangeConnection: ResolverTypeWrapper<HallChangeConnection>;
  HallChangeEdge: ResolverTypeWrapper<HallChangeEdge>;
  HallConnection: ResolverTypeWrapper<Omit<HallConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['HallEdge']> }>;
  HallEdge: ResolverTypeWrapper<Omit<HallEdge, 'node'> & { node: ResolversTypes['Hall'] }>;
  HallInput: HallInput;
  HallQueue: ResolverTypeWrapper<import("../models.ts").Models["HallQueue"]>;
  HallQueueInput: HallQueueInput;
  HallSlot: ResolverTypeWrapper<HallSlot>;
  HallWindow: ResolverTypeWrapper<import("../models.ts").Models["HallWindow"]>;
  HallWindowInput: HallWindowInput;
  HandlingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HandlingResult']>;
  HeldRecord: HeldRecord;
  HeldSource: HeldSource;
  HomeRank: HomeRank;
  HouseholdClass: HouseholdClass;
  HouseholdExtension: ResolverTypeWrapper<import("../models.ts").Models["HouseholdExtension"]>;
  HousingFundAccount: ResolverTypeWrapper<import("../models.ts").Models["HousingFundAccount"]>;
  HousingFundContribution: ResolverTypeWrapper<import("../models.ts").Models["HousingFundContribution"]>;
  HousingFundContributionConnection: ResolverTypeWrapper<Omit<HousingFundContributionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['HousingFundContributionEdge']> }>;
  HousingFundContributionEdge: ResolverTypeWrapper<Omit<HousingFundContributionEdge, 'node'> & { node: ResolversTypes['HousingFundContribution'] }>;
  HousingFundInterest: ResolverTypeWrapper<import("../models.ts").Models["HousingFundInterest"]>;
  HousingFundLoan: ResolverTypeWrapper<import("../models.ts").Models["HousingFundLoan"]>;
  HousingFundStatus: HousingFundStatus;
  HousingFundWithdrawal: ResolverTypeWrapper<import("../models.ts").Models["HousingFundWithdrawal"]>;
  HousingFundWithdrawalReason: HousingFundWithdrawalReason;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdempotencyMismatch: ResolverTypeWrapper<import("../models.ts").Models["IdempotencyMismatch"]>;
  InspectionOutcome: InspectionOutcome;
  InspectionPlan: ResolverTypeWrapper<import("../models.ts").Models["InspectionPlan"]>;
  InspectionPlanConnection: ResolverTypeWrapper<Omit<InspectionPlanConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InspectionPlanEdge']> }>;
  InspectionPlanEdge: ResolverTypeWrapper<Omit<InspectionPlanEdge, 'node'> & { node: ResolversTypes['InspectionPlan'] }>;
  InspectionReportInput: InspectionReportInput;
  InspectionReportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InspectionReportResult']>;
  InspectionResult: ResolverTypeWrapper<import("../models.ts").Models["InspectionResult"]>;
  InspectionResultConnection: ResolverTypeWrapper<Omit<InspectionResultConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InspectionResultEdge']> }>;
  InspectionResultEdge: ResolverTypeWrapper<Omit<InspectionResultEdge, 'node'> & { node: ResolversTypes['InspectionResult'] }>;
  Inspector: ResolverTypeWrapper<import("../models.ts").Models["Inspector"]>;
  InspectorConnection: ResolverTypeWrapper<Omit<InspectorConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InspectorEdge']> }>;
  InspectorEdge: ResolverTypeWrapper<Omit<InspectorEdge, 'node'> & { node: ResolversTypes['Inspector'] }>;
  InspectorRedraw: ResolverTypeWrapper<InspectorRedraw>;
  InspectorResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InspectorResult']>;
  Instalment: ResolverTypeWrapper<import("../models.ts").Models["Instalment"]>;
  InstalmentConnection: ResolverTypeWrapper<Omit<InstalmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InstalmentEdge']> }>;
  InstalmentEdge: ResolverTypeWrapper<Omit<InstalmentEdge, 'node'> & { node: ResolversTypes['Instalment'] }>;
  InsufficientFunds: ResolverTypeWrapper<import("../models.ts").Models["InsufficientFunds"]>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InterestPeriod: ResolverTypeWrapper<import("../models.ts").Models["InterestPeriod"]>;
  InterestProjection: ResolverTypeWrapper<import("../models.ts").Models["InterestProjection"]>;
  InvalidInput: ResolverTypeWrapper<import("../models.ts").Models["InvalidInput"]>;
  IssueRideCredentialResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueRideCredentialResult']>;
  IssueTransitCardInput: IssueTransitCardInput;
  IssueTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueTransitCardResult']>;
  IssuedApiKey: ResolverTypeWrapper<Omit<IssuedApiKey, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  IssuedTransitCard: ResolverTypeWrapper<import("../models.ts").Models["IssuedTransitCard"]>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  Jurisdiction: ResolverTypeWrapper<Jurisdiction>;
  KnownEntryInput: KnownEntryInput;
  Language: Language;
  LateFee: ResolverTypeWrapper<import("../models.ts").Models["LateFee"]>;
  LateFeeInput: LateFeeInput;
  LedgerAccount: ResolverTypeWrapper<import("../models.ts").Models["LedgerAccount"]>;
  LedgerAccountKind: LedgerAccountKind;
  LedgerDifference: ResolverTypeWrapper<LedgerDifference>;
  LedgerDifferenceKind: LedgerDifferenceKind;
  LegalBasis: ResolverTypeWrapper<LegalBasis>;
  LegalBasisInput: LegalBasisInput;
  Licence: ResolverTypeWrapper<import("../models.ts").Models["Licence"]>;
  LicenceStatus: LicenceStatus;
  LinkHeader: ResolverTypeWrapper<LinkHeader>;
  LoanRate: ResolverTypeWrapper<LoanRate>;
  LocalizedText: ResolverTypeWrapper<LocalizedText>;
  LocalizedTextInput: LocalizedTextInput;
  MarkNotificationsReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MarkNotificationsReadResult']>;
  MarkedNotifications: ResolverTypeWrapper<Omit<MarkedNotifications, 'notifications'> & { notifications: ReadonlyArray<ResolversTypes['Notification']> }>;
  Material: ResolverTypeWrapper<Material>;
  MaterialDownload: ResolverTypeWrapper<Omit<MaterialDownload, 'file'> & { file: ResolversTypes['MaterialFile'] }>;
  MaterialDownloadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDownloadResult']>;
  MaterialFile: ResolverTypeWrapper<import("../models.ts").Models["MaterialFile"]>;
  MaterialFileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialFileResult']>;
  MaterialInput: MaterialInput;
  MaterialState: MaterialState;
  MaterialUpload: ResolverTypeWrapper<Omit<MaterialUpload, 'file'> & { file: ResolversTypes['MaterialFile'] }>;
  MaterialUploadInput: MaterialUploadInput;
  MaterialUploadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialUploadResult']>;
  MeterReadingInput: MeterReadingInput;
  Mode: Mode;
  Money: ResolverTypeWrapper<Scalars['Money']['output']>;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NamedFault: ResolverTypeWrapper<NamedFault>;
  NamedFaultInput: NamedFaultInput;
  NamedPersonInput: NamedPersonInput;
  NobodyWaits: ResolverTypeWrapper<import("../models.ts").Models["NobodyWaits"]>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotAllowedNow: ResolverTypeWrapper<import("../models.ts").Models["NotAllowedNow"]>;
  NotFound: ResolverTypeWrapper<import("../models.ts").Models["NotFound"]>;
  NotPublishable: ResolverTypeWrapper<import("../models.ts").Models["NotPublishable"]>;
  NotRefundable: ResolverTypeWrapper<import("../models.ts").Models["NotRefundable"]>;
  Notification: ResolverTypeWrapper<import("../models.ts").Models["Notification"]>;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['NotificationEdge']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NumberTaken: ResolverTypeWrapper<import("../models.ts").Models["NumberTaken"]>;
  OpenDay: ResolverTypeWrapper<OpenDay>;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  OpeningHoursInput: OpeningHoursInput;
  OperatedTrip: ResolverTypeWrapper<import("../models.ts").Models["OperatedTrip"]>;
  OrderPayoutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderPayoutResult']>;
  OutsideJurisdiction: ResolverTypeWrapper<import("../models.ts").Models["OutsideJurisdiction"]>;
  OwnEnterprise: ResolverTypeWrapper<import("../models.ts").Models["OwnEnterprise"]>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaidBill: ResolverTypeWrapper<PaidBill>;
  Partner: ResolverTypeWrapper<import("../models.ts").Models["Partner"]>;
  PartnerConnection: ResolverTypeWrapper<Omit<PartnerConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PartnerEdge']> }>;
  PartnerContact: ResolverTypeWrapper<PartnerContact>;
  PartnerContactInput: PartnerContactInput;
  PartnerEdge: ResolverTypeWrapper<Omit<PartnerEdge, 'node'> & { node: ResolversTypes['Partner'] }>;
  PartnerLapseReason: PartnerLapseReason;
  PartnerName: ResolverTypeWrapper<import("../models.ts").Models["PartnerName"]>;
  PartnerStatus: PartnerStatus;
  PauseReason: PauseReason;
  PayBillsInput: PayBillsInput;
  PayBillsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayBillsResult']>;
  PayableBills: ResolverTypeWrapper<import("../models.ts").Models["PayableBills"]>;
  PayableBillsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PayableBillsResult']>;
  Payment: ResolverTypeWrapper<import("../models.ts").Models["Payment"]>;
  PaymentChannel: PaymentChannel;
  PaymentConnection: ResolverTypeWrapper<Omit<PaymentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PaymentEdge']> }>;
  PaymentEdge: ResolverTypeWrapper<Omit<PaymentEdge, 'node'> & { node: ResolversTypes['Payment'] }>;
  PaymentStatus: PaymentStatus;
  Payout: ResolverTypeWrapper<import("../models.ts").Models["Payout"]>;
  PayoutAccount: ResolverTypeWrapper<import("../models.ts").Models["PayoutAccount"]>;
  PayoutAccountCaution: PayoutAccountCaution;
  PayoutAccountOrigin: PayoutAccountOrigin;
  PayoutAccountProof: PayoutAccountProof;
  PayoutConnection: ResolverTypeWrapper<Omit<PayoutConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PayoutEdge']> }>;
  PayoutEdge: ResolverTypeWrapper<Omit<PayoutEdge, 'node'> & { node: ResolversTypes['Payout'] }>;
  PayoutStatus: PayoutStatus;
  PilotInput: PilotInput;
  PilotMeasures: ResolverTypeWrapper<Omit<PilotMeasures, 'pilot' | 'rest'> & { pilot: ResolversTypes['CaseFigures'], rest: ResolversTypes['CaseFigures'] }>;
  PilotMeasuresResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PilotMeasuresResult']>;
  PlannedInspection: ResolverTypeWrapper<import("../models.ts").Models["PlannedInspection"]>;
  PlannedInspectionConnection: ResolverTypeWrapper<Omit<PlannedInspectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PlannedInspectionEdge']> }>;
  PlannedInspectionEdge: ResolverTypeWrapper<Omit<PlannedInspectionEdge, 'node'> & { node: ResolversTypes['PlannedInspection'] }>;
  Principal: ResolverTypeWrapper<import("../models.ts").Models["Principal"]>;
  ProveTelephoneResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ProveTelephoneResult']>;
  PublishServiceItemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishServiceItemResult']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RandomInspectionOutcome: RandomInspectionOutcome;
  RatedTier: ResolverTypeWrapper<import("../models.ts").Models["RatedTier"]>;
  RatingLine: ResolverTypeWrapper<import("../models.ts").Models["RatingLine"]>;
  RatingLineKind: RatingLineKind;
  ReadingOffice: ResolverTypeWrapper<import("../models.ts").Models["ReadingOffice"]>;
  Receipt: ResolverTypeWrapper<import("../models.ts").Models["Receipt"]>;
  ReceiptLine: ResolverTypeWrapper<import("../models.ts").Models["ReceiptLine"]>;
  ReceiveResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReceiveResult']>;
  ReceiveTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReceiveTicketResult']>;
  RecordDepositInput: RecordDepositInput;
  RecordDepositResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordDepositResult']>;
  RecordEnterpriseInput: RecordEnterpriseInput;
  RecordEnterpriseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordEnterpriseResult']>;
  RecordPayoutInput: RecordPayoutInput;
  RecordPayoutResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RecordPayoutResult']>;
  RecordWrittenAuthorityInput: RecordWrittenAuthorityInput;
  RedrawInspectorResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RedrawInspectorResult']>;
  Refund: ResolverTypeWrapper<import("../models.ts").Models["Refund"]>;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundPaymentResult']>;
  RefundStatus: RefundStatus;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RefusedConsent: ResolverTypeWrapper<Omit<RefusedConsent, 'request'> & { request: ResolversTypes['ConsentRequest'] }>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegionRollOutChange: ResolverTypeWrapper<Omit<RegionRollOutChange, 'from' | 'to'> & { from: ResolversTypes['RollOutStageOfRegion'], to: ResolversTypes['RollOutStageOfRegion'] }>;
  RegisterStatement: ResolverTypeWrapper<import("../models.ts").Models["RegisterStatement"]>;
  RemovePayoutAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemovePayoutAccountResult']>;
  RemoveTelephoneResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveTelephoneResult']>;
  RenewPartnershipResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RenewPartnershipResult']>;
  RenewalWindow: ResolverTypeWrapper<RenewalWindow>;
  RepaymentMethod: RepaymentMethod;
  ReplaceTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReplaceTransitCardResult']>;
  RepresentedSubject: ResolverTypeWrapper<import("../models.ts").Models["RepresentedSubject"]>;
  RequestConsentInput: RequestConsentInput;
  RequestConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestConsentResult']>;
  RequestedConsent: ResolverTypeWrapper<Omit<RequestedConsent, 'request'> & { request: ResolversTypes['ConsentRequest'] }>;
  ReviewNote: ResolverTypeWrapper<ReviewNote>;
  ReviewPartnerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviewPartnerResult']>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeAuthorityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeAuthorityResult']>;
  RevokeConsentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeConsentResult']>;
  RideCodeKey: ResolverTypeWrapper<RideCodeKey>;
  RideCodeUsed: ResolverTypeWrapper<import("../models.ts").Models["RideCodeUsed"]>;
  RideCredential: ResolverTypeWrapper<RideCredential>;
  Role: Role;
  RollOut: ResolverTypeWrapper<import("../models.ts").Models["RollOut"]>;
  RollOutChange: ResolverTypeWrapper<import("../models.ts").Models["RollOutChange"]>;
  RollOutChangeConnection: ResolverTypeWrapper<Omit<RollOutChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RollOutChangeEdge']> }>;
  RollOutChangeEdge: ResolverTypeWrapper<Omit<RollOutChangeEdge, 'node'> & { node: ResolversTypes['RollOutChange'] }>;
  RollOutStage: RollOutStage;
  RollOutStageOfRegion: ResolverTypeWrapper<import("../models.ts").Models["RollOutStageOfRegion"]>;
  RuleCheck: ResolverTypeWrapper<RuleCheck>;
  RuleCheckInput: RuleCheckInput;
  RuleOtherwise: RuleOtherwise;
  RulingOutcome: RulingOutcome;
  SameOfficer: ResolverTypeWrapper<import("../models.ts").Models["SameOfficer"]>;
  SampleReview: ResolverTypeWrapper<import("../models.ts").Models["SampleReview"]>;
  SampleReviewConnection: ResolverTypeWrapper<Omit<SampleReviewConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SampleReviewEdge']> }>;
  SampleReviewEdge: ResolverTypeWrapper<Omit<SampleReviewEdge, 'node'> & { node: ResolversTypes['SampleReview'] }>;
  SampleReviewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SampleReviewResult']>;
  SampleReviewStatus: SampleReviewStatus;
  SaveHallResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveHallResult']>;
  SaveServiceItemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveServiceItemResult']>;
  Scope: Scope;
  SecretNoLongerShown: ResolverTypeWrapper<import("../models.ts").Models["SecretNoLongerShown"]>;
  SendConfirmationCodeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SendConfirmationCodeResult']>;
  SentCode: ResolverTypeWrapper<import("../models.ts").Models["SentCode"]>;
  ServiceChannel: ServiceChannel;
  ServiceItem: ResolverTypeWrapper<import("../models.ts").Models["ServiceItem"]>;
  ServiceItemConnection: ResolverTypeWrapper<Omit<ServiceItemConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ServiceItemEdge']> }>;
  ServiceItemEdge: ResolverTypeWrapper<Omit<ServiceItemEdge, 'node'> & { node: ResolversTypes['ServiceItem'] }>;
  ServiceItemInput: ServiceItemInput;
  SetAutomaticPaymentInput: SetAutomaticPaymentInput;
  SetAutomaticPaymentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetAutomaticPaymentResult']>;
  SetBillerProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetBillerProfileResult']>;
  SetTelephoneResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetTelephoneResult']>;
  SetTransitOperatorProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetTransitOperatorProfileResult']>;
  SettledInterest: ResolverTypeWrapper<import("../models.ts").Models["SettledInterest"]>;
  SignedStatusList: ResolverTypeWrapper<SignedStatusList>;
  SiteFinding: ResolverTypeWrapper<SiteFinding>;
  SiteInspection: ResolverTypeWrapper<import("../models.ts").Models["SiteInspection"]>;
  SlotFull: ResolverTypeWrapper<import("../models.ts").Models["SlotFull"]>;
  SpecialDay: ResolverTypeWrapper<SpecialDay>;
  SpecialDayInput: SpecialDayInput;
  Stake: Stake;
  StartApplicationInput: StartApplicationInput;
  StatementConnection: ResolverTypeWrapper<Omit<StatementConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['StatementEdge']> }>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['StatementLine'] }>;
  StatementLine: ResolverTypeWrapper<import("../models.ts").Models["StatementLine"]>;
  StepProgress: ResolverTypeWrapper<import("../models.ts").Models["StepProgress"]>;
  StepState: StepState;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubjectKind: SubjectKind;
  SubmitBillResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitBillResult']>;
  SubmitTapResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitTapResult']>;
  Submitter: Submitter;
  TakeTicketInput: TakeTicketInput;
  TakeTicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TakeTicketResult']>;
  TapKind: TapKind;
  TapRowInput: TapRowInput;
  Tariff: ResolverTypeWrapper<import("../models.ts").Models["Tariff"]>;
  TariffCycle: TariffCycle;
  TariffSurcharge: ResolverTypeWrapper<import("../models.ts").Models["TariffSurcharge"]>;
  TariffTier: ResolverTypeWrapper<import("../models.ts").Models["TariffTier"]>;
  Telephone: ResolverTypeWrapper<import("../models.ts").Models["Telephone"]>;
  TextNotSent: ResolverTypeWrapper<import("../models.ts").Models["TextNotSent"]>;
  Ticket: ResolverTypeWrapper<import("../models.ts").Models["Ticket"]>;
  TicketOutcome: TicketOutcome;
  TicketResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TicketResult']>;
  TicketStatus: TicketStatus;
  TimeLimits: ResolverTypeWrapper<TimeLimits>;
  TimeOfUseBand: TimeOfUseBand;
  TimeOfUsePrices: ResolverTypeWrapper<import("../models.ts").Models["TimeOfUsePrices"]>;
  TimeOfUseUsage: TimeOfUseUsage;
  ToDo: ResolverTypeWrapper<import("../models.ts").Models["ToDo"]>;
  ToDoKind: ToDoKind;
  TooManyAttendances: ResolverTypeWrapper<import("../models.ts").Models["TooManyAttendances"]>;
  TooManyCodes: ResolverTypeWrapper<import("../models.ts").Models["TooManyCodes"]>;
  TooManyGuesses: ResolverTypeWrapper<import("../models.ts").Models["TooManyGuesses"]>;
  TopUpTransitCardInput: TopUpTransitCardInput;
  TopUpTransitCardResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TopUpTransitCardResult']>;
  TrailParty: TrailParty;
  TransitCard: ResolverTypeWrapper<import("../models.ts").Models["TransitCard"]>;
  TransitCardKind: TransitCardKind;
  TransitCardStatus: TransitCardStatus;
  TransitFare: ResolverTypeWrapper<import("../models.ts").Models["TransitFare"]>;
  TransitLeg: ResolverTypeWrapper<import("../models.ts").Models["TransitLeg"]>;
  TransitLine: ResolverTypeWrapper<import("../models.ts").Models["TransitLine"]>;
  TransitMode: TransitMode;
  TransitOperator: ResolverTypeWrapper<import("../models.ts").Models["TransitOperator"]>;
  TransitOperatorProfileInput: TransitOperatorProfileInput;
  TransitPass: ResolverTypeWrapper<import("../models.ts").Models["TransitPass"]>;
  TransitPrice: ResolverTypeWrapper<import("../models.ts").Models["TransitPrice"]>;
  TransitRoute: ResolverTypeWrapper<import("../models.ts").Models["TransitRoute"]>;
  TransitStation: ResolverTypeWrapper<import("../models.ts").Models["TransitStation"]>;
  TransitTrip: ResolverTypeWrapper<import("../models.ts").Models["TransitTrip"]>;
  TransitTripConnection: ResolverTypeWrapper<Omit<TransitTripConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['TransitTripEdge']> }>;
  TransitTripEdge: ResolverTypeWrapper<Omit<TransitTripEdge, 'node'> & { node: ResolversTypes['TransitTrip'] }>;
  TransitTripStatus: TransitTripStatus;
  TrialBalance: ResolverTypeWrapper<import("../models.ts").Models["TrialBalance"]>;
  TrialBalanceLine: ResolverTypeWrapper<import("../models.ts").Models["TrialBalanceLine"]>;
  UnbindUtilityAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnbindUtilityAccountResult']>;
  UploadLink: ResolverTypeWrapper<UploadLink>;
  UsageOfYear: ResolverTypeWrapper<import("../models.ts").Models["UsageOfYear"]>;
  UtilityAccount: ResolverTypeWrapper<import("../models.ts").Models["UtilityAccount"]>;
  UtilityKind: UtilityKind;
  UtilityQuote: ResolverTypeWrapper<import("../models.ts").Models["UtilityQuote"]>;
  UtilityUnit: UtilityUnit;
  VatRule: ResolverTypeWrapper<VatRule>;
  VatTreatment: VatTreatment;
  VerifyAuditTrailResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VerifyAuditTrailResult']>;
  Viewer: ResolverTypeWrapper<import("../models.ts").Models["Viewer"]>;
  Violation: ResolverTypeWrapper<import("../models.ts").Models["Violation"]>;
  WeeklyHours: ResolverTypeWrapper<WeeklyHours>;
  WeeklyHoursInput: WeeklyHoursInput;
  WorkflowStep: ResolverTypeWrapper<import("../models.ts").Models["WorkflowStep"]>;
  WorkflowStepInput: WorkflowStepInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddPayoutAccountInput: AddPayoutAccountInput;
  AddPayoutAccountResult: ResolversUnionTypes<ResolversParentTypes>['AddPayoutAccountResult'];
  AlreadyRecorded: import("../models.ts").Models["AlreadyRecorded"];
  AnswerDue: import("../models.ts").Models["AnswerDue"];
  ApiKey: import("../models.ts").Models["ApiKey"];
  Application: import("../models.ts").Models["Application"];
  ApplicationAppeal: import("../models.ts").Models["ApplicationAppeal"];
  ApplicationConfirmation: import("../models.ts").Models["ApplicationConfirmation"];
  ApplicationConnection: Omit<ApplicationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ApplicationEdge']> };
  ApplicationDecision: import("../models.ts").Models["ApplicationDecision"];
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplicationForInput: ApplicationForInput;
  ApplicationResult: ResolversUnionTypes<ResolversParentTypes>['ApplicationResult'];
  ApplicationRevocation: ApplicationRevocation;
  ApplicationRuling: import("../models.ts").Models["ApplicationRuling"];
  ApplicationSubject: import("../models.ts").Models["ApplicationSubject"];
  ApplicationVisits: ApplicationVisits;
  ApplyForPartnershipInput: ApplyForPartnershipInput;
  ApplyForPartnershipResult: ResolversUnionTypes<ResolversParentTypes>['ApplyForPartnershipResult'];
  Appointment: import("../models.ts").Models["Appointment"];
  AppointmentConnection: Omit<AppointmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AppointmentEdge']> };
  AppointmentEdge: Omit<AppointmentEdge, 'node'> & { node: ResolversParentTypes['Appointment'] };
  AppointmentResult: ResolversUnionTypes<ResolversParentTypes>['AppointmentResult'];
  ApprovalRule: ApprovalRule;
  ApprovalRuleInput: ApprovalRuleInput;
  Attendance: import("../models.ts").Models["Attendance"];
  AuditTrailConnection: Omit<AuditTrailConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AuditTrailEdge']> };
  AuditTrailEdge: Omit<AuditTrailEdge, 'node'> & { node: ResolversParentTypes['AuditTrailEntry'] };
  AuditTrailEntry: import("../models.ts").Models["AuditTrailEntry"];
  AuditTrailFinding: import("../models.ts").Models["AuditTrailFinding"];
  AuditTrailVerification: Omit<AuditTrailVerification, 'finding'> & { finding?: Maybe<ResolversParentTypes['AuditTrailFinding']> };
  Authority: import("../models.ts").Models["Authority"];
  AuthorityResult: ResolversUnionTypes<ResolversParentTypes>['AuthorityResult'];
  AutomaticPayment: import("../models.ts").Models["AutomaticPayment"];
  Bill: import("../models.ts").Models["Bill"];
  BillNotPayable: import("../models.ts").Models["BillNotPayable"];
  BillNumberTaken: import("../models.ts").Models["BillNumberTaken"];
  BillPayment: BillPayment;
  BillRating: import("../models.ts").Models["BillRating"];
  BillRowInput: BillRowInput;
  Biller: import("../models.ts").Models["Biller"];
  BillerProfileInput: BillerProfileInput;
  BindTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['BindTransitCardResult'];
  BindUtilityAccountInput: BindUtilityAccountInput;
  BindUtilityAccountResult: ResolversUnionTypes<ResolversParentTypes>['BindUtilityAccountResult'];
  BookAppointmentInput: BookAppointmentInput;
  BookingBlocked: import("../models.ts").Models["BookingBlocked"];
  Boolean: Scalars['Boolean']['output'];
  BrokenTransfer: BrokenTransfer;
  CallNextTicketResult: ResolversUnionTypes<ResolversParentTypes>['CallNextTicketResult'];
  CardBusy: import("../models.ts").Models["CardBusy"];
  CardInArrears: import("../models.ts").Models["CardInArrears"];
  CardReadInput: CardReadInput;
  CardReader: import("../models.ts").Models["CardReader"];
  CardReaderInput: CardReaderInput;
  CardReaderResult: ResolversUnionTypes<ResolversParentTypes>['CardReaderResult'];
  CaseClock: import("../models.ts").Models["CaseClock"];
  CaseEscalation: CaseEscalation;
  CaseFigures: import("../models.ts").Models["CaseFigures"];
  CaseFiguresResult: ResolversUnionTypes<ResolversParentTypes>['CaseFiguresResult'];
  CaseMaterial: import("../models.ts").Models["CaseMaterial"];
  CaseNote: import("../models.ts").Models["CaseNote"];
  CaseNoteConnection: Omit<CaseNoteConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CaseNoteEdge']> };
  CaseNoteEdge: Omit<CaseNoteEdge, 'node'> & { node: ResolversParentTypes['CaseNote'] };
  CaseNoteResult: ResolversUnionTypes<ResolversParentTypes>['CaseNoteResult'];
  ChangeBillResult: ResolversUnionTypes<ResolversParentTypes>['ChangeBillResult'];
  ChangeTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['ChangeTransitCardResult'];
  ChannelUnavailable: import("../models.ts").Models["ChannelUnavailable"];
  CheckPayoutAccountResult: ResolversUnionTypes<ResolversParentTypes>['CheckPayoutAccountResult'];
  CheckedInput: CheckedInput;
  CheckedRule: CheckedRule;
  ChecklistPoint: ChecklistPoint;
  ChecklistPointInput: ChecklistPointInput;
  Citizen: import("../models.ts").Models["Citizen"];
  ClockExtension: ClockExtension;
  ClockPause: import("../models.ts").Models["ClockPause"];
  CloseTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['CloseTransitCardResult'];
  Consent: import("../models.ts").Models["Consent"];
  ConsentRequest: import("../models.ts").Models["ConsentRequest"];
  CorrectTripInput: CorrectTripInput;
  CorrectTripResult: ResolversUnionTypes<ResolversParentTypes>['CorrectTripResult'];
  CorrectionInput: CorrectionInput;
  CorrectionNotice: import("../models.ts").Models["CorrectionNotice"];
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  DataAccess: Omit<DataAccess, 'office' | 'partner'> & { office?: Maybe<ResolversParentTypes['ReadingOffice']>, partner?: Maybe<ResolversParentTypes['PartnerName']> };
  DataAccessConnection: Omit<DataAccessConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DataAccessEdge']> };
  DataAccessEdge: Omit<DataAccessEdge, 'node'> & { node: ResolversParentTypes['DataAccess'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideConsentResult: ResolversUnionTypes<ResolversParentTypes>['DecideConsentResult'];
  Decimal: Scalars['Decimal']['output'];
  DelayComplaint: import("../models.ts").Models["DelayComplaint"];
  Department: Department;
  DepartmentInput: DepartmentInput;
  Deposit: Deposit;
  DeskConnection: Omit<DeskConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DeskEdge']> };
  DeskEdge: Omit<DeskEdge, 'node'> & { node: ResolversParentTypes['DeskEntry'] };
  DeskEntry: Omit<DeskEntry, 'application' | 'pause'> & { application: ResolversParentTypes['Application'], pause?: Maybe<ResolversParentTypes['ClockPause']> };
  DrawInspectionsInput: DrawInspectionsInput;
  DrawInspectionsResult: ResolversUnionTypes<ResolversParentTypes>['DrawInspectionsResult'];
  DuplicateApplication: import("../models.ts").Models["DuplicateApplication"];
  Employer: Employer;
  EnrolInspectorInput: EnrolInspectorInput;
  Enterprise: import("../models.ts").Models["Enterprise"];
  Evaluation: import("../models.ts").Models["Evaluation"];
  EvaluationAppeal: EvaluationAppeal;
  EvaluationCallBack: EvaluationCallBack;
  EvaluationConnection: Omit<EvaluationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EvaluationEdge']> };
  EvaluationEdge: Omit<EvaluationEdge, 'node'> & { node: ResolversParentTypes['Evaluation'] };
  EvaluationFigures: EvaluationFigures;
  EvaluationInput: EvaluationInput;
  EvaluationNote: EvaluationNote;
  EvaluationResult: ResolversUnionTypes<ResolversParentTypes>['EvaluationResult'];
  Fee: Fee;
  FeeInput: FeeInput;
  FileRejection: import("../models.ts").Models["FileRejection"];
  FilledMaterial: import("../models.ts").Models["FilledMaterial"];
  FindingInput: FindingInput;
  Float: Scalars['Float']['output'];
  FormIncomplete: import("../models.ts").Models["FormIncomplete"];
  FormProblem: import("../models.ts").Models["FormProblem"];
  GrantAuthorityInput: GrantAuthorityInput;
  GrantedConsent: Omit<GrantedConsent, 'consent'> & { consent: ResolversParentTypes['Consent'] };
  Hall: import("../models.ts").Models["Hall"];
  HallChange: HallChange;
  HallChangeConnection: HallChangeConnection;
  HallChangeEdge: HallChangeEdge;
  HallConnection: Omit<HallConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['HallEdge']> };
  HallEdge: Omit<HallEdge, 'node'> & { node: ResolversParentTypes['Hall'] };
  HallInput: HallInput;
  HallQueue: import("../models.ts").Models["HallQueue"];
  HallQueueInput: HallQueueInput;
  HallSlot: HallSlot;
  HallWindow: import("../models.ts").Models["HallWindow"];
  HallWindowInput: HallWindowInput;
  HandlingResult: ResolversUnionTypes<ResolversParentTypes>['HandlingResult'];
  HouseholdExtension: import("../models.ts").Models["HouseholdExtension"];
  HousingFundAccount: import("../models.ts").Models["HousingFundAccount"];
  HousingFundContribution: import("../models.ts").Models["HousingFundContribution"];
  HousingFundContributionConnection: Omit<HousingFundContributionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['HousingFundContributionEdge']> };
  HousingFundContributionEdge: Omit<HousingFundContributionEdge, 'node'> & { node: ResolversParentTypes['HousingFundContribution'] };
  HousingFundInterest: import("../models.ts").Models["HousingFundInterest"];
  HousingFundLoan: import("../models.ts").Models["HousingFundLoan"];
  HousingFundWithdrawal: import("../models.ts").Models["HousingFundWithdrawal"];
  ID: Scalars['ID']['output'];
  IdempotencyMismatch: import("../models.ts").Models["IdempotencyMismatch"];
  InspectionPlan: import("../models.ts").Models["InspectionPlan"];
  InspectionPlanConnection: Omit<InspectionPlanConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InspectionPlanEdge']> };
  InspectionPlanEdge: Omit<InspectionPlanEdge, 'node'> & { node: ResolversParentTypes['InspectionPlan'] };
  InspectionReportInput: InspectionReportInput;
  InspectionReportResult: ResolversUnionTypes<ResolversParentTypes>['InspectionReportResult'];
  InspectionResult: import("../models.ts").Models["InspectionResult"];
  InspectionResultConnection: Omit<InspectionResultConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InspectionResultEdge']> };
  InspectionResultEdge: Omit<InspectionResultEdge, 'node'> & { node: ResolversParentTypes['InspectionResult'] };
  Inspector: import("../models.ts").Models["Inspector"];
  InspectorConnection: Omit<InspectorConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InspectorEdge']> };
  InspectorEdge: Omit<InspectorEdge, 'node'> & { node: ResolversParentTypes['Inspector'] };
  InspectorRedraw: InspectorRedraw;
  InspectorResult: ResolversUnionTypes<ResolversParentTypes>['InspectorResult'];
  Instalment: import("../models.ts").Models["Instalment"];
  InstalmentConnection: Omit<InstalmentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InstalmentEdge']> };
  InstalmentEdge: Omit<InstalmentEdge, 'node'> & { node: ResolversParentTypes['Instalment'] };
  InsufficientFunds: import("../models.ts").Models["InsufficientFunds"];
  Int: Scalars['Int']['output'];
  InterestPeriod: import("../models.ts").Models["InterestPeriod"];
  InterestProjection: import("../models.ts").Models["InterestProjection"];
  InvalidInput: import("../models.ts").Models["InvalidInput"];
  IssueRideCredentialResult: ResolversUnionTypes<ResolversParentTypes>['IssueRideCredentialResult'];
  IssueTransitCardInput: IssueTransitCardInput;
  IssueTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['IssueTransitCardResult'];
  IssuedApiKey: Omit<IssuedApiKey, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  IssuedTransitCard: import("../models.ts").Models["IssuedTransitCard"];
  JSONObject: Scalars['JSONObject']['output'];
  Jurisdiction: Jurisdiction;
  KnownEntryInput: KnownEntryInput;
  LateFee: import("../models.ts").Models["LateFee"];
  LateFeeInput: LateFeeInput;
  LedgerAccount: import("../models.ts").Models["LedgerAccount"];
  LedgerDifference: LedgerDifference;
  LegalBasis: LegalBasis;
  LegalBasisInput: LegalBasisInput;
  Licence: import("../models.ts").Models["Licence"];
  LinkHeader: LinkHeader;
  LoanRate: LoanRate;
  LocalizedText: LocalizedText;
  LocalizedTextInput: LocalizedTextInput;
  MarkNotificationsReadResult: ResolversUnionTypes<ResolversParentTypes>['MarkNotificationsReadResult'];
  MarkedNotifications: Omit<MarkedNotifications, 'notifications'> & { notifications: ReadonlyArray<ResolversParentTypes['Notification']> };
  Material: Material;
  MaterialDownload: Omit<MaterialDownload, 'file'> & { file: ResolversParentTypes['MaterialFile'] };
  MaterialDownloadResult: ResolversUnionTypes<ResolversParentTypes>['MaterialDownloadResult'];
  MaterialFile: import("../models.ts").Models["MaterialFile"];
  MaterialFileResult: ResolversUnionTypes<ResolversParentTypes>['MaterialFileResult'];
  MaterialInput: MaterialInput;
  MaterialUpload: Omit<MaterialUpload, 'file'> & { file: ResolversParentTypes['MaterialFile'] };
  MaterialUploadInput: MaterialUploadInput;
  MaterialUploadResult: ResolversUnionTypes<ResolversParentTypes>['MaterialUploadResult'];
  MeterReadingInput: MeterReadingInput;
  Money: Scalars['Money']['output'];
  Month: Scalars['Month']['output'];
  Mutation: Record<PropertyKey, never>;
  NamedFault: NamedFault;
  NamedFaultInput: NamedFaultInput;
  NamedPersonInput: NamedPersonInput;
  NobodyWaits: import("../models.ts").Models["NobodyWaits"];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotAllowedNow: import("../models.ts").Models["NotAllowedNow"];
  NotFound: import("../models.ts").Models["NotFound"];
  NotPublishable: import("../models.ts").Models["NotPublishable"];
  NotRefundable: import("../models.ts").Models["NotRefundable"];
  Notification: import("../models.ts").Models["Notification"];
  NotificationConnection: Omit<NotificationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationEdge']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NumberTaken: import("../models.ts").Models["NumberTaken"];
  OpenDay: OpenDay;
  OpeningHours: OpeningHours;
  OpeningHoursInput: OpeningHoursInput;
  OperatedTrip: import("../models.ts").Models["OperatedTrip"];
  OrderPayoutResult: ResolversUnionTypes<ResolversParentTypes>['OrderPayoutResult'];
  OutsideJurisdiction: import("../models.ts").Models["OutsideJurisdiction"];
  OwnEnterprise: import("../models.ts").Models["OwnEnterprise"];
  PageInfo: PageInfo;
  PaidBill: PaidBill;
  Partner: import("../models.ts").Models["Partner"];
  PartnerConnection: Omit<PartnerConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PartnerEdge']> };
  PartnerContact: PartnerContact;
  PartnerContactInput: PartnerContactInput;
  PartnerEdge: Omit<PartnerEdge, 'node'> & { node: ResolversParentTypes['Partner'] };
  PartnerName: import("../models.ts").Models["PartnerName"];
  PayBillsInput: PayBillsInput;
  PayBillsResult: ResolversUnionTypes<ResolversParentTypes>['PayBillsResult'];
  PayableBills: import("../models.ts").Models["PayableBills"];
  PayableBillsResult: ResolversUnionTypes<ResolversParentTypes>['PayableBillsResult'];
  Payment: import("../models.ts").Models["Payment"];
  PaymentConnection: Omit<PaymentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PaymentEdge']> };
  PaymentEdge: Omit<PaymentEdge, 'node'> & { node: ResolversParentTypes['Payment'] };
  Payout: import("../models.ts").Models["Payout"];
  PayoutAccount: import("../models.ts").Models["PayoutAccount"];
  PayoutConnection: Omit<PayoutConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PayoutEdge']> };
  PayoutEdge: Omit<PayoutEdge, 'node'> & { node: ResolversParentTypes['Payout'] };
  PilotInput: PilotInput;
  PilotMeasures: Omit<PilotMeasures, 'pilot' | 'rest'> & { pilot: ResolversParentTypes['CaseFigures'], rest: ResolversParentTypes['CaseFigures'] };
  PilotMeasuresResult: ResolversUnionTypes<ResolversParentTypes>['PilotMeasuresResult'];
  PlannedInspection: import("../models.ts").Models["PlannedInspection"];
  PlannedInspectionConnection: Omit<PlannedInspectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PlannedInspectionEdge']> };
  PlannedInspectionEdge: Omit<PlannedInspectionEdge, 'node'> & { node: ResolversParentTypes['PlannedInspection'] };
  Principal: import("../models.ts").Models["Principal"];
  ProveTelephoneResult: ResolversUnionTypes<ResolversParentTypes>['ProveTelephoneResult'];
  PublishServiceItemResult: ResolversUnionTypes<ResolversParentTypes>['PublishServiceItemResult'];
  Query: Record<PropertyKey, never>;
  RatedTier: import("../models.ts").Models["RatedTier"];
  RatingLine: import("../models.ts").Models["RatingLine"];
  ReadingOffice: import("../models.ts").Models["ReadingOffice"];
  Receipt: import("../models.ts").Models["Receipt"];
  ReceiptLine: import("../models.ts").Models["ReceiptLine"];
  ReceiveResult: ResolversUnionTypes<ResolversParentTypes>['ReceiveResult'];
  ReceiveTicketResult: ResolversUnionTypes<ResolversParentTypes>['ReceiveTicketResult'];
  RecordDepositInput: RecordDepositInput;
  RecordDepositResult: ResolversUnionTypes<ResolversParentTypes>['RecordDepositResult'];
  RecordEnterpriseInput: RecordEnterpriseInput;
  RecordEnterpriseResult: ResolversUnionTypes<ResolversParentTypes>['RecordEnterpriseResult'];
  RecordPayoutInput: RecordPayoutInput;
  RecordPayoutResult: ResolversUnionTypes<ResolversParentTypes>['RecordPayoutResult'];
  RecordWrittenAuthorityInput: RecordWrittenAuthorityInput;
  RedrawInspectorResult: ResolversUnionTypes<ResolversParentTypes>['RedrawInspectorResult'];
  Refund: import("../models.ts").Models["Refund"];
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentResult: ResolversUnionTypes<ResolversParentTypes>['RefundPaymentResult'];
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RefusedConsent: Omit<RefusedConsent, 'request'> & { request: ResolversParentTypes['ConsentRequest'] };
  RegionCode: Scalars['RegionCode']['output'];
  RegionRollOutChange: Omit<RegionRollOutChange, 'from' | 'to'> & { from: ResolversParentTypes['RollOutStageOfRegion'], to: ResolversParentTypes['RollOutStageOfRegion'] };
  RegisterStatement: import("../models.ts").Models["RegisterStatement"];
  RemovePayoutAccountResult: ResolversUnionTypes<ResolversParentTypes>['RemovePayoutAccountResult'];
  RemoveTelephoneResult: ResolversUnionTypes<ResolversParentTypes>['RemoveTelephoneResult'];
  RenewPartnershipResult: ResolversUnionTypes<ResolversParentTypes>['RenewPartnershipResult'];
  RenewalWindow: RenewalWindow;
  ReplaceTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['ReplaceTransitCardResult'];
  RepresentedSubject: import("../models.ts").Models["RepresentedSubject"];
  RequestConsentInput: RequestConsentInput;
  RequestConsentResult: ResolversUnionTypes<ResolversParentTypes>['RequestConsentResult'];
  RequestedConsent: Omit<RequestedConsent, 'request'> & { request: ResolversParentTypes['ConsentRequest'] };
  ReviewNote: ReviewNote;
  ReviewPartnerResult: ResolversUnionTypes<ResolversParentTypes>['ReviewPartnerResult'];
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeAuthorityResult: ResolversUnionTypes<ResolversParentTypes>['RevokeAuthorityResult'];
  RevokeConsentResult: ResolversUnionTypes<ResolversParentTypes>['RevokeConsentResult'];
  RideCodeKey: RideCodeKey;
  RideCodeUsed: import("../models.ts").Models["RideCodeUsed"];
  RideCredential: RideCredential;
  RollOut: import("../models.ts").Models["RollOut"];
  RollOutChange: import("../models.ts").Models["RollOutChange"];
  RollOutChangeConnection: Omit<RollOutChangeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RollOutChangeEdge']> };
  RollOutChangeEdge: Omit<RollOutChangeEdge, 'node'> & { node: ResolversParentTypes['RollOutChange'] };
  RollOutStageOfRegion: import("../models.ts").Models["RollOutStageOfRegion"];
  RuleCheck: RuleCheck;
  RuleCheckInput: RuleCheckInput;
  SameOfficer: import("../models.ts").Models["SameOfficer"];
  SampleReview: import("../models.ts").Models["SampleReview"];
  SampleReviewConnection: Omit<SampleReviewConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SampleReviewEdge']> };
  SampleReviewEdge: Omit<SampleReviewEdge, 'node'> & { node: ResolversParentTypes['SampleReview'] };
  SampleReviewResult: ResolversUnionTypes<ResolversParentTypes>['SampleReviewResult'];
  SaveHallResult: ResolversUnionTypes<ResolversParentTypes>['SaveHallResult'];
  SaveServiceItemResult: ResolversUnionTypes<ResolversParentTypes>['SaveServiceItemResult'];
  SecretNoLongerShown: import("../models.ts").Models["SecretNoLongerShown"];
  SendConfirmationCodeResult: ResolversUnionTypes<ResolversParentTypes>['SendConfirmationCodeResult'];
  SentCode: import("../models.ts").Models["SentCode"];
  ServiceItem: import("../models.ts").Models["ServiceItem"];
  ServiceItemConnection: Omit<ServiceItemConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ServiceItemEdge']> };
  ServiceItemEdge: Omit<ServiceItemEdge, 'node'> & { node: ResolversParentTypes['ServiceItem'] };
  ServiceItemInput: ServiceItemInput;
  SetAutomaticPaymentInput: SetAutomaticPaymentInput;
  SetAutomaticPaymentResult: ResolversUnionTypes<ResolversParentTypes>['SetAutomaticPaymentResult'];
  SetBillerProfileResult: ResolversUnionTypes<ResolversParentTypes>['SetBillerProfileResult'];
  SetTelephoneResult: ResolversUnionTypes<ResolversParentTypes>['SetTelephoneResult'];
  SetTransitOperatorProfileResult: ResolversUnionTypes<ResolversParentTypes>['SetTransitOperatorProfileResult'];
  SettledInterest: import("../models.ts").Models["SettledInterest"];
  SignedStatusList: SignedStatusList;
  SiteFinding: SiteFinding;
  SiteInspection: import("../models.ts").Models["SiteInspection"];
  SlotFull: import("../models.ts").Models["SlotFull"];
  SpecialDay: SpecialDay;
  SpecialDayInput: SpecialDayInput;
  StartApplicationInput: StartApplicationInput;
  StatementConnection: Omit<StatementConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['StatementEdge']> };
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['StatementLine'] };
  StatementLine: import("../models.ts").Models["StatementLine"];
  StepProgress: import("../models.ts").Models["StepProgress"];
  String: Scalars['String']['output'];
  SubmitBillResult: ResolversUnionTypes<ResolversParentTypes>['SubmitBillResult'];
  SubmitTapResult: ResolversUnionTypes<ResolversParentTypes>['SubmitTapResult'];
  TakeTicketInput: TakeTicketInput;
  TakeTicketResult: ResolversUnionTypes<ResolversParentTypes>['TakeTicketResult'];
  TapRowInput: TapRowInput;
  Tariff: import("../models.ts").Models["Tariff"];
  TariffSurcharge: import("../models.ts").Models["TariffSurcharge"];
  TariffTier: import("../models.ts").Models["TariffTier"];
  Telephone: import("../models.ts").Models["Telephone"];
  TextNotSent: import("../models.ts").Models["TextNotSent"];
  Ticket: import("../models.ts").Models["Ticket"];
  TicketResult: ResolversUnionTypes<ResolversParentTypes>['TicketResult'];
  TimeLimits: TimeLimits;
  TimeOfUsePrices: import("../models.ts").Models["TimeOfUsePrices"];
  TimeOfUseUsage: TimeOfUseUsage;
  ToDo: import("../models.ts").Models["ToDo"];
  TooManyAttendances: import("../models.ts").Models["TooManyAttendances"];
  TooManyCodes: import("../models.ts").Models["TooManyCodes"];
  TooManyGuesses: import("../models.ts").Models["TooManyGuesses"];
  TopUpTransitCardInput: TopUpTransitCardInput;
  TopUpTransitCardResult: ResolversUnionTypes<ResolversParentTypes>['TopUpTransitCardResult'];
  TransitCard: import("../models.ts").Models["TransitCard"];
  TransitFare: import("../models.ts").Models["TransitFare"];
  TransitLeg: import("../models.ts").Models["TransitLeg"];
  TransitLine: import("../models.ts").Models["TransitLine"];
  TransitOperator: import("../models.ts").Models["TransitOperator"];
  TransitOperatorProfileInput: TransitOperatorProfileInput;
  TransitPass: import("../models.ts").Models["TransitPass"];
  TransitPrice: import("../models.ts").Models["TransitPrice"];
  TransitRoute: import("../models.ts").Models["TransitRoute"];
  TransitStation: import("../models.ts").Models["TransitStation"];
  TransitTrip: import("../models.ts").Models["TransitTrip"];
  TransitTripConnection: Omit<TransitTripConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['TransitTripEdge']> };
  TransitTripEdge: Omit<TransitTripEdge, 'node'> & { node: ResolversParentTypes['TransitTrip'] };
  TrialBalance: import("../models.ts").Models["TrialBalance"];
  TrialBalanceLine: import("../models.ts").Models["TrialBalanceLine"];
  UnbindUtilityAccountResult: ResolversUnionTypes<ResolversParentTypes>['UnbindUtilityAccountResult'];
  UploadLink: UploadLink;
  UsageOfYear: import("../models.ts").Models["UsageOfYear"];
  UtilityAccount: import("../models.ts").Models["UtilityAccount"];
  UtilityQuote: import("../models.ts").Models["UtilityQuote"];
  VatRule: VatRule;
  VerifyAuditTrailResult: ResolversUnionTypes<ResolversParentTypes>['VerifyAuditTrailResult'];
  Viewer: import("../models.ts").Models["Viewer"];
  Violation: import("../models.ts").Models["Violation"];
  WeeklyHours: WeeklyHours;
  WeeklyHoursInput: WeeklyHoursInput;
  WorkflowStep: import("../models.ts").Models["WorkflowStep"];
  WorkflowStepInput: WorkflowStepInput;
};

export type AccessDirectiveArgs = {
  roles?: Maybe<ReadonlyArray<Role>>;
  scopes?: Maybe<ReadonlyArray<Scope>>;
  to: ReadonlyArray<Caller>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = Context, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  calls?: Maybe<Scalars['Float']['input']>;
  cpuMs?: Maybe<Scalars['Float']['input']>;
  eachRegionIn?: Maybe<Scalars['String']['input']>;
  eachRow?: Maybe<Scalars['String']['input']>;
  given?: Maybe<Scalars['String']['input']>;
  size?: Maybe<Scalars['Int']['input']>;
  without?: Maybe<Scalars['String']['input']>;
  writes?: Maybe<Scalars['Float']['input']>;
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LengthDirectiveArgs = {
  max: Scalars['Int']['input'];
};

export type LengthDirectiveResolver<Result, Parent, ContextType = Context, Args = LengthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PersonalDirectiveArgs = { };

export type PersonalDirectiveResolver<Result, Parent, ContextType = Context, Args = PersonalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddPayoutAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddPayoutAccountResult'] = ResolversParentTypes['AddPayoutAccountResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'PayoutAccount' | 'TooManyGuesses', ParentType, ContextType>;
};

export type AlreadyRecordedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyRecorded'] = ResolversParentTypes['AlreadyRecorded']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deposit?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AnswerDueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerDue'] = ResolversParentTypes['AnswerDue']> = {
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isProvisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  networks?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApiKeyStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  answer?: Resolver<ResolversTypes['AnswerDue'], ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['ApplicationAppeal']>, ParentType, ContextType>;
  auditTrail?: Resolver<Maybe<ResolversTypes['AuditTrailConnection']>, ParentType, ContextType, RequireFields<ApplicationAuditTrailArgs, 'first'>>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['ApplicantCapacity'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ApplicationChannel'], ParentType, ContextType>;
  clock?: Resolver<ResolversTypes['CaseClock'], ParentType, ContextType>;
  complaints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DelayComplaint']>>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ApplicationConfirmation']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['CorrectionNotice']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ApplicationDecision']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duplicateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  evaluations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Evaluation']>>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SiteInspection']>>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType>;
  materials?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CaseMaterial']>>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['CaseNoteConnection']>, ParentType, ContextType, RequireFields<ApplicationNotesArgs, 'first'>>;
  partner?: Resolver<Maybe<ResolversTypes['PartnerName']>, ParentType, ContextType>;
  payoutAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PayoutAccount']>>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['FormProblem']>, ParentType, ContextType>;
  progress?: Resolver<ReadonlyArray<ResolversTypes['StepProgress']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  revocation?: Resolver<Maybe<ResolversTypes['ApplicationRevocation']>, ParentType, ContextType>;
  ruling?: Resolver<Maybe<ResolversTypes['ApplicationRuling']>, ParentType, ContextType>;
  rulingReview?: Resolver<Maybe<ResolversTypes['SampleReview']>, ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['RollOutStage'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ApplicationSubject'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['ApplicationVisits'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApplicationAppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationAppeal'] = ResolversParentTypes['ApplicationAppeal']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['AppealOutcome']>, ParentType, ContextType>;
  overdueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationConfirmationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationConfirmation'] = ResolversParentTypes['ApplicationConfirmation']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Submitter'], ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['ConfirmationMeans']>, ParentType, ContextType>;
  payoutAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PayoutAccount']>>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApplicationDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationDecision'] = ResolversParentTypes['ApplicationDecision']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DecisionOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
};

export type ApplicationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationResult'] = ResolversParentTypes['ApplicationResult']> = {
  __resolveType: TypeResolveFn<'Application' | 'DuplicateApplication' | 'FormIncomplete' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type ApplicationRevocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationRevocation'] = ResolversParentTypes['ApplicationRevocation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationRulingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationRuling'] = ResolversParentTypes['ApplicationRuling']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  checks?: Resolver<ReadonlyArray<ResolversTypes['CheckedRule']>, ParentType, ContextType>;
  isSampled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RulingOutcome'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicationSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationSubject'] = ResolversParentTypes['ApplicationSubject']> = {
  creditCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SubjectKind'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApplicationVisitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationVisits'] = ResolversParentTypes['ApplicationVisits']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplyForPartnershipResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplyForPartnershipResult'] = ResolversParentTypes['ApplyForPartnershipResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'Partner', ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hall?: Resolver<ResolversTypes['Hall'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AppointmentStatus'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppointmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentConnection'] = ResolversParentTypes['AppointmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppointmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AppointmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentEdge'] = ResolversParentTypes['AppointmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Appointment'], ParentType, ContextType>;
};

export type AppointmentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointmentResult'] = ResolversParentTypes['AppointmentResult']> = {
  __resolveType: TypeResolveFn<'Appointment' | 'BookingBlocked' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'SlotFull', ParentType, ContextType>;
};

export type ApprovalRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalRule'] = ResolversParentTypes['ApprovalRule']> = {
  checks?: Resolver<ReadonlyArray<ResolversTypes['RuleCheck']>, ParentType, ContextType>;
  samplePercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttendanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attendance'] = ResolversParentTypes['Attendance']> = {
  applications?: Resolver<ReadonlyArray<ResolversTypes['Application']>, ParentType, ContextType, Partial<AttendanceApplicationsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  payoutAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PayoutAccount']>>, ParentType, ContextType>;
  represents?: Resolver<ReadonlyArray<ResolversTypes['RepresentedSubject']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditTrailConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditTrailConnection'] = ResolversParentTypes['AuditTrailConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditTrailEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditTrailEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditTrailEdge'] = ResolversParentTypes['AuditTrailEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditTrailEntry'], ParentType, ContextType>;
};

export type AuditTrailEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditTrailEntry'] = ResolversParentTypes['AuditTrailEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['TrailParty'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditTrailFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditTrailFinding'] = ResolversParentTypes['AuditTrailFinding']> = {
  kind?: Resolver<ResolversTypes['AuditFindingKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditTrailVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditTrailVerification'] = ResolversParentTypes['AuditTrailVerification']> = {
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['AuditTrailFinding']>, ParentType, ContextType>;
  isIntact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  agentMaskedIdNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  agentName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AuthorityStatus'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityResult'] = ResolversParentTypes['AuthorityResult']> = {
  __resolveType: TypeResolveFn<'Authority' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type AutomaticPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AutomaticPayment'] = ResolversParentTypes['AutomaticPayment']> = {
  ceiling?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PaymentChannel'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bill'] = ResolversParentTypes['Bill']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  biller?: Resolver<Maybe<ResolversTypes['Biller']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  payments?: Resolver<ReadonlyArray<ResolversTypes['BillPayment']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['BillRating']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BillStatus'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BillNotPayableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillNotPayable'] = ResolversParentTypes['BillNotPayable']> = {
  bill?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BillNumberTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillNumberTaken'] = ResolversParentTypes['BillNumberTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BillPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillPayment'] = ResolversParentTypes['BillPayment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BillRatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillRating'] = ResolversParentTypes['BillRating']> = {
  householdClass?: Resolver<ResolversTypes['HouseholdClass'], ParentType, ContextType>;
  householdSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['RatingLine']>, ParentType, ContextType>;
  tariffFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  usedBefore?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type BillerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Biller'] = ResolversParentTypes['Biller']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['UtilityKind'], ParentType, ContextType>;
  lateFee?: Resolver<Maybe<ResolversTypes['LateFee']>, ParentType, ContextType>;
  lookup?: Resolver<ResolversTypes['BillerLookup'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partPayments?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BindTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BindTransitCardResult'] = ResolversParentTypes['BindTransitCardResult']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'TooManyGuesses' | 'TransitCard', ParentType, ContextType>;
};

export type BindUtilityAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BindUtilityAccountResult'] = ResolversParentTypes['BindUtilityAccountResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'TooManyGuesses' | 'UtilityAccount', ParentType, ContextType>;
};

export type BookingBlockedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingBlocked'] = ResolversParentTypes['BookingBlocked']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BrokenTransferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrokenTransfer'] = ResolversParentTypes['BrokenTransfer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['BrokenTransferKind'], ParentType, ContextType>;
};

export type CallNextTicketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CallNextTicketResult'] = ResolversParentTypes['CallNextTicketResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NobodyWaits' | 'NotAllowedNow' | 'NotFound' | 'OutsideJurisdiction' | 'Ticket', ParentType, ContextType>;
};

export type CardBusyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardBusy'] = ResolversParentTypes['CardBusy']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CardInArrearsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardInArrears'] = ResolversParentTypes['CardInArrears']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CardReaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardReader'] = ResolversParentTypes['CardReader']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CardReaderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CardReaderResult'] = ResolversParentTypes['CardReaderResult']> = {
  __resolveType: TypeResolveFn<'Hall' | 'InvalidInput' | 'NotFound' | 'OutsideJurisdiction', ParentType, ContextType>;
};

export type CaseClockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseClock'] = ResolversParentTypes['CaseClock']> = {
  acceptedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['ClockExtension']>, ParentType, ContextType>;
  isDeemedAccepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pauses?: Resolver<ReadonlyArray<ResolversTypes['ClockPause']>, ParentType, ContextType>;
  promisedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  promisedWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  statutoryOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  statutoryWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  warningOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CaseEscalationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEscalation'] = ResolversParentTypes['CaseEscalation']> = {
  reason?: Resolver<ResolversTypes['EscalationReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CaseFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseFigures'] = ResolversParentTypes['CaseFigures']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  approved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  becameOverdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complaints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decidedByRule?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decidedInPromisedTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decidedInStatutoryTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deemedAccepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evaluations?: Resolver<ResolversTypes['EvaluationFigures'], ParentType, ContextType>;
  medianWorkingDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shareDecidedByRule?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  visitsAbovePromise?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseFiguresResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseFiguresResult'] = ResolversParentTypes['CaseFiguresResult']> = {
  __resolveType: TypeResolveFn<'CaseFigures' | 'InvalidInput' | 'OutsideJurisdiction', ParentType, ContextType>;
};

export type CaseMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseMaterial'] = ResolversParentTypes['CaseMaterial']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['MaterialFile']>, ParentType, ContextType>;
  filled?: Resolver<Maybe<ResolversTypes['FilledMaterial']>, ParentType, ContextType>;
  isEditable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MaterialState'], ParentType, ContextType>;
};

export type CaseNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNote'] = ResolversParentTypes['CaseNote']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  inReplyTo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CaseNoteKind'], ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseNoteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNoteConnection'] = ResolversParentTypes['CaseNoteConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseNoteEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CaseNoteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNoteEdge'] = ResolversParentTypes['CaseNoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CaseNote'], ParentType, ContextType>;
};

export type CaseNoteResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseNoteResult'] = ResolversParentTypes['CaseNoteResult']> = {
  __resolveType: TypeResolveFn<'CaseNote' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type ChangeBillResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeBillResult'] = ResolversParentTypes['ChangeBillResult']> = {
  __resolveType: TypeResolveFn<'Bill' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type ChangeTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeTransitCardResult'] = ResolversParentTypes['ChangeTransitCardResult']> = {
  __resolveType: TypeResolveFn<'NotAllowedNow' | 'NotFound' | 'TransitCard', ParentType, ContextType>;
};

export type ChannelUnavailableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelUnavailable'] = ResolversParentTypes['ChannelUnavailable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CheckPayoutAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckPayoutAccountResult'] = ResolversParentTypes['CheckPayoutAccountResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'PayoutAccount' | 'TooManyGuesses', ParentType, ContextType>;
};

export type CheckedInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckedInput'] = ResolversParentTypes['CheckedInput']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckedRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckedRule'] = ResolversParentTypes['CheckedRule']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  inputs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CheckedInput']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['CheckResult'], ParentType, ContextType>;
};

export type ChecklistPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChecklistPoint'] = ResolversParentTypes['ChecklistPoint']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  critical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen']> = {
  accesses?: Resolver<Maybe<ResolversTypes['DataAccessConnection']>, ParentType, ContextType, RequireFields<CitizenAccessesArgs, 'first'>>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<CitizenApplicationsArgs, 'first'>>;
  appointments?: Resolver<Maybe<ResolversTypes['AppointmentConnection']>, ParentType, ContextType, RequireFields<CitizenAppointmentsArgs, 'first'>>;
  authorities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Authority']>>, ParentType, ContextType>;
  bills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Bill']>>, ParentType, ContextType, Partial<CitizenBillsArgs>>;
  consents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Consent']>>, ParentType, ContextType>;
  enterprises?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Enterprise']>>, ParentType, ContextType>;
  housingFund?: Resolver<Maybe<ResolversTypes['HousingFundAccount']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedIdNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<CitizenNotificationsArgs, 'first' | 'unreadOnly'>>;
  partners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Partner']>>, ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<CitizenPaymentsArgs, 'first'>>;
  payoutAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PayoutAccount']>>, ParentType, ContextType>;
  principals?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Principal']>>, ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['Telephone']>, ParentType, ContextType>;
  todo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ToDo']>>, ParentType, ContextType, RequireFields<CitizenTodoArgs, 'first'>>;
  transitCards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TransitCard']>>, ParentType, ContextType>;
  upcomingAppointments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Appointment']>>, ParentType, ContextType>;
  utilityAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UtilityAccount']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClockExtensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClockExtension'] = ResolversParentTypes['ClockExtension']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClockPauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClockPause'] = ResolversParentTypes['ClockPause']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PauseReason'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CloseTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseTransitCardResult'] = ResolversParentTypes['CloseTransitCardResult']> = {
  __resolveType: TypeResolveFn<'CardBusy' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'TransitCard', ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['PartnerName'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentRequest'] = ResolversParentTypes['ConsentRequest']> = {
  answerBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  citizenRef?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grantedScopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['PartnerName'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentRequestStatus'], ParentType, ContextType>;
};

export type CorrectTripResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectTripResult'] = ResolversParentTypes['CorrectTripResult']> = {
  __resolveType: TypeResolveFn<'CardInArrears' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'OperatedTrip', ParentType, ContextType>;
};

export type CorrectionNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionNotice'] = ResolversParentTypes['CorrectionNotice']> = {
  answerBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['NamedFault']>, ParentType, ContextType>;
  materials?: Resolver<ReadonlyArray<ResolversTypes['NamedFault']>, ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'IssuedApiKey' | 'NotAllowedNow' | 'NotFound' | 'SecretNoLongerShown', ParentType, ContextType>;
};

export type DataAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccess'] = ResolversParentTypes['DataAccess']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['ReadingOffice']>, ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['PartnerName']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
};

export type DataAccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessConnection'] = ResolversParentTypes['DataAccessConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DataAccessEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DataAccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataAccessEdge'] = ResolversParentTypes['DataAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataAccess'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideConsentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideConsentResult'] = ResolversParentTypes['DecideConsentResult']> = {
  __resolveType: TypeResolveFn<'GrantedConsent' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'RefusedConsent', ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DelayComplaintResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DelayComplaint'] = ResolversParentTypes['DelayComplaint']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type DepositResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deposit'] = ResolversParentTypes['Deposit']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bankReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskConnection'] = ResolversParentTypes['DeskConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeskEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskEdge'] = ResolversParentTypes['DeskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeskEntry'], ParentType, ContextType>;
};

export type DeskEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeskEntry'] = ResolversParentTypes['DeskEntry']> = {
  application?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  claimedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  escalations?: Resolver<ReadonlyArray<ResolversTypes['CaseEscalation']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pause?: Resolver<Maybe<ResolversTypes['ClockPause']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DrawInspectionsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DrawInspectionsResult'] = ResolversParentTypes['DrawInspectionsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InspectionPlan' | 'InvalidInput', ParentType, ContextType>;
};

export type DuplicateApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DuplicateApplication'] = ResolversParentTypes['DuplicateApplication']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ReadonlyArray<ResolversTypes['Application']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer']> = {
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise']> = {
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<EnterpriseApplicationsArgs, 'first'>>;
  authorities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Authority']>>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['ApplicantCapacity']>, ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  legalRepresentative?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Licence']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Partner']>>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['EnterpriseStanding'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation']> = {
  appeal?: Resolver<Maybe<ResolversTypes['EvaluationAppeal']>, ParentType, ContextType>;
  application?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  callBack?: Resolver<Maybe<ResolversTypes['EvaluationCallBack']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['EvaluationLevel'], ParentType, ContextType>;
  measures?: Resolver<Maybe<ResolversTypes['EvaluationNote']>, ParentType, ContextType>;
  overdueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EvaluationStatus'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['EvaluationTag']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EvaluationAppealResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationAppeal'] = ResolversParentTypes['EvaluationAppeal']> = {
  answer?: Resolver<Maybe<ResolversTypes['EvaluationNote']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvaluationCallBackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationCallBack'] = ResolversParentTypes['EvaluationCallBack']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isSatisfied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvaluationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationConnection'] = ResolversParentTypes['EvaluationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EvaluationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EvaluationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationEdge'] = ResolversParentTypes['EvaluationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Evaluation'], ParentType, ContextType>;
};

export type EvaluationFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationFigures'] = ResolversParentTypes['EvaluationFigures']> = {
  basicallySatisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dissatisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  putRightLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  veryDissatisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  verySatisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationNote'] = ResolversParentTypes['EvaluationNote']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvaluationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EvaluationResult'] = ResolversParentTypes['EvaluationResult']> = {
  __resolveType: TypeResolveFn<'Evaluation' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type FeeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fee'] = ResolversParentTypes['Fee']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FileRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FileRejection'] = ResolversParentTypes['FileRejection']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FilledMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilledMaterial'] = ResolversParentTypes['FilledMaterial']> = {
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['HeldSource'], ParentType, ContextType>;
  statedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FormIncompleteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormIncomplete'] = ResolversParentTypes['FormIncomplete']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['FormProblem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormProblem'] = ResolversParentTypes['FormProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GrantedConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantedConsent'] = ResolversParentTypes['GrantedConsent']> = {
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hall'] = ResolversParentTypes['Hall']> = {
  address?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  cardReaders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CardReader']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  followsCalendar?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['HallChangeConnection']>, ParentType, ContextType, RequireFields<HallHistoryArgs, 'first'>>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  openDays?: Resolver<ReadonlyArray<ResolversTypes['OpenDay']>, ParentType, ContextType>;
  queues?: Resolver<ReadonlyArray<ResolversTypes['HallQueue']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  slotMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slots?: Resolver<ReadonlyArray<ResolversTypes['HallSlot']>, ParentType, ContextType, RequireFields<HallSlotsArgs, 'day' | 'item'>>;
  specialDays?: Resolver<ReadonlyArray<ResolversTypes['SpecialDay']>, ParentType, ContextType>;
  weeklyHours?: Resolver<ReadonlyArray<ResolversTypes['WeeklyHours']>, ParentType, ContextType>;
  windows?: Resolver<ReadonlyArray<ResolversTypes['HallWindow']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HallChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallChange'] = ResolversParentTypes['HallChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HallChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallChangeConnection'] = ResolversParentTypes['HallChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HallChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HallChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallChangeEdge'] = ResolversParentTypes['HallChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HallChange'], ParentType, ContextType>;
};

export type HallConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallConnection'] = ResolversParentTypes['HallConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HallEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HallEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallEdge'] = ResolversParentTypes['HallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Hall'], ParentType, ContextType>;
};

export type HallQueueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallQueue'] = ResolversParentTypes['HallQueue']> = {
  departments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  letter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  slotCapacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HallSlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallSlot'] = ResolversParentTypes['HallSlot']> = {
  free?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HallWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HallWindow'] = ResolversParentTypes['HallWindow']> = {
  calls?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queues?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HandlingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HandlingResult'] = ResolversParentTypes['HandlingResult']> = {
  __resolveType: TypeResolveFn<'Application' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type HouseholdExtensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HouseholdExtension'] = ResolversParentTypes['HouseholdExtension']> = {
  first?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  further?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type HousingFundAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundAccount'] = ResolversParentTypes['HousingFundAccount']> = {
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balanceOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  contributionBase?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  contributions?: Resolver<Maybe<ResolversTypes['HousingFundContributionConnection']>, ParentType, ContextType, RequireFields<HousingFundAccountContributionsArgs, 'first'>>;
  employeeRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employer?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  employerRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['HousingFundInterest'], ParentType, ContextType>;
  loans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HousingFundLoan']>>, ParentType, ContextType>;
  openedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HousingFundStatus'], ParentType, ContextType>;
  withdrawals?: Resolver<ReadonlyArray<ResolversTypes['HousingFundWithdrawal']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HousingFundContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundContribution'] = ResolversParentTypes['HousingFundContribution']> = {
  employee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  employer?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type HousingFundContributionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundContributionConnection'] = ResolversParentTypes['HousingFundContributionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HousingFundContributionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HousingFundContributionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundContributionEdge'] = ResolversParentTypes['HousingFundContributionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HousingFundContribution'], ParentType, ContextType>;
};

export type HousingFundInterestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundInterest'] = ResolversParentTypes['HousingFundInterest']> = {
  projection?: Resolver<Maybe<ResolversTypes['InterestProjection']>, ParentType, ContextType>;
  settled?: Resolver<ReadonlyArray<ResolversTypes['SettledInterest']>, ParentType, ContextType>;
};

export type HousingFundLoanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundLoan'] = ResolversParentTypes['HousingFundLoan']> = {
  home?: Resolver<ResolversTypes['HomeRank'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instalmentPlan?: Resolver<Maybe<ResolversTypes['InstalmentConnection']>, ParentType, ContextType, RequireFields<HousingFundLoanInstalmentPlanArgs, 'first'>>;
  method?: Resolver<ResolversTypes['RepaymentMethod'], ParentType, ContextType>;
  outstanding?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  outstandingOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['LoanRate']>, ParentType, ContextType>;
  startedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  termMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HousingFundWithdrawalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFundWithdrawal'] = ResolversParentTypes['HousingFundWithdrawal']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['HousingFundWithdrawalReason'], ParentType, ContextType>;
  takenBackOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type IdempotencyMismatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyMismatch'] = ResolversParentTypes['IdempotencyMismatch']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InspectionPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionPlan'] = ResolversParentTypes['InspectionPlan']> = {
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  drawn?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  drawnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  drawnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frame?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  frameDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  frameSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  seed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seedDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InspectionPlanConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionPlanConnection'] = ResolversParentTypes['InspectionPlanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InspectionPlanEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InspectionPlanEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionPlanEdge'] = ResolversParentTypes['InspectionPlanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InspectionPlan'], ParentType, ContextType>;
};

export type InspectionReportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionReportResult'] = ResolversParentTypes['InspectionReportResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'PlannedInspection', ParentType, ContextType>;
};

export type InspectionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionResult'] = ResolversParentTypes['InspectionResult']> = {
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inspectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  licenceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RandomInspectionOutcome'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  planTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rectifyBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
};

export type InspectionResultConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionResultConnection'] = ResolversParentTypes['InspectionResultConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InspectionResultEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InspectionResultEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionResultEdge'] = ResolversParentTypes['InspectionResultEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InspectionResult'], ParentType, ContextType>;
};

export type InspectorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Inspector'] = ResolversParentTypes['Inspector']> = {
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  interests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  regionPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InspectorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectorConnection'] = ResolversParentTypes['InspectorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InspectorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InspectorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectorEdge'] = ResolversParentTypes['InspectorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Inspector'], ParentType, ContextType>;
};

export type InspectorRedrawResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectorRedraw'] = ResolversParentTypes['InspectorRedraw']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspector?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  passedOver?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replaced?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InspectorResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectorResult'] = ResolversParentTypes['InspectorResult']> = {
  __resolveType: TypeResolveFn<'Inspector' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type InstalmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Instalment'] = ResolversParentTypes['Instalment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outstandingAfter?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type InstalmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstalmentConnection'] = ResolversParentTypes['InstalmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InstalmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InstalmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InstalmentEdge'] = ResolversParentTypes['InstalmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Instalment'], ParentType, ContextType>;
};

export type InsufficientFundsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientFunds'] = ResolversParentTypes['InsufficientFunds']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  spendable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InterestPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InterestPeriod'] = ResolversParentTypes['InterestPeriod']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type InterestProjectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InterestProjection'] = ResolversParentTypes['InterestProjection']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  dayBasis?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formula?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['InterestPeriod']>, ParentType, ContextType>;
  settlesOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueRideCredentialResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueRideCredentialResult'] = ResolversParentTypes['IssueRideCredentialResult']> = {
  __resolveType: TypeResolveFn<'CardBusy' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'RideCredential', ParentType, ContextType>;
};

export type IssueTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTransitCardResult'] = ResolversParentTypes['IssueTransitCardResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'IssuedTransitCard' | 'TransitCard', ParentType, ContextType>;
};

export type IssuedApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssuedApiKey'] = ResolversParentTypes['IssuedApiKey']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssuedTransitCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssuedTransitCard'] = ResolversParentTypes['IssuedTransitCard']> = {
  bindingCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransitCardKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type JurisdictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Jurisdiction'] = ResolversParentTypes['Jurisdiction']> = {
  departments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  regionPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LateFeeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LateFee'] = ResolversParentTypes['LateFee']> = {
  capPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  graceDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perMille?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type LedgerAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerAccount'] = ResolversParentTypes['LedgerAccount']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerAccountKind'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, RequireFields<LedgerAccountStatementArgs, 'first' | 'month'>>;
};

export type LedgerDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LedgerDifference'] = ResolversParentTypes['LedgerDifference']> = {
  partition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recomputed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['LedgerDifferenceKind'], ParentType, ContextType>;
};

export type LegalBasisResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LegalBasis'] = ResolversParentTypes['LegalBasis']> = {
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  law?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence']> = {
  activities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  businessForm?: Resolver<ResolversTypes['BusinessForm'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  premises?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  renewal?: Resolver<Maybe<ResolversTypes['RenewalWindow']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenceStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type LinkHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkHeader'] = ResolversParentTypes['LinkHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LoanRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoanRate'] = ResolversParentTypes['LoanRate']> = {
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type LocalizedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalizedText'] = ResolversParentTypes['LocalizedText']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MarkNotificationsReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadResult'] = ResolversParentTypes['MarkNotificationsReadResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'MarkedNotifications' | 'NotFound', ParentType, ContextType>;
};

export type MarkedNotificationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkedNotifications'] = ResolversParentTypes['MarkedNotifications']> = {
  notifications?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filledBy?: Resolver<Maybe<ResolversTypes['HeldRecord']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  replacedByLicence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MaterialDownloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialDownload'] = ResolversParentTypes['MaterialDownload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['MaterialFile'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialDownloadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialDownloadResult'] = ResolversParentTypes['MaterialDownloadResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'MaterialDownload' | 'NotFound', ParentType, ContextType>;
};

export type MaterialFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialFile'] = ResolversParentTypes['MaterialFile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['FileRejection']>, ParentType, ContextType>;
  replacedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FileStatus'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FileType'], ParentType, ContextType>;
  uploadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialFileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialFileResult'] = ResolversParentTypes['MaterialFileResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'MaterialFile' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type MaterialUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialUpload'] = ResolversParentTypes['MaterialUpload']> = {
  file?: Resolver<ResolversTypes['MaterialFile'], ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['UploadLink']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialUploadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialUploadResult'] = ResolversParentTypes['MaterialUploadResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'MaterialUpload' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export interface MoneyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Money'], any> {
  name: 'Money';
}

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationAcceptApplicationArgs, 'id'>>;
  addCardReader?: Resolver<Maybe<ResolversTypes['CardReaderResult']>, ParentType, ContextType, RequireFields<MutationAddCardReaderArgs, 'input' | 'reason'>>;
  addPayoutAccount?: Resolver<Maybe<ResolversTypes['AddPayoutAccountResult']>, ParentType, ContextType, RequireFields<MutationAddPayoutAccountArgs, 'input'>>;
  amendBill?: Resolver<Maybe<ResolversTypes['ChangeBillResult']>, ParentType, ContextType, RequireFields<MutationAmendBillArgs, 'amount' | 'dueOn' | 'number'>>;
  answerAppeal?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationAnswerAppealArgs, 'answer' | 'id' | 'outcome'>>;
  answerComplaint?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationAnswerComplaintArgs, 'answer' | 'id'>>;
  answerEvaluationAppeal?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationAnswerEvaluationAppealArgs, 'answer' | 'id' | 'outcome'>>;
  answerObjection?: Resolver<Maybe<ResolversTypes['SampleReviewResult']>, ParentType, ContextType, RequireFields<MutationAnswerObjectionArgs, 'answer' | 'id'>>;
  appealDecision?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationAppealDecisionArgs, 'id' | 'reason'>>;
  appealEvaluation?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationAppealEvaluationArgs, 'id' | 'reason'>>;
  applyForPartnership?: Resolver<Maybe<ResolversTypes['ApplyForPartnershipResult']>, ParentType, ContextType, RequireFields<MutationApplyForPartnershipArgs, 'idempotencyKey' | 'input'>>;
  appointInspectors?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationAppointInspectorsArgs, 'id' | 'inspectors' | 'step'>>;
  approveApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationApproveApplicationArgs, 'id' | 'reason'>>;
  approvePartner?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationApprovePartnerArgs, 'id' | 'reason' | 'scopes'>>;
  assignEvaluation?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationAssignEvaluationArgs, 'id' | 'to'>>;
  bindTransitCard?: Resolver<Maybe<ResolversTypes['BindTransitCardResult']>, ParentType, ContextType, RequireFields<MutationBindTransitCardArgs, 'bindingCode' | 'number'>>;
  bindUtilityAccount?: Resolver<Maybe<ResolversTypes['BindUtilityAccountResult']>, ParentType, ContextType, RequireFields<MutationBindUtilityAccountArgs, 'input'>>;
  bookAppointment?: Resolver<Maybe<ResolversTypes['AppointmentResult']>, ParentType, ContextType, RequireFields<MutationBookAppointmentArgs, 'idempotencyKey' | 'input'>>;
  callNextTicket?: Resolver<Maybe<ResolversTypes['CallNextTicketResult']>, ParentType, ContextType, RequireFields<MutationCallNextTicketArgs, 'hall' | 'mode' | 'window'>>;
  cancelAppointment?: Resolver<Maybe<ResolversTypes['AppointmentResult']>, ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'id'>>;
  cancelBill?: Resolver<Maybe<ResolversTypes['ChangeBillResult']>, ParentType, ContextType, RequireFields<MutationCancelBillArgs, 'number'>>;
  checkPayoutAccount?: Resolver<Maybe<ResolversTypes['CheckPayoutAccountResult']>, ParentType, ContextType, RequireFields<MutationCheckPayoutAccountArgs, 'id' | 'idNumber'>>;
  claimStep?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationClaimStepArgs, 'id' | 'step'>>;
  closeTransitCard?: Resolver<Maybe<ResolversTypes['CloseTransitCardResult']>, ParentType, ContextType, RequireFields<MutationCloseTransitCardArgs, 'id'>>;
  complainAboutDelay?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationComplainAboutDelayArgs, 'id' | 'idempotencyKey' | 'text'>>;
  confirmApplication?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationConfirmApplicationArgs, 'id'>>;
  confirmByCode?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationConfirmByCodeArgs, 'attendance' | 'code' | 'id'>>;
  confirmInspection?: Resolver<Maybe<ResolversTypes['InspectionReportResult']>, ParentType, ContextType, RequireFields<MutationConfirmInspectionArgs, 'licence' | 'plan'>>;
  confirmMaterialUpload?: Resolver<Maybe<ResolversTypes['MaterialFileResult']>, ParentType, ContextType, RequireFields<MutationConfirmMaterialUploadArgs, 'application' | 'file'>>;
  confirmRenewal?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationConfirmRenewalArgs, 'id' | 'reason'>>;
  confirmRuling?: Resolver<Maybe<ResolversTypes['SampleReviewResult']>, ParentType, ContextType, RequireFields<MutationConfirmRulingArgs, 'id' | 'note'>>;
  correctTrip?: Resolver<Maybe<ResolversTypes['CorrectTripResult']>, ParentType, ContextType, RequireFields<MutationCorrectTripArgs, 'input'>>;
  createApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyResult']>, ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'idempotencyKey' | 'input'>>;
  deliverApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationDeliverApplicationArgs, 'id' | 'note'>>;
  downloadMaterial?: Resolver<Maybe<ResolversTypes['MaterialDownloadResult']>, ParentType, ContextType, RequireFields<MutationDownloadMaterialArgs, 'application' | 'file'>>;
  drawInspections?: Resolver<Maybe<ResolversTypes['DrawInspectionsResult']>, ParentType, ContextType, RequireFields<MutationDrawInspectionsArgs, 'idempotencyKey' | 'input'>>;
  enrolAsInspector?: Resolver<Maybe<ResolversTypes['InspectorResult']>, ParentType, ContextType, RequireFields<MutationEnrolAsInspectorArgs, 'input'>>;
  evaluateApplication?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationEvaluateApplicationArgs, 'id' | 'idempotencyKey' | 'input'>>;
  extendApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationExtendApplicationArgs, 'id' | 'reason' | 'workingDays'>>;
  finishStep?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationFinishStepArgs, 'id' | 'opinion'>>;
  finishTicket?: Resolver<Maybe<ResolversTypes['TicketResult']>, ParentType, ContextType, RequireFields<MutationFinishTicketArgs, 'id' | 'mode' | 'outcome'>>;
  freezeTransitCard?: Resolver<Maybe<ResolversTypes['ChangeTransitCardResult']>, ParentType, ContextType, RequireFields<MutationFreezeTransitCardArgs, 'id'>>;
  giveUpTicket?: Resolver<Maybe<ResolversTypes['TicketResult']>, ParentType, ContextType, RequireFields<MutationGiveUpTicketArgs, 'id' | 'mode'>>;
  grantAuthority?: Resolver<Maybe<ResolversTypes['AuthorityResult']>, ParentType, ContextType, RequireFields<MutationGrantAuthorityArgs, 'idempotencyKey' | 'input'>>;
  grantConsent?: Resolver<Maybe<ResolversTypes['DecideConsentResult']>, ParentType, ContextType, RequireFields<MutationGrantConsentArgs, 'scopes' | 'token'>>;
  grantLiveAccess?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationGrantLiveAccessArgs, 'id' | 'reason'>>;
  issueRideCredential?: Resolver<Maybe<ResolversTypes['IssueRideCredentialResult']>, ParentType, ContextType, RequireFields<MutationIssueRideCredentialArgs, 'card' | 'devicePublicKey'>>;
  issueTransitCard?: Resolver<Maybe<ResolversTypes['IssueTransitCardResult']>, ParentType, ContextType, RequireFields<MutationIssueTransitCardArgs, 'idempotencyKey' | 'input'>>;
  leaveInspectorRoll?: Resolver<Maybe<ResolversTypes['InspectorResult']>, ParentType, ContextType, RequireFields<MutationLeaveInspectorRollArgs, 'department'>>;
  linkTicket?: Resolver<Maybe<ResolversTypes['TicketResult']>, ParentType, ContextType, RequireFields<MutationLinkTicketArgs, 'application' | 'id' | 'mode'>>;
  markNotificationsRead?: Resolver<Maybe<ResolversTypes['MarkNotificationsReadResult']>, ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'ids'>>;
  moveAppointment?: Resolver<Maybe<ResolversTypes['AppointmentResult']>, ParentType, ContextType, RequireFields<MutationMoveAppointmentArgs, 'id' | 'slot'>>;
  objectToRuling?: Resolver<Maybe<ResolversTypes['SampleReviewResult']>, ParentType, ContextType, RequireFields<MutationObjectToRulingArgs, 'id' | 'reason'>>;
  orderPayout?: Resolver<Maybe<ResolversTypes['OrderPayoutResult']>, ParentType, ContextType, RequireFields<MutationOrderPayoutArgs, 'mode' | 'payout'>>;
  orderReinspection?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationOrderReinspectionArgs, 'id' | 'note'>>;
  pauseApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationPauseApplicationArgs, 'id' | 'note' | 'reason'>>;
  payBills?: Resolver<Maybe<ResolversTypes['PayBillsResult']>, ParentType, ContextType, RequireFields<MutationPayBillsArgs, 'idempotencyKey' | 'input'>>;
  proveTelephone?: Resolver<Maybe<ResolversTypes['ProveTelephoneResult']>, ParentType, ContextType, RequireFields<MutationProveTelephoneArgs, 'code'>>;
  publishServiceItem?: Resolver<Maybe<ResolversTypes['PublishServiceItemResult']>, ParentType, ContextType, RequireFields<MutationPublishServiceItemArgs, 'code' | 'reason'>>;
  putEvaluationRight?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationPutEvaluationRightArgs, 'id' | 'measures'>>;
  reassignStep?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationReassignStepArgs, 'id' | 'reason' | 'step'>>;
  receiveAtWindow?: Resolver<Maybe<ResolversTypes['ReceiveResult']>, ParentType, ContextType, RequireFields<MutationReceiveAtWindowArgs, 'card' | 'idempotencyKey'>>;
  receiveTicket?: Resolver<Maybe<ResolversTypes['ReceiveTicketResult']>, ParentType, ContextType, RequireFields<MutationReceiveTicketArgs, 'id' | 'idempotencyKey'>>;
  recordCallBack?: Resolver<Maybe<ResolversTypes['EvaluationResult']>, ParentType, ContextType, RequireFields<MutationRecordCallBackArgs, 'id' | 'isSatisfied' | 'note'>>;
  recordDeposit?: Resolver<Maybe<ResolversTypes['RecordDepositResult']>, ParentType, ContextType, RequireFields<MutationRecordDepositArgs, 'idempotencyKey' | 'input'>>;
  recordEnterprise?: Resolver<Maybe<ResolversTypes['RecordEnterpriseResult']>, ParentType, ContextType, RequireFields<MutationRecordEnterpriseArgs, 'input'>>;
  recordFindings?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationRecordFindingsArgs, 'findings' | 'id'>>;
  recordPayout?: Resolver<Maybe<ResolversTypes['RecordPayoutResult']>, ParentType, ContextType, RequireFields<MutationRecordPayoutArgs, 'input'>>;
  recordWrittenAuthority?: Resolver<Maybe<ResolversTypes['AuthorityResult']>, ParentType, ContextType, RequireFields<MutationRecordWrittenAuthorityArgs, 'idempotencyKey' | 'input'>>;
  redrawInspector?: Resolver<Maybe<ResolversTypes['RedrawInspectorResult']>, ParentType, ContextType, RequireFields<MutationRedrawInspectorArgs, 'inspector' | 'licence' | 'plan' | 'reason'>>;
  refundPayment?: Resolver<Maybe<ResolversTypes['RefundPaymentResult']>, ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'idempotencyKey' | 'input'>>;
  refuseConsent?: Resolver<Maybe<ResolversTypes['DecideConsentResult']>, ParentType, ContextType, RequireFields<MutationRefuseConsentArgs, 'token'>>;
  refuseRenewal?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationRefuseRenewalArgs, 'id' | 'reason'>>;
  reinstatePartner?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationReinstatePartnerArgs, 'id' | 'reason'>>;
  rejectApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationRejectApplicationArgs, 'ground' | 'id' | 'reason'>>;
  rejectPartner?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationRejectPartnerArgs, 'id' | 'reason'>>;
  releaseStep?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationReleaseStepArgs, 'id' | 'step'>>;
  removePayoutAccount?: Resolver<Maybe<ResolversTypes['RemovePayoutAccountResult']>, ParentType, ContextType, RequireFields<MutationRemovePayoutAccountArgs, 'id'>>;
  removeTelephone?: Resolver<Maybe<ResolversTypes['RemoveTelephoneResult']>, ParentType, ContextType>;
  renewPartnership?: Resolver<Maybe<ResolversTypes['RenewPartnershipResult']>, ParentType, ContextType, RequireFields<MutationRenewPartnershipArgs, 'id'>>;
  replaceTransitCard?: Resolver<Maybe<ResolversTypes['ReplaceTransitCardResult']>, ParentType, ContextType, RequireFields<MutationReplaceTransitCardArgs, 'id' | 'idempotencyKey'>>;
  replyToNote?: Resolver<Maybe<ResolversTypes['CaseNoteResult']>, ParentType, ContextType, RequireFields<MutationReplyToNoteArgs, 'idempotencyKey' | 'note' | 'text'>>;
  reportInspection?: Resolver<Maybe<ResolversTypes['InspectionReportResult']>, ParentType, ContextType, RequireFields<MutationReportInspectionArgs, 'input' | 'licence' | 'plan'>>;
  requestConsent?: Resolver<Maybe<ResolversTypes['RequestConsentResult']>, ParentType, ContextType, RequireFields<MutationRequestConsentArgs, 'idempotencyKey' | 'input'>>;
  requestCorrection?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationRequestCorrectionArgs, 'id' | 'input'>>;
  requestMaterialUpload?: Resolver<Maybe<ResolversTypes['MaterialUploadResult']>, ParentType, ContextType, RequireFields<MutationRequestMaterialUploadArgs, 'idempotencyKey' | 'input'>>;
  resumeApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationResumeApplicationArgs, 'id'>>;
  retireCardReader?: Resolver<Maybe<ResolversTypes['CardReaderResult']>, ParentType, ContextType, RequireFields<MutationRetireCardReaderArgs, 'code' | 'hall' | 'reason'>>;
  revokeApiKey?: Resolver<Maybe<ResolversTypes['RevokeApiKeyResult']>, ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  revokeApplication?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationRevokeApplicationArgs, 'ground' | 'id' | 'reason'>>;
  revokeAuthority?: Resolver<Maybe<ResolversTypes['RevokeAuthorityResult']>, ParentType, ContextType, RequireFields<MutationRevokeAuthorityArgs, 'id'>>;
  revokeConsent?: Resolver<Maybe<ResolversTypes['RevokeConsentResult']>, ParentType, ContextType, RequireFields<MutationRevokeConsentArgs, 'id'>>;
  rollOutServiceItem?: Resolver<Maybe<ResolversTypes['PublishServiceItemResult']>, ParentType, ContextType, RequireFields<MutationRollOutServiceItemArgs, 'code' | 'reason' | 'region' | 'stage'>>;
  rotateApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyResult']>, ParentType, ContextType, RequireFields<MutationRotateApiKeyArgs, 'graceHours' | 'id' | 'idempotencyKey'>>;
  saveApplication?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationSaveApplicationArgs, 'form' | 'id'>>;
  saveHall?: Resolver<Maybe<ResolversTypes['SaveHallResult']>, ParentType, ContextType, RequireFields<MutationSaveHallArgs, 'input' | 'reason'>>;
  saveServiceItemDraft?: Resolver<Maybe<ResolversTypes['SaveServiceItemResult']>, ParentType, ContextType, RequireFields<MutationSaveServiceItemDraftArgs, 'input'>>;
  sendConfirmationCode?: Resolver<Maybe<ResolversTypes['SendConfirmationCodeResult']>, ParentType, ContextType, RequireFields<MutationSendConfirmationCodeArgs, 'attendance' | 'id'>>;
  setAutomaticPayment?: Resolver<Maybe<ResolversTypes['SetAutomaticPaymentResult']>, ParentType, ContextType, RequireFields<MutationSetAutomaticPaymentArgs, 'input'>>;
  setBillerProfile?: Resolver<Maybe<ResolversTypes['SetBillerProfileResult']>, ParentType, ContextType, RequireFields<MutationSetBillerProfileArgs, 'partner' | 'profile'>>;
  setTelephone?: Resolver<Maybe<ResolversTypes['SetTelephoneResult']>, ParentType, ContextType, RequireFields<MutationSetTelephoneArgs, 'mobile'>>;
  setTransitOperatorProfile?: Resolver<Maybe<ResolversTypes['SetTransitOperatorProfileResult']>, ParentType, ContextType, RequireFields<MutationSetTransitOperatorProfileArgs, 'partner' | 'profile'>>;
  signInspection?: Resolver<Maybe<ResolversTypes['HandlingResult']>, ParentType, ContextType, RequireFields<MutationSignInspectionArgs, 'id'>>;
  startApplication?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationStartApplicationArgs, 'idempotencyKey' | 'input'>>;
  stopAutomaticPayment?: Resolver<Maybe<ResolversTypes['UnbindUtilityAccountResult']>, ParentType, ContextType, RequireFields<MutationStopAutomaticPaymentArgs, 'account'>>;
  submitApplication?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationSubmitApplicationArgs, 'id' | 'idempotencyKey'>>;
  submitBills?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubmitBillResult']>>, ParentType, ContextType, RequireFields<MutationSubmitBillsArgs, 'rows'>>;
  submitMeterReadings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubmitBillResult']>>, ParentType, ContextType, RequireFields<MutationSubmitMeterReadingsArgs, 'rows'>>;
  submitTaps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubmitTapResult']>>, ParentType, ContextType, RequireFields<MutationSubmitTapsArgs, 'rows'>>;
  suspendPartner?: Resolver<Maybe<ResolversTypes['ReviewPartnerResult']>, ParentType, ContextType, RequireFields<MutationSuspendPartnerArgs, 'id' | 'reason'>>;
  takeTicket?: Resolver<Maybe<ResolversTypes['TakeTicketResult']>, ParentType, ContextType, RequireFields<MutationTakeTicketArgs, 'idempotencyKey' | 'input'>>;
  topUpTransitCard?: Resolver<Maybe<ResolversTypes['TopUpTransitCardResult']>, ParentType, ContextType, RequireFields<MutationTopUpTransitCardArgs, 'idempotencyKey' | 'input'>>;
  unbindUtilityAccount?: Resolver<Maybe<ResolversTypes['UnbindUtilityAccountResult']>, ParentType, ContextType, RequireFields<MutationUnbindUtilityAccountArgs, 'id'>>;
  unfreezeTransitCard?: Resolver<Maybe<ResolversTypes['ChangeTransitCardResult']>, ParentType, ContextType, RequireFields<MutationUnfreezeTransitCardArgs, 'id'>>;
  withdrawApplication?: Resolver<Maybe<ResolversTypes['ApplicationResult']>, ParentType, ContextType, RequireFields<MutationWithdrawApplicationArgs, 'id' | 'reason'>>;
  writeInternalNote?: Resolver<Maybe<ResolversTypes['CaseNoteResult']>, ParentType, ContextType, RequireFields<MutationWriteInternalNoteArgs, 'id' | 'idempotencyKey' | 'text'>>;
  writeNoteToApplicant?: Resolver<Maybe<ResolversTypes['CaseNoteResult']>, ParentType, ContextType, RequireFields<MutationWriteNoteToApplicantArgs, 'id' | 'idempotencyKey' | 'text'>>;
};

export type NamedFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NamedFault'] = ResolversParentTypes['NamedFault']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NobodyWaitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NobodyWaits'] = ResolversParentTypes['NobodyWaits']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Application' | 'Appointment' | 'Authority' | 'Bill' | 'Citizen' | 'Consent' | 'HousingFundAccount' | 'HousingFundLoan' | 'Notification' | 'Partner' | 'PayoutAccount' | 'ServiceItem' | 'Ticket' | 'TransitCard' | 'UtilityAccount', ParentType, ContextType>;
};

export type NotAllowedNowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotAllowedNow'] = ResolversParentTypes['NotAllowedNow']> = {
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotFoundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotPublishableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotPublishable'] = ResolversParentTypes['NotPublishable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotRefundableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotRefundable'] = ResolversParentTypes['NotRefundable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refundable?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  about?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['PartnerName']>, ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NumberTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NumberTaken'] = ResolversParentTypes['NumberTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpenDay'] = ResolversParentTypes['OpenDay']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<ReadonlyArray<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OperatedTripResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperatedTrip'] = ResolversParentTypes['OperatedTrip']> = {
  fare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransitTripStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderPayoutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPayoutResult'] = ResolversParentTypes['OrderPayoutResult']> = {
  __resolveType: TypeResolveFn<'NotAllowedNow' | 'NotFound' | 'Payout', ParentType, ContextType>;
};

export type OutsideJurisdictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutsideJurisdiction'] = ResolversParentTypes['OutsideJurisdiction']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OwnEnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OwnEnterprise'] = ResolversParentTypes['OwnEnterprise']> = {
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<OwnEnterpriseApplicationsArgs, 'first'>>;
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaidBillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaidBill'] = ResolversParentTypes['PaidBill']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bill?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PartnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Partner'] = ResolversParentTypes['Partner']> = {
  apiKeys?: Resolver<ReadonlyArray<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  appliedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['ApplicantCapacity'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['PartnerContact'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lapseReason?: Resolver<Maybe<ResolversTypes['PartnerLapseReason']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredNow?: Resolver<Maybe<ResolversTypes['RegisterStatement']>, ParentType, ContextType>;
  requestedScopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['RegisterStatement'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PartnerStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerConnection'] = ResolversParentTypes['PartnerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PartnerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartnerContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerContact'] = ResolversParentTypes['PartnerContact']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PartnerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerEdge'] = ResolversParentTypes['PartnerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Partner'], ParentType, ContextType>;
};

export type PartnerNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartnerName'] = ResolversParentTypes['PartnerName']> = {
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayBillsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayBillsResult'] = ResolversParentTypes['PayBillsResult']> = {
  __resolveType: TypeResolveFn<'BillNotPayable' | 'ChannelUnavailable' | 'IdempotencyMismatch' | 'InsufficientFunds' | 'InvalidInput' | 'Payment', ParentType, ContextType>;
};

export type PayableBillsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayableBills'] = ResolversParentTypes['PayableBills']> = {
  biller?: Resolver<ResolversTypes['Biller'], ParentType, ContextType>;
  bills?: Resolver<ReadonlyArray<ResolversTypes['Bill']>, ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayableBillsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayableBillsResult'] = ResolversParentTypes['PayableBillsResult']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'PayableBills' | 'TooManyGuesses', ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bills?: Resolver<ReadonlyArray<ResolversTypes['PaidBill']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['PaymentChannel'], ParentType, ContextType>;
  channelNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  declined?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  goOnUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['Receipt']>, ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  transitCard?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PayoutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payout'] = ResolversParentTypes['Payout']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  bankAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bankReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  card?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maskedBankAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orderedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payoutAccount?: Resolver<Maybe<ResolversTypes['PayoutAccount']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PayoutStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayoutAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayoutAccount'] = ResolversParentTypes['PayoutAccount']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bank?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caution?: Resolver<Maybe<ResolversTypes['PayoutAccountCaution']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isProven?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maskedNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['PayoutAccountOrigin'], ParentType, ContextType>;
  provenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provenBy?: Resolver<Maybe<ResolversTypes['PayoutAccountProof']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayoutConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayoutConnection'] = ResolversParentTypes['PayoutConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PayoutEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayoutEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayoutEdge'] = ResolversParentTypes['PayoutEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payout'], ParentType, ContextType>;
};

export type PilotMeasuresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PilotMeasures'] = ResolversParentTypes['PilotMeasures']> = {
  pilot?: Resolver<ResolversTypes['CaseFigures'], ParentType, ContextType>;
  rest?: Resolver<ResolversTypes['CaseFigures'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PilotMeasuresResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PilotMeasuresResult'] = ResolversParentTypes['PilotMeasuresResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'OutsideJurisdiction' | 'PilotMeasures', ParentType, ContextType>;
};

export type PlannedInspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedInspection'] = ResolversParentTypes['PlannedInspection']> = {
  excluded?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inspectors?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType>;
  licenceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overdueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rectifyBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  redraws?: Resolver<ReadonlyArray<ResolversTypes['InspectorRedraw']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  reportable?: Resolver<ReadonlyArray<ResolversTypes['RandomInspectionOutcome']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlannedInspectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedInspectionConnection'] = ResolversParentTypes['PlannedInspectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PlannedInspectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PlannedInspectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedInspectionEdge'] = ResolversParentTypes['PlannedInspectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlannedInspection'], ParentType, ContextType>;
};

export type PrincipalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal']> = {
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<PrincipalApplicationsArgs, 'first'>>;
  authorities?: Resolver<ReadonlyArray<ResolversTypes['Authority']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ref?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProveTelephoneResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProveTelephoneResult'] = ResolversParentTypes['ProveTelephoneResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'Telephone', ParentType, ContextType>;
};

export type PublishServiceItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishServiceItemResult'] = ResolversParentTypes['PublishServiceItemResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'NotPublishable' | 'OutsideJurisdiction' | 'SameOfficer' | 'ServiceItem', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  attendance?: Resolver<Maybe<ResolversTypes['Attendance']>, ParentType, ContextType, RequireFields<QueryAttendanceArgs, 'id'>>;
  billers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Biller']>>, ParentType, ContextType, RequireFields<QueryBillersArgs, 'region'>>;
  bookedAppointments?: Resolver<Maybe<ResolversTypes['AppointmentConnection']>, ParentType, ContextType, RequireFields<QueryBookedAppointmentsArgs, 'day' | 'first' | 'hall' | 'mode'>>;
  calledTicket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryCalledTicketArgs, 'hall' | 'mode' | 'window'>>;
  cardStatusList?: Resolver<Maybe<ResolversTypes['SignedStatusList']>, ParentType, ContextType, RequireFields<QueryCardStatusListArgs, 'region'>>;
  caseFigures?: Resolver<Maybe<ResolversTypes['CaseFiguresResult']>, ParentType, ContextType, RequireFields<QueryCaseFiguresArgs, 'from' | 'region' | 'to'>>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryCitizenArgs, 'ref'>>;
  claimedSteps?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QueryClaimedStepsArgs, 'first'>>;
  consentRequest?: Resolver<Maybe<ResolversTypes['ConsentRequest']>, ParentType, ContextType, RequireFields<QueryConsentRequestArgs, 'token'>>;
  decidedApplications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<QueryDecidedApplicationsArgs, 'department' | 'first' | 'month' | 'region'>>;
  escalations?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QueryEscalationsArgs, 'department' | 'first' | 'region' | 'within'>>;
  evaluationsToHandle?: Resolver<Maybe<ResolversTypes['EvaluationConnection']>, ParentType, ContextType, RequireFields<QueryEvaluationsToHandleArgs, 'department' | 'first' | 'region'>>;
  evaluationsToPutRight?: Resolver<Maybe<ResolversTypes['EvaluationConnection']>, ParentType, ContextType, RequireFields<QueryEvaluationsToPutRightArgs, 'first'>>;
  hall?: Resolver<Maybe<ResolversTypes['Hall']>, ParentType, ContextType, RequireFields<QueryHallArgs, 'code'>>;
  halls?: Resolver<Maybe<ResolversTypes['HallConnection']>, ParentType, ContextType, RequireFields<QueryHallsArgs, 'first' | 'region'>>;
  heldSteps?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QueryHeldStepsArgs, 'department' | 'first' | 'region' | 'within'>>;
  inspectionPlan?: Resolver<Maybe<ResolversTypes['InspectionPlan']>, ParentType, ContextType, RequireFields<QueryInspectionPlanArgs, 'id'>>;
  inspectionPlans?: Resolver<Maybe<ResolversTypes['InspectionPlanConnection']>, ParentType, ContextType, RequireFields<QueryInspectionPlansArgs, 'first' | 'region'>>;
  inspectionResults?: Resolver<Maybe<ResolversTypes['InspectionResultConnection']>, ParentType, ContextType, RequireFields<QueryInspectionResultsArgs, 'first' | 'region'>>;
  inspectors?: Resolver<Maybe<ResolversTypes['InspectorConnection']>, ParentType, ContextType, RequireFields<QueryInspectorsArgs, 'department' | 'first'>>;
  ledgerAccount?: Resolver<Maybe<ResolversTypes['LedgerAccount']>, ParentType, ContextType, RequireFields<QueryLedgerAccountArgs, 'id' | 'mode'>>;
  ledgerAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LedgerAccount']>>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType, RequireFields<QueryLicenceArgs, 'number'>>;
  me?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  myConsentRequest?: Resolver<Maybe<ResolversTypes['ConsentRequest']>, ParentType, ContextType, RequireFields<QueryMyConsentRequestArgs, 'id'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  overdueRectifications?: Resolver<Maybe<ResolversTypes['PlannedInspectionConnection']>, ParentType, ContextType, RequireFields<QueryOverdueRectificationsArgs, 'department' | 'first' | 'region'>>;
  ownEnterprise?: Resolver<Maybe<ResolversTypes['OwnEnterprise']>, ParentType, ContextType>;
  partners?: Resolver<Maybe<ResolversTypes['PartnerConnection']>, ParentType, ContextType, RequireFields<QueryPartnersArgs, 'first' | 'status'>>;
  pausedApplications?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QueryPausedApplicationsArgs, 'department' | 'first' | 'region' | 'within'>>;
  payableBills?: Resolver<Maybe<ResolversTypes['PayableBillsResult']>, ParentType, ContextType, RequireFields<QueryPayableBillsArgs, 'accountNumber' | 'biller'>>;
  payoutsOwed?: Resolver<Maybe<ResolversTypes['PayoutConnection']>, ParentType, ContextType, RequireFields<QueryPayoutsOwedArgs, 'first' | 'mode'>>;
  pilotMeasures?: Resolver<Maybe<ResolversTypes['PilotMeasuresResult']>, ParentType, ContextType, RequireFields<QueryPilotMeasuresArgs, 'from' | 'item' | 'region' | 'to'>>;
  plannedInspections?: Resolver<Maybe<ResolversTypes['PlannedInspectionConnection']>, ParentType, ContextType, RequireFields<QueryPlannedInspectionsArgs, 'first' | 'mine' | 'plan'>>;
  rideCodeKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RideCodeKey']>>, ParentType, ContextType, RequireFields<QueryRideCodeKeysArgs, 'mode'>>;
  rulingObjections?: Resolver<Maybe<ResolversTypes['SampleReviewConnection']>, ParentType, ContextType, RequireFields<QueryRulingObjectionsArgs, 'department' | 'first' | 'region'>>;
  rulingsToReview?: Resolver<Maybe<ResolversTypes['SampleReviewConnection']>, ParentType, ContextType, RequireFields<QueryRulingsToReviewArgs, 'department' | 'first' | 'region'>>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType, RequireFields<QueryServiceItemArgs, 'code'>>;
  serviceItemDraft?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType, RequireFields<QueryServiceItemDraftArgs, 'code'>>;
  serviceItems?: Resolver<Maybe<ResolversTypes['ServiceItemConnection']>, ParentType, ContextType, RequireFields<QueryServiceItemsArgs, 'first' | 'region'>>;
  siteInspections?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QuerySiteInspectionsArgs, 'first'>>;
  transitFare?: Resolver<Maybe<ResolversTypes['TransitFare']>, ParentType, ContextType, RequireFields<QueryTransitFareArgs, 'airportLine' | 'card' | 'distanceKm' | 'mode' | 'monthSpend' | 'on' | 'region'>>;
  transitRoute?: Resolver<Maybe<ResolversTypes['TransitRoute']>, ParentType, ContextType, RequireFields<QueryTransitRouteArgs, 'card' | 'from' | 'monthSpend' | 'on' | 'region' | 'to'>>;
  transitStations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TransitStation']>>, ParentType, ContextType, RequireFields<QueryTransitStationsArgs, 'region'>>;
  trialBalance?: Resolver<Maybe<ResolversTypes['TrialBalance']>, ParentType, ContextType, RequireFields<QueryTrialBalanceArgs, 'mode'>>;
  utilityQuote?: Resolver<Maybe<ResolversTypes['UtilityQuote']>, ParentType, ContextType, RequireFields<QueryUtilityQuoteArgs, 'householdClass' | 'kind' | 'on' | 'region' | 'yearToDate'>>;
  verifyAuditTrail?: Resolver<Maybe<ResolversTypes['VerifyAuditTrailResult']>, ParentType, ContextType, RequireFields<QueryVerifyAuditTrailArgs, 'application'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  workQueue?: Resolver<Maybe<ResolversTypes['DeskConnection']>, ParentType, ContextType, RequireFields<QueryWorkQueueArgs, 'department' | 'first' | 'region' | 'within'>>;
};

export type RatedTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatedTier'] = ResolversParentTypes['RatedTier']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type RatingLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingLine'] = ResolversParentTypes['RatingLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['TimeOfUseBand']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RatingLineKind'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  tier?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ReadingOfficeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingOffice'] = ResolversParentTypes['ReadingOffice']> = {
  applications?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ReceiptLine']>, ParentType, ContextType>;
  notTaxed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  withoutTax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReceiptLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiptLine'] = ResolversParentTypes['ReceiptLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  billNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  biller?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  card?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lateFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['VatRule'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  withoutTax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReceiveResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveResult'] = ResolversParentTypes['ReceiveResult']> = {
  __resolveType: TypeResolveFn<'Attendance' | 'IdempotencyMismatch' | 'InvalidInput' | 'TooManyAttendances', ParentType, ContextType>;
};

export type ReceiveTicketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveTicketResult'] = ResolversParentTypes['ReceiveTicketResult']> = {
  __resolveType: TypeResolveFn<'Attendance' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'TooManyAttendances', ParentType, ContextType>;
};

export type RecordDepositResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordDepositResult'] = ResolversParentTypes['RecordDepositResult']> = {
  __resolveType: TypeResolveFn<'AlreadyRecorded' | 'Deposit' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type RecordEnterpriseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordEnterpriseResult'] = ResolversParentTypes['RecordEnterpriseResult']> = {
  __resolveType: TypeResolveFn<'Enterprise' | 'InvalidInput' | 'OutsideJurisdiction', ParentType, ContextType>;
};

export type RecordPayoutResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordPayoutResult'] = ResolversParentTypes['RecordPayoutResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'Payout', ParentType, ContextType>;
};

export type RedrawInspectorResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedrawInspectorResult'] = ResolversParentTypes['RedrawInspectorResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'PlannedInspection', ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bill?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundPaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentResult'] = ResolversParentTypes['RefundPaymentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'NotFound' | 'NotRefundable' | 'Refund', ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'AlreadyRecorded' | 'BillNotPayable' | 'BillNumberTaken' | 'BookingBlocked' | 'CardBusy' | 'CardInArrears' | 'ChannelUnavailable' | 'DuplicateApplication' | 'FormIncomplete' | 'IdempotencyMismatch' | 'InsufficientFunds' | 'InvalidInput' | 'NobodyWaits' | 'NotAllowedNow' | 'NotFound' | 'NotPublishable' | 'NotRefundable' | 'NumberTaken' | 'OutsideJurisdiction' | 'RideCodeUsed' | 'SameOfficer' | 'SecretNoLongerShown' | 'SlotFull' | 'TextNotSent' | 'TooManyAttendances' | 'TooManyCodes' | 'TooManyGuesses', ParentType, ContextType>;
};

export type RefusedConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefusedConsent'] = ResolversParentTypes['RefusedConsent']> = {
  request?: Resolver<ResolversTypes['ConsentRequest'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegionRollOutChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionRollOutChange'] = ResolversParentTypes['RegionRollOutChange']> = {
  from?: Resolver<ResolversTypes['RollOutStageOfRegion'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['RollOutStageOfRegion'], ParentType, ContextType>;
};

export type RegisterStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterStatement'] = ResolversParentTypes['RegisterStatement']> = {
  legalRepresentative?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['EnterpriseStanding'], ParentType, ContextType>;
};

export type RemovePayoutAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePayoutAccountResult'] = ResolversParentTypes['RemovePayoutAccountResult']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'PayoutAccount', ParentType, ContextType>;
};

export type RemoveTelephoneResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveTelephoneResult'] = ResolversParentTypes['RemoveTelephoneResult']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'Telephone', ParentType, ContextType>;
};

export type RenewPartnershipResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenewPartnershipResult'] = ResolversParentTypes['RenewPartnershipResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'Partner', ParentType, ContextType>;
};

export type RenewalWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenewalWindow'] = ResolversParentTypes['RenewalWindow']> = {
  closesOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  inTimeUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  opensOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ReplaceTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplaceTransitCardResult'] = ResolversParentTypes['ReplaceTransitCardResult']> = {
  __resolveType: TypeResolveFn<'CardBusy' | 'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'TransitCard', ParentType, ContextType>;
};

export type RepresentedSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RepresentedSubject'] = ResolversParentTypes['RepresentedSubject']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RequestConsentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestConsentResult'] = ResolversParentTypes['RequestConsentResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'RequestedConsent' | 'SecretNoLongerShown', ParentType, ContextType>;
};

export type RequestedConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestedConsent'] = ResolversParentTypes['RequestedConsent']> = {
  request?: Resolver<ResolversTypes['ConsentRequest'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewNote'] = ResolversParentTypes['ReviewNote']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewPartnerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewPartnerResult'] = ResolversParentTypes['ReviewPartnerResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'Partner' | 'SameOfficer', ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type RevokeAuthorityResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAuthorityResult'] = ResolversParentTypes['RevokeAuthorityResult']> = {
  __resolveType: TypeResolveFn<'Authority' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type RevokeConsentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeConsentResult'] = ResolversParentTypes['RevokeConsentResult']> = {
  __resolveType: TypeResolveFn<'Consent' | 'NotAllowedNow' | 'NotFound', ParentType, ContextType>;
};

export type RideCodeKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RideCodeKey'] = ResolversParentTypes['RideCodeKey']> = {
  algorithm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RideCodeUsedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RideCodeUsed'] = ResolversParentTypes['RideCodeUsed']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RideCredentialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RideCredential'] = ResolversParentTypes['RideCredential']> = {
  credential?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RollOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RollOut'] = ResolversParentTypes['RollOut']> = {
  partners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  sharePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['RollOutStage'], ParentType, ContextType>;
};

export type RollOutChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RollOutChange'] = ResolversParentTypes['RollOutChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['RegionRollOutChange']>, ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RollOutChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RollOutChangeConnection'] = ResolversParentTypes['RollOutChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RollOutChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RollOutChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RollOutChangeEdge'] = ResolversParentTypes['RollOutChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RollOutChange'], ParentType, ContextType>;
};

export type RollOutStageOfRegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RollOutStageOfRegion'] = ResolversParentTypes['RollOutStageOfRegion']> = {
  partners?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  sharePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['RollOutStage'], ParentType, ContextType>;
};

export type RuleCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleCheck'] = ResolversParentTypes['RuleCheck']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  otherwise?: Resolver<ResolversTypes['RuleOtherwise'], ParentType, ContextType>;
};

export type SameOfficerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SameOfficer'] = ResolversParentTypes['SameOfficer']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SampleReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleReview'] = ResolversParentTypes['SampleReview']> = {
  answer?: Resolver<Maybe<ResolversTypes['ReviewNote']>, ParentType, ContextType>;
  application?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  finding?: Resolver<Maybe<ResolversTypes['ReviewNote']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SampleReviewStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SampleReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleReviewConnection'] = ResolversParentTypes['SampleReviewConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SampleReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SampleReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleReviewEdge'] = ResolversParentTypes['SampleReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SampleReview'], ParentType, ContextType>;
};

export type SampleReviewResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleReviewResult'] = ResolversParentTypes['SampleReviewResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'SampleReview', ParentType, ContextType>;
};

export type SaveHallResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveHallResult'] = ResolversParentTypes['SaveHallResult']> = {
  __resolveType: TypeResolveFn<'Hall' | 'InvalidInput' | 'OutsideJurisdiction', ParentType, ContextType>;
};

export type SaveServiceItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveServiceItemResult'] = ResolversParentTypes['SaveServiceItemResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'OutsideJurisdiction' | 'ServiceItem', ParentType, ContextType>;
};

export type SecretNoLongerShownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecretNoLongerShown'] = ResolversParentTypes['SecretNoLongerShown']> = {
  about?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendConfirmationCodeResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendConfirmationCodeResult'] = ResolversParentTypes['SendConfirmationCodeResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'SentCode' | 'TextNotSent' | 'TooManyCodes', ParentType, ContextType>;
};

export type SentCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SentCode'] = ResolversParentTypes['SentCode']> = {
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItem'] = ResolversParentTypes['ServiceItem']> = {
  audiences?: Resolver<ReadonlyArray<ResolversTypes['Audience']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['ServiceChannel']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['ApprovalEffect']>, ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Fee'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  materials?: Resolver<ReadonlyArray<ResolversTypes['Material']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  promisedWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['RegionCode']>, ParentType, ContextType>;
  rollOut?: Resolver<ReadonlyArray<ResolversTypes['RollOut']>, ParentType, ContextType>;
  rollOutHistory?: Resolver<Maybe<ResolversTypes['RollOutChangeConnection']>, ParentType, ContextType, RequireFields<ServiceItemRollOutHistoryArgs, 'first'>>;
  rule?: Resolver<Maybe<ResolversTypes['ApprovalRule']>, ParentType, ContextType>;
  stake?: Resolver<Maybe<ResolversTypes['Stake']>, ParentType, ContextType>;
  statutoryWorkingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['WorkflowStep']>, ParentType, ContextType>;
  timeLimits?: Resolver<ResolversTypes['TimeLimits'], ParentType, ContextType, RequireFields<ServiceItemTimeLimitsArgs, 'receivedOn'>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItemConnection'] = ResolversParentTypes['ServiceItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ServiceItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItemEdge'] = ResolversParentTypes['ServiceItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
};

export type SetAutomaticPaymentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetAutomaticPaymentResult'] = ResolversParentTypes['SetAutomaticPaymentResult']> = {
  __resolveType: TypeResolveFn<'ChannelUnavailable' | 'InvalidInput' | 'NotFound' | 'UtilityAccount', ParentType, ContextType>;
};

export type SetBillerProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetBillerProfileResult'] = ResolversParentTypes['SetBillerProfileResult']> = {
  __resolveType: TypeResolveFn<'Biller' | 'InvalidInput' | 'NotFound', ParentType, ContextType>;
};

export type SetTelephoneResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTelephoneResult'] = ResolversParentTypes['SetTelephoneResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'SentCode' | 'TextNotSent' | 'TooManyCodes', ParentType, ContextType>;
};

export type SetTransitOperatorProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetTransitOperatorProfileResult'] = ResolversParentTypes['SetTransitOperatorProfileResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotFound' | 'TransitOperator', ParentType, ContextType>;
};

export type SettledInterestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettledInterest'] = ResolversParentTypes['SettledInterest']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SignedStatusListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignedStatusList'] = ResolversParentTypes['SignedStatusList']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SiteFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SiteFinding'] = ResolversParentTypes['SiteFinding']> = {
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  point?: Resolver<ResolversTypes['ChecklistPoint'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['FindingResult'], ParentType, ContextType>;
};

export type SiteInspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SiteInspection'] = ResolversParentTypes['SiteInspection']> = {
  appointedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['SiteFinding']>, ParentType, ContextType>;
  inspectors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['InspectionOutcome']>, ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  toPutRight?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SlotFullResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotFull'] = ResolversParentTypes['SlotFull']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  free?: Resolver<ReadonlyArray<ResolversTypes['HallSlot']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpecialDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpecialDay'] = ResolversParentTypes['SpecialDay']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<ReadonlyArray<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StatementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementLine'], ParentType, ContextType>;
};

export type StatementLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementLine'] = ResolversParentTypes['StatementLine']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  bookedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reverses?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type StepProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepProgress'] = ResolversParentTypes['StepProgress']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  opinion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StepState'], ParentType, ContextType>;
};

export type SubmitBillResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitBillResult'] = ResolversParentTypes['SubmitBillResult']> = {
  __resolveType: TypeResolveFn<'Bill' | 'BillNumberTaken' | 'InvalidInput', ParentType, ContextType>;
};

export type SubmitTapResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitTapResult'] = ResolversParentTypes['SubmitTapResult']> = {
  __resolveType: TypeResolveFn<'CardInArrears' | 'InvalidInput' | 'NumberTaken' | 'OperatedTrip' | 'RideCodeUsed', ParentType, ContextType>;
};

export type TakeTicketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakeTicketResult'] = ResolversParentTypes['TakeTicketResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyMismatch' | 'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'OutsideJurisdiction' | 'Ticket', ParentType, ContextType>;
};

export type TariffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tariff'] = ResolversParentTypes['Tariff']> = {
  cycle?: Resolver<ResolversTypes['TariffCycle'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  householdExtension?: Resolver<Maybe<ResolversTypes['HouseholdExtension']>, ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  surcharges?: Resolver<ReadonlyArray<ResolversTypes['TariffSurcharge']>, ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['TariffTier']>, ParentType, ContextType>;
  timeOfUse?: Resolver<Maybe<ResolversTypes['TimeOfUsePrices']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['UtilityUnit'], ParentType, ContextType>;
};

export type TariffSurchargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TariffSurcharge'] = ResolversParentTypes['TariffSurcharge']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TariffTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TariffTier'] = ResolversParentTypes['TariffTier']> = {
  price?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  upTo?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TelephoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Telephone'] = ResolversParentTypes['Telephone']> = {
  maskedNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TextNotSentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TextNotSent'] = ResolversParentTypes['TextNotSent']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  bookedFor?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  calledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hall?: Resolver<ResolversTypes['Hall'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isNamed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketResult'] = ResolversParentTypes['TicketResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'NotAllowedNow' | 'NotFound' | 'Ticket', ParentType, ContextType>;
};

export type TimeLimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeLimits'] = ResolversParentTypes['TimeLimits']> = {
  acceptance?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isProvisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  promised?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  statutory?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TimeOfUsePricesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeOfUsePrices'] = ResolversParentTypes['TimeOfUsePrices']> = {
  flat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  valley?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ToDoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToDo'] = ResolversParentTypes['ToDo']> = {
  about?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ToDoKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TooManyAttendancesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyAttendances'] = ResolversParentTypes['TooManyAttendances']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyCodesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyCodes'] = ResolversParentTypes['TooManyCodes']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooManyGuessesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyGuesses'] = ResolversParentTypes['TooManyGuesses']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopUpTransitCardResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopUpTransitCardResult'] = ResolversParentTypes['TopUpTransitCardResult']> = {
  __resolveType: TypeResolveFn<'ChannelUnavailable' | 'IdempotencyMismatch' | 'InsufficientFunds' | 'InvalidInput' | 'NotFound' | 'Payment', ParentType, ContextType>;
};

export type TransitCardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitCard'] = ResolversParentTypes['TransitCard']> = {
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransitCardKind'], ParentType, ContextType>;
  monthSpend?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payouts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Payout']>>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransitCardStatus'], ParentType, ContextType>;
  trips?: Resolver<Maybe<ResolversTypes['TransitTripConnection']>, ParentType, ContextType, RequireFields<TransitCardTripsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransitFareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitFare'] = ResolversParentTypes['TransitFare']> = {
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  overstay?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransitLegResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitLeg'] = ResolversParentTypes['TransitLeg']> = {
  airportLine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  distanceKm?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['TransitFare'], ParentType, ContextType>;
  stations?: Resolver<ReadonlyArray<ResolversTypes['TransitStation']>, ParentType, ContextType>;
};

export type TransitLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitLine'] = ResolversParentTypes['TransitLine']> = {
  airportLine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransitOperatorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitOperator'] = ResolversParentTypes['TransitOperator']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  incompleteFare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  modes?: Resolver<ReadonlyArray<ResolversTypes['TransitMode']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransitPassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitPass'] = ResolversParentTypes['TransitPass']> = {
  airportLine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  station?: Resolver<ResolversTypes['TransitStation'], ParentType, ContextType>;
};

export type TransitPriceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitPrice'] = ResolversParentTypes['TransitPrice']> = {
  distanceKm?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  full?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  overstay?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransitRouteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitRoute'] = ResolversParentTypes['TransitRoute']> = {
  fare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  legs?: Resolver<ReadonlyArray<ResolversTypes['TransitLeg']>, ParentType, ContextType>;
};

export type TransitStationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitStation'] = ResolversParentTypes['TransitStation']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['TransitLine']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransitTripResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitTrip'] = ResolversParentTypes['TransitTrip']> = {
  boardedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['TransitPass']>, ParentType, ContextType>;
  exit?: Resolver<Maybe<ResolversTypes['TransitPass']>, ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['TransitMode'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['TransitOperator']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['TransitPrice']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransitTripStatus'], ParentType, ContextType>;
};

export type TransitTripConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitTripConnection'] = ResolversParentTypes['TransitTripConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TransitTripEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TransitTripEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitTripEdge'] = ResolversParentTypes['TransitTripEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TransitTrip'], ParentType, ContextType>;
};

export type TrialBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialBalance'] = ResolversParentTypes['TrialBalance']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  brokenTransferCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  brokenTransfers?: Resolver<ReadonlyArray<ResolversTypes['BrokenTransfer']>, ParentType, ContextType>;
  credits?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  debits?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  differenceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<ReadonlyArray<ResolversTypes['LedgerDifference']>, ParentType, ContextType>;
  imbalance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['TrialBalanceLine']>, ParentType, ContextType>;
  verifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TrialBalanceLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrialBalanceLine'] = ResolversParentTypes['TrialBalanceLine']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  credits?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  debits?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LedgerAccountKind'], ParentType, ContextType>;
};

export type UnbindUtilityAccountResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnbindUtilityAccountResult'] = ResolversParentTypes['UnbindUtilityAccountResult']> = {
  __resolveType: TypeResolveFn<'NotFound' | 'UtilityAccount', ParentType, ContextType>;
};

export type UploadLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadLink'] = ResolversParentTypes['UploadLink']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headers?: Resolver<ReadonlyArray<ResolversTypes['LinkHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UsageOfYearResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageOfYear'] = ResolversParentTypes['UsageOfYear']> = {
  tierReached?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['UtilityUnit'], ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UtilityAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UtilityAccount'] = ResolversParentTypes['UtilityAccount']> = {
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  automaticPayment?: Resolver<Maybe<ResolversTypes['AutomaticPayment']>, ParentType, ContextType>;
  biller?: Resolver<Maybe<ResolversTypes['Biller']>, ParentType, ContextType>;
  bills?: Resolver<ReadonlyArray<ResolversTypes['Bill']>, ParentType, ContextType>;
  householdClass?: Resolver<ResolversTypes['HouseholdClass'], ParentType, ContextType>;
  householdSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usageOfYear?: Resolver<Maybe<ResolversTypes['UsageOfYear']>, ParentType, ContextType, RequireFields<UtilityAccountUsageOfYearArgs, 'year'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UtilityQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UtilityQuote'] = ResolversParentTypes['UtilityQuote']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['RatingLine']>, ParentType, ContextType>;
  tariff?: Resolver<ResolversTypes['Tariff'], ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['RatedTier']>, ParentType, ContextType>;
};

export type VatRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VatRule'] = ResolversParentTypes['VatRule']> = {
  effectiveFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['VatTreatment'], ParentType, ContextType>;
};

export type VerifyAuditTrailResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyAuditTrailResult'] = ResolversParentTypes['VerifyAuditTrailResult']> = {
  __resolveType: TypeResolveFn<'AuditTrailVerification' | 'NotFound', ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  jurisdiction?: Resolver<Maybe<ResolversTypes['Jurisdiction']>, ParentType, ContextType>;
  keyExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['Caller'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['Scope']>, ParentType, ContextType>;
};

export type ViolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Violation'] = ResolversParentTypes['Violation']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WeeklyHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WeeklyHours'] = ResolversParentTypes['WeeklyHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkflowStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowStep'] = ResolversParentTypes['WorkflowStep']> = {
  checklist?: Resolver<ReadonlyArray<ResolversTypes['ChecklistPoint']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fourEyes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  jointly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedText'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddPayoutAccountResult?: AddPayoutAccountResultResolvers<ContextType>;
  AlreadyRecorded?: AlreadyRecordedResolvers<ContextType>;
  AnswerDue?: AnswerDueResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationAppeal?: ApplicationAppealResolvers<ContextType>;
  ApplicationConfirmation?: ApplicationConfirmationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationDecision?: ApplicationDecisionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplicationResult?: ApplicationResultResolvers<ContextType>;
  ApplicationRevocation?: ApplicationRevocationResolvers<ContextType>;
  ApplicationRuling?: ApplicationRulingResolvers<ContextType>;
  ApplicationSubject?: ApplicationSubjectResolvers<ContextType>;
  ApplicationVisits?: ApplicationVisitsResolvers<ContextType>;
  ApplyForPartnershipResult?: ApplyForPartnershipResultResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  AppointmentConnection?: AppointmentConnectionResolvers<ContextType>;
  AppointmentEdge?: AppointmentEdgeResolvers<ContextType>;
  AppointmentResult?: AppointmentResultResolvers<ContextType>;
  ApprovalRule?: ApprovalRuleResolvers<ContextType>;
  Attendance?: AttendanceResolvers<ContextType>;
  AuditTrailConnection?: AuditTrailConnectionResolvers<ContextType>;
  AuditTrailEdge?: AuditTrailEdgeResolvers<ContextType>;
  AuditTrailEntry?: AuditTrailEntryResolvers<ContextType>;
  AuditTrailFinding?: AuditTrailFindingResolvers<ContextType>;
  AuditTrailVerification?: AuditTrailVerificationResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  AuthorityResult?: AuthorityResultResolvers<ContextType>;
  AutomaticPayment?: AutomaticPaymentResolvers<ContextType>;
  Bill?: BillResolvers<ContextType>;
  BillNotPayable?: BillNotPayableResolvers<ContextType>;
  BillNumberTaken?: BillNumberTakenResolvers<ContextType>;
  BillPayment?: BillPaymentResolvers<ContextType>;
  BillRating?: BillRatingResolvers<ContextType>;
  Biller?: BillerResolvers<ContextType>;
  BindTransitCardResult?: BindTransitCardResultResolvers<ContextType>;
  BindUtilityAccountResult?: BindUtilityAccountResultResolvers<ContextType>;
  BookingBlocked?: BookingBlockedResolvers<ContextType>;
  BrokenTransfer?: BrokenTransferResolvers<ContextType>;
  CallNextTicketResult?: CallNextTicketResultResolvers<ContextType>;
  CardBusy?: CardBusyResolvers<ContextType>;
  CardInArrears?: CardInArrearsResolvers<ContextType>;
  CardReader?: CardReaderResolvers<ContextType>;
  CardReaderResult?: CardReaderResultResolvers<ContextType>;
  CaseClock?: CaseClockResolvers<ContextType>;
  CaseEscalation?: CaseEscalationResolvers<ContextType>;
  CaseFigures?: CaseFiguresResolvers<ContextType>;
  CaseFiguresResult?: CaseFiguresResultResolvers<ContextType>;
  CaseMaterial?: CaseMaterialResolvers<ContextType>;
  CaseNote?: CaseNoteResolvers<ContextType>;
  CaseNoteConnection?: CaseNoteConnectionResolvers<ContextType>;
  CaseNoteEdge?: CaseNoteEdgeResolvers<ContextType>;
  CaseNoteResult?: CaseNoteResultResolvers<ContextType>;
  ChangeBillResult?: ChangeBillResultResolvers<ContextType>;
  ChangeTransitCardResult?: ChangeTransitCardResultResolvers<ContextType>;
  ChannelUnavailable?: ChannelUnavailableResolvers<ContextType>;
  CheckPayoutAccountResult?: CheckPayoutAccountResultResolvers<ContextType>;
  CheckedInput?: CheckedInputResolvers<ContextType>;
  CheckedRule?: CheckedRuleResolvers<ContextType>;
  ChecklistPoint?: ChecklistPointResolvers<ContextType>;
  Citizen?: CitizenResolvers<ContextType>;
  ClockExtension?: ClockExtensionResolvers<ContextType>;
  ClockPause?: ClockPauseResolvers<ContextType>;
  CloseTransitCardResult?: CloseTransitCardResultResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentRequest?: ConsentRequestResolvers<ContextType>;
  CorrectTripResult?: CorrectTripResultResolvers<ContextType>;
  CorrectionNotice?: CorrectionNoticeResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  DataAccess?: DataAccessResolvers<ContextType>;
  DataAccessConnection?: DataAccessConnectionResolvers<ContextType>;
  DataAccessEdge?: DataAccessEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DecideConsentResult?: DecideConsentResultResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DelayComplaint?: DelayComplaintResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Deposit?: DepositResolvers<ContextType>;
  DeskConnection?: DeskConnectionResolvers<ContextType>;
  DeskEdge?: DeskEdgeResolvers<ContextType>;
  DeskEntry?: DeskEntryResolvers<ContextType>;
  DrawInspectionsResult?: DrawInspectionsResultResolvers<ContextType>;
  DuplicateApplication?: DuplicateApplicationResolvers<ContextType>;
  Employer?: EmployerResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  Evaluation?: EvaluationResolvers<ContextType>;
  EvaluationAppeal?: EvaluationAppealResolvers<ContextType>;
  EvaluationCallBack?: EvaluationCallBackResolvers<ContextType>;
  EvaluationConnection?: EvaluationConnectionResolvers<ContextType>;
  EvaluationEdge?: EvaluationEdgeResolvers<ContextType>;
  EvaluationFigures?: EvaluationFiguresResolvers<ContextType>;
  EvaluationNote?: EvaluationNoteResolvers<ContextType>;
  EvaluationResult?: EvaluationResultResolvers<ContextType>;
  Fee?: FeeResolvers<ContextType>;
  FileRejection?: FileRejectionResolvers<ContextType>;
  FilledMaterial?: FilledMaterialResolvers<ContextType>;
  FormIncomplete?: FormIncompleteResolvers<ContextType>;
  FormProblem?: FormProblemResolvers<ContextType>;
  GrantedConsent?: GrantedConsentResolvers<ContextType>;
  Hall?: HallResolvers<ContextType>;
  HallChange?: HallChangeResolvers<ContextType>;
  HallChangeConnection?: HallChangeConnectionResolvers<ContextType>;
  HallChangeEdge?: HallChangeEdgeResolvers<ContextType>;
  HallConnection?: HallConnectionResolvers<ContextType>;
  HallEdge?: HallEdgeResolvers<ContextType>;
  HallQueue?: HallQueueResolvers<ContextType>;
  HallSlot?: HallSlotResolvers<ContextType>;
  HallWindow?: HallWindowResolvers<ContextType>;
  HandlingResult?: HandlingResultResolvers<ContextType>;
  HouseholdExtension?: HouseholdExtensionResolvers<ContextType>;
  HousingFundAccount?: HousingFundAccountResolvers<ContextType>;
  HousingFundContribution?: HousingFundContributionResolvers<ContextType>;
  HousingFundContributionConnection?: HousingFundContributionConnectionResolvers<ContextType>;
  HousingFundContributionEdge?: HousingFundContributionEdgeResolvers<ContextType>;
  HousingFundInterest?: HousingFundInterestResolvers<ContextType>;
  HousingFundLoan?: HousingFundLoanResolvers<ContextType>;
  HousingFundWithdrawal?: HousingFundWithdrawalResolvers<ContextType>;
  IdempotencyMismatch?: IdempotencyMismatchResolvers<ContextType>;
  InspectionPlan?: InspectionPlanResolvers<ContextType>;
  InspectionPlanConnection?: InspectionPlanConnectionResolvers<ContextType>;
  InspectionPlanEdge?: InspectionPlanEdgeResolvers<ContextType>;
  InspectionReportResult?: InspectionReportResultResolvers<ContextType>;
  InspectionResult?: InspectionResultResolvers<ContextType>;
  InspectionResultConnection?: InspectionResultConnectionResolvers<ContextType>;
  InspectionResultEdge?: InspectionResultEdgeResolvers<ContextType>;
  Inspector?: InspectorResolvers<ContextType>;
  InspectorConnection?: InspectorConnectionResolvers<ContextType>;
  InspectorEdge?: InspectorEdgeResolvers<ContextType>;
  InspectorRedraw?: InspectorRedrawResolvers<ContextType>;
  InspectorResult?: InspectorResultResolvers<ContextType>;
  Instalment?: InstalmentResolvers<ContextType>;
  InstalmentConnection?: InstalmentConnectionResolvers<ContextType>;
  InstalmentEdge?: InstalmentEdgeResolvers<ContextType>;
  InsufficientFunds?: InsufficientFundsResolvers<ContextType>;
  InterestPeriod?: InterestPeriodResolvers<ContextType>;
  InterestProjection?: InterestProjectionResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  IssueRideCredentialResult?: IssueRideCredentialResultResolvers<ContextType>;
  IssueTransitCardResult?: IssueTransitCardResultResolvers<ContextType>;
  IssuedApiKey?: IssuedApiKeyResolvers<ContextType>;
  IssuedTransitCard?: IssuedTransitCardResolvers<ContextType>;
  JSONObject?: GraphQLScalarType;
  Jurisdiction?: JurisdictionResolvers<ContextType>;
  LateFee?: LateFeeResolvers<ContextType>;
  LedgerAccount?: LedgerAccountResolvers<ContextType>;
  LedgerDifference?: LedgerDifferenceResolvers<ContextType>;
  LegalBasis?: LegalBasisResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  LinkHeader?: LinkHeaderResolvers<ContextType>;
  LoanRate?: LoanRateResolvers<ContextType>;
  LocalizedText?: LocalizedTextResolvers<ContextType>;
  MarkNotificationsReadResult?: MarkNotificationsReadResultResolvers<ContextType>;
  MarkedNotifications?: MarkedNotificationsResolvers<ContextType>;
  Material?: MaterialResolvers<ContextType>;
  MaterialDownload?: MaterialDownloadResolvers<ContextType>;
  MaterialDownloadResult?: MaterialDownloadResultResolvers<ContextType>;
  MaterialFile?: MaterialFileResolvers<ContextType>;
  MaterialFileResult?: MaterialFileResultResolvers<ContextType>;
  MaterialUpload?: MaterialUploadResolvers<ContextType>;
  MaterialUploadResult?: MaterialUploadResultResolvers<ContextType>;
  Money?: GraphQLScalarType;
  Month?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NamedFault?: NamedFaultResolvers<ContextType>;
  NobodyWaits?: NobodyWaitsResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotAllowedNow?: NotAllowedNowResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  NotPublishable?: NotPublishableResolvers<ContextType>;
  NotRefundable?: NotRefundableResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NumberTaken?: NumberTakenResolvers<ContextType>;
  OpenDay?: OpenDayResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  OperatedTrip?: OperatedTripResolvers<ContextType>;
  OrderPayoutResult?: OrderPayoutResultResolvers<ContextType>;
  OutsideJurisdiction?: OutsideJurisdictionResolvers<ContextType>;
  OwnEnterprise?: OwnEnterpriseResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaidBill?: PaidBillResolvers<ContextType>;
  Partner?: PartnerResolvers<ContextType>;
  PartnerConnection?: PartnerConnectionResolvers<ContextType>;
  PartnerContact?: PartnerContactResolvers<ContextType>;
  PartnerEdge?: PartnerEdgeResolvers<ContextType>;
  PartnerName?: PartnerNameResolvers<ContextType>;
  PayBillsResult?: PayBillsResultResolvers<ContextType>;
  PayableBills?: PayableBillsResolvers<ContextType>;
  PayableBillsResult?: PayableBillsResultResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  Payout?: PayoutResolvers<ContextType>;
  PayoutAccount?: PayoutAccountResolvers<ContextType>;
  PayoutConnection?: PayoutConnectionResolvers<ContextType>;
  PayoutEdge?: PayoutEdgeResolvers<ContextType>;
  PilotMeasures?: PilotMeasuresResolvers<ContextType>;
  PilotMeasuresResult?: PilotMeasuresResultResolvers<ContextType>;
  PlannedInspection?: PlannedInspectionResolvers<ContextType>;
  PlannedInspectionConnection?: PlannedInspectionConnectionResolvers<ContextType>;
  PlannedInspectionEdge?: PlannedInspectionEdgeResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  ProveTelephoneResult?: ProveTelephoneResultResolvers<ContextType>;
  PublishServiceItemResult?: PublishServiceItemResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RatedTier?: RatedTierResolvers<ContextType>;
  RatingLine?: RatingLineResolvers<ContextType>;
  ReadingOffice?: ReadingOfficeResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  ReceiptLine?: ReceiptLineResolvers<ContextType>;
  ReceiveResult?: ReceiveResultResolvers<ContextType>;
  ReceiveTicketResult?: ReceiveTicketResultResolvers<ContextType>;
  RecordDepositResult?: RecordDepositResultResolvers<ContextType>;
  RecordEnterpriseResult?: RecordEnterpriseResultResolvers<ContextType>;
  RecordPayoutResult?: RecordPayoutResultResolvers<ContextType>;
  RedrawInspectorResult?: RedrawInspectorResultResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundPaymentResult?: RefundPaymentResultResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RefusedConsent?: RefusedConsentResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegionRollOutChange?: RegionRollOutChangeResolvers<ContextType>;
  RegisterStatement?: RegisterStatementResolvers<ContextType>;
  RemovePayoutAccountResult?: RemovePayoutAccountResultResolvers<ContextType>;
  RemoveTelephoneResult?: RemoveTelephoneResultResolvers<ContextType>;
  RenewPartnershipResult?: RenewPartnershipResultResolvers<ContextType>;
  RenewalWindow?: RenewalWindowResolvers<ContextType>;
  ReplaceTransitCardResult?: ReplaceTransitCardResultResolvers<ContextType>;
  RepresentedSubject?: RepresentedSubjectResolvers<ContextType>;
  RequestConsentResult?: RequestConsentResultResolvers<ContextType>;
  RequestedConsent?: RequestedConsentResolvers<ContextType>;
  ReviewNote?: ReviewNoteResolvers<ContextType>;
  ReviewPartnerResult?: ReviewPartnerResultResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeAuthorityResult?: RevokeAuthorityResultResolvers<ContextType>;
  RevokeConsentResult?: RevokeConsentResultResolvers<ContextType>;
  RideCodeKey?: RideCodeKeyResolvers<ContextType>;
  RideCodeUsed?: RideCodeUsedResolvers<ContextType>;
  RideCredential?: RideCredentialResolvers<ContextType>;
  RollOut?: RollOutResolvers<ContextType>;
  RollOutChange?: RollOutChangeResolvers<ContextType>;
  RollOutChangeConnection?: RollOutChangeConnectionResolvers<ContextType>;
  RollOutChangeEdge?: RollOutChangeEdgeResolvers<ContextType>;
  RollOutStageOfRegion?: RollOutStageOfRegionResolvers<ContextType>;
  RuleCheck?: RuleCheckResolvers<ContextType>;
  SameOfficer?: SameOfficerResolvers<ContextType>;
  SampleReview?: SampleReviewResolvers<ContextType>;
  SampleReviewConnection?: SampleReviewConnectionResolvers<ContextType>;
  SampleReviewEdge?: SampleReviewEdgeResolvers<ContextType>;
  SampleReviewResult?: SampleReviewResultResolvers<ContextType>;
  SaveHallResult?: SaveHallResultResolvers<ContextType>;
  SaveServiceItemResult?: SaveServiceItemResultResolvers<ContextType>;
  SecretNoLongerShown?: SecretNoLongerShownResolvers<ContextType>;
  SendConfirmationCodeResult?: SendConfirmationCodeResultResolvers<ContextType>;
  SentCode?: SentCodeResolvers<ContextType>;
  ServiceItem?: ServiceItemResolvers<ContextType>;
  ServiceItemConnection?: ServiceItemConnectionResolvers<ContextType>;
  ServiceItemEdge?: ServiceItemEdgeResolvers<ContextType>;
  SetAutomaticPaymentResult?: SetAutomaticPaymentResultResolvers<ContextType>;
  SetBillerProfileResult?: SetBillerProfileResultResolvers<ContextType>;
  SetTelephoneResult?: SetTelephoneResultResolvers<ContextType>;
  SetTransitOperatorProfileResult?: SetTransitOperatorProfileResultResolvers<ContextType>;
  SettledInterest?: SettledInterestResolvers<ContextType>;
  SignedStatusList?: SignedStatusListResolvers<ContextType>;
  SiteFinding?: SiteFindingResolvers<ContextType>;
  SiteInspection?: SiteInspectionResolvers<ContextType>;
  SlotFull?: SlotFullResolvers<ContextType>;
  SpecialDay?: SpecialDayResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  StatementLine?: StatementLineResolvers<ContextType>;
  StepProgress?: StepProgressResolvers<ContextType>;
  SubmitBillResult?: SubmitBillResultResolvers<ContextType>;
  SubmitTapResult?: SubmitTapResultResolvers<ContextType>;
  TakeTicketResult?: TakeTicketResultResolvers<ContextType>;
  Tariff?: TariffResolvers<ContextType>;
  TariffSurcharge?: TariffSurchargeResolvers<ContextType>;
  TariffTier?: TariffTierResolvers<ContextType>;
  Telephone?: TelephoneResolvers<ContextType>;
  TextNotSent?: TextNotSentResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketResult?: TicketResultResolvers<ContextType>;
  TimeLimits?: TimeLimitsResolvers<ContextType>;
  TimeOfUsePrices?: TimeOfUsePricesResolvers<ContextType>;
  ToDo?: ToDoResolvers<ContextType>;
  TooManyAttendances?: TooManyAttendancesResolvers<ContextType>;
  TooManyCodes?: TooManyCodesResolvers<ContextType>;
  TooManyGuesses?: TooManyGuessesResolvers<ContextType>;
  TopUpTransitCardResult?: TopUpTransitCardResultResolvers<ContextType>;
  TransitCard?: TransitCardResolvers<ContextType>;
  TransitFare?: TransitFareResolvers<ContextType>;
  TransitLeg?: TransitLegResolvers<ContextType>;
  TransitLine?: TransitLineResolvers<ContextType>;
  TransitOperator?: TransitOperatorResolvers<ContextType>;
  TransitPass?: TransitPassResolvers<ContextType>;
  TransitPrice?: TransitPriceResolvers<ContextType>;
  TransitRoute?: TransitRouteResolvers<ContextType>;
  TransitStation?: TransitStationResolvers<ContextType>;
  TransitTrip?: TransitTripResolvers<ContextType>;
  TransitTripConnection?: TransitTripConnectionResolvers<ContextType>;
  TransitTripEdge?: TransitTripEdgeResolvers<ContextType>;
  TrialBalance?: TrialBalanceResolvers<ContextType>;
  TrialBalanceLine?: TrialBalanceLineResolvers<ContextType>;
  UnbindUtilityAccountResult?: UnbindUtilityAccountResultResolvers<ContextType>;
  UploadLink?: UploadLinkResolvers<ContextType>;
  UsageOfYear?: UsageOfYearResolvers<ContextType>;
  UtilityAccount?: UtilityAccountResolvers<ContextType>;
  UtilityQuote?: UtilityQuoteResolvers<ContextType>;
  VatRule?: VatRuleResolvers<ContextType>;
  VerifyAuditTrailResult?: VerifyAuditTrailResultResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
  WeeklyHours?: WeeklyHoursResolvers<ContextType>;
  WorkflowStep?: WorkflowStepResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  length?: LengthDirectiveResolver<any, any, ContextType>;
  personal?: PersonalDirectiveResolver<any, any, ContextType>;
};
