import type { Role } from "./actor.ts";
import type { Message } from "./message.ts";
import type { Needs } from "./needs.ts";
import type { SettingStatements } from "./settings.ts";

/**
 * A service as data: its `service.ts` states it, and imports nothing that runs. The registry, the generated code,
 * the infrastructure and tests read it, so that none of them names a service.
 */
export type Service = {
  /** Its folder under `services/`, "government/licences". */
  readonly name: string;
  /** Its documents under `schema/`, without their ending. */
  readonly schema: readonly string[];
  /** The prefixes of its ids, of which no two services have one; its `api.ts` says which of them `node` finds. */
  readonly ids: readonly string[];
  /** The schema's types that its resolvers are given something of its own for: its `models.ts` says what. */
  readonly models: readonly string[];
  /** Its texts for people, in both languages: one table for each part of it that has something to say. */
  readonly messages: readonly Readonly<Record<string, Message>>[];
  /** How people read its fields that stand in the record of who has read their data. */
  readonly fieldWords?: FieldWords;
  /** The events of its commits, by their types. */
  readonly events?: Readonly<Record<string, EventStatement>>;
  /** How the trail of a case tells what it does there, by the last part of the action: "accepted". */
  readonly trail?: Readonly<Record<string, TrailWords>>;
  /** Its settings, by the names that the code reads them by. */
  readonly settings?: SettingStatements;
  /** The functions that are called for it again and again. */
  readonly schedules?: readonly Schedule[];
  /** The functions that somebody outside calls. */
  readonly endpoints?: readonly Endpoint[];
  /** The needs of its sweeps, receivers and purposes in another service's schedule or endpoint, by the name of that. */
  readonly needsIn?: Readonly<Record<string, Needs>>;
  /** The alarms of its sweeps, receivers and purposes in another service's schedule, by the name of that. */
  readonly alarmsIn?: Readonly<Record<string, readonly ScheduleAlarm[]>>;
  /** Its part of the function that answers the API. */
  readonly inApi?: InApi;
};

/** A service's part of the function that answers the API, and its resolvers with it. */
export type InApi = {
  /** Besides registry and records, which all services read and write there. */
  readonly needs?: Needs;
  /** The lines of its own in that function's log that are counted. */
  readonly lines?: readonly CountedLine[];
};

/** A line that is logged, by its message; CloudWatch counts it. */
export type CountedLine = {
  readonly metric: string;
  readonly message: string;
  /** From so many in five minutes on, somebody is told. */
  readonly alarm?: Alarm & { readonly from: number };
};

/** Texts for the values of enums, by the enum's name and the value. */
export type EnumWords = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** Texts for the fields of the schema's types, by the type's name: one for the type, and one for each field. */
export type FieldWords = Readonly<
  Record<string, { readonly name: Message; readonly fields: Readonly<Record<string, Message>> }>
>;

/** An event that a commit can carry. */
export type EventStatement = {
  /**
   * The fields of its payload: ids and codes, amounts as GraphQL's Money writes them, times as a clock in Asia/Shanghai
   * shows them, but no other personal data. `about` is the global id of what the event is about.
   */
  readonly payload: readonly ["about", ...string[]];
  /**
   * How citizens read it. `{gaps}` are filled from its payload; `{partner}` is the name behind `partnerId`, and a gap that a
   * naming is for, such as `{hall}` or `{case}`, the name behind the payload's code or id.
   */
  readonly text: Message;
};

/** How an action reads in the trail of a case. */
export type TrailWords = {
  /** Begins with the verb: a name for the person or office stands before it. */
  readonly text: Message;
  /** The role in which an officer does it, where the step that it ends does not tell it. */
  readonly role?: Role;
  readonly endsStep?: true;
  /** The applicant reads the reason, too. */
  readonly isReasonTold?: true;
  /** The reason is nobody's text: it names a step or a material of the item, an officer, a ticket of a hall, or the window that has taken it in. */
  readonly reasonNames?: "STEP" | "MATERIAL" | "OFFICER" | "TICKET" | "WINDOW";
  /** A clerk does it at a window of another region, who is of no department that handles the case. */
  readonly isElsewhere?: true;
};

/** A function that is called again and again. */
export type Schedule = {
  /** Of the sweeps that it does, "end-rides"; the function's id in the stack is the same in one word, "EndRides". */
  readonly name: string;
  /** For its description: "civigraph dev: …". */
  readonly does: string;
  /** The message of the line that it logs at the end of each run. */
  readonly logs: string;
  readonly everyMinutes: number;
  /**
   * On a developer's machine it waits until the demo city is filled: by today's date it would end what is being filled
   * in with the dates of months ago.
   */
  readonly waitsForDemo?: true;
  /** Runs end by themselves before that (their reserve), and mostly the next one has not begun. */
  readonly timeoutSeconds: number;
  /** Kept for work that is under way when the time is over, where that takes longer than a sweep's commits. */
  readonly reserveSeconds?: number;
  readonly memoryMb: number;
  /** Of its service's own; others add theirs by `needsIn`. */
  readonly needs: Needs;
  readonly alarms: readonly ScheduleAlarm[];
};

/** An address of an endpoint, with a gap for any part of it: "/payment-notifications/{mode}", "/openid/{mode}/{call+}". */
export type Route = { readonly method: "GET" | "POST"; readonly path: `/${string}` };

/** A function that somebody outside calls. */
export type Endpoint = {
  /** "payment-notification"; the function's id in the stack is the same in one word, "PaymentNotification". */
  readonly name: string;
  readonly routes: readonly [Route, ...Route[]];
  /** Its addresses are the site's own as well, below `siteOrigin`, and not the API's alone. */
  readonly isAtSite?: true;
  /** For its description: "civigraph dev: …". */
  readonly does: string;
  /** How it knows those who call, for the gateway lets everybody through. */
  readonly admits: string;
  /** Shorter than the gateway's wait. */
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Of its service's own; others add theirs by `needsIn`. */
  readonly needs: Needs;
  readonly alarms: readonly EndpointAlarm[];
};

/** By its name docs/operators.md says what to do about it. */
type Alarm = { readonly name: string; readonly means: string };

/** Lines of faults in its log. */
type LoggedFault = { readonly on: "fault"; readonly metric: string };

/** Calls that failed, or never came about. */
export type ScheduleAlarm = Alarm & (LoggedNumber | LoggedFault | { readonly on: "missed calls" });

/** Or it crashes, or takes too long. */
export type EndpointAlarm = Alarm & (LoggedFault | { readonly on: "crash" });

/** A number in the line that it logs, from which on somebody is told. */
type LoggedNumber = {
  readonly on: "number";
  readonly metric: string;
  readonly field: string;
  /** Or what the stage says. */
  readonly from: number | "outboxAgeMaxSeconds";
  /** Of the live mode alone: what officers have to do, whom a sandbox has none of. */
  readonly isLiveOnly?: true;
  /** Runs that are silent count as well, from the second on. */
  readonly isRaisedBySilence?: true;
};
