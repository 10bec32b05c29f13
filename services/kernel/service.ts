import type { Role } from "./actor.ts";
import type { Message } from "./message.ts";

/**
 * What a service is, as data: its `service.ts` states it, and imports nothing that runs. The registry, the generated code,
 * the infrastructure and tests read it, so that none of them names a service.
 */
export type Service = {
  /** Its folder under `services/`, "government/licences". */
  readonly name: string;
  /** Its documents under `schema/`, without their ending. */
  readonly schema: readonly string[];
  /** What its ids begin with; `node` finds its records by them. */
  readonly ids: readonly string[];
  /** The schema's types that its resolvers are given something of its own for: its `models.ts` says what. */
  readonly models: readonly string[];
  /** What people read of it, in both languages: one table for each part of it that has something to say. */
  readonly messages: readonly Readonly<Record<string, Message>>[];
  /** What its commits tell others, by the types of the events. */
  readonly events?: Readonly<Record<string, EventStatement>>;
  /** How the trail of a case tells what it does there, by the last part of the action: "accepted". */
  readonly trail?: Readonly<Record<string, TrailWords>>;
};

/** An event that a commit can carry. */
export type EventStatement = {
  /**
   * The fields of its payload: ids and codes, amounts as GraphQL's Money writes them, times as a clock in Asia/Shanghai
   * shows them, but no other personal data. `about` is the global id of what the event is about.
   */
  readonly payload: readonly ["about", ...string[]];
  /**
   * How citizens read it. `{gaps}` are filled from its payload; `{partner}` is the name behind `partnerId`, and a gap that a
   * naming is for, such as `{hall}`, the name behind the payload's code.
   */
  readonly text: Message;
};

/** How an action reads in the trail of a case. */
export type TrailWords = {
  /** Begins with the verb: a name for the person or office stands before it. */
  readonly text: Message;
  /** In which an officer does it, where the step that it ends does not tell it. */
  readonly role?: Role;
  readonly endsStep?: true;
  /** The applicant reads the reason, too. */
  readonly isReasonTold?: true;
};
