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
};
