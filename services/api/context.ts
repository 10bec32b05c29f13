import type { Actor } from "../kernel/actor.ts";
import type { Commit } from "../kernel/commit/commit.ts";
import type { Database } from "../kernel/database/database.ts";
import type { Files } from "../kernel/files/file-store.ts";
import type { Language, Say, SayIn } from "../kernel/message.ts";
import type { Parts } from "../kernel/parts.ts";
import type { Config } from "../kernel/process/config.ts";
import type { Log } from "../kernel/process/log.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import type { Instant, Runtime } from "../kernel/runtime.ts";
import type { AccessLog, ConsentBook } from "./consents.ts";
import type { Subjects } from "./subjects.ts";

/** The ground that one request's resolvers stand on. */
export type Context = {
  readonly requestId: string;
  /** The request's time: one for all its decisions. */
  readonly now: Instant;
  readonly runtime: Runtime;
  readonly language: Language;
  /** Says what the API and the services have to say, in the language of the request. */
  readonly say: Say;
  /** The same in a language that the caller has not asked for, where a front-end shows both. */
  readonly sayIn: SayIn;
  readonly config: Config;
  readonly secrets: Secrets;
  /** Where the materials of applications are. */
  readonly files: Files;
  readonly log: Log;
  /** The parts that services bring for one another. */
  readonly parts: Parts;
  readonly database: Database;
  readonly commit: Commit;
  /** Settled before any resolver runs; see server.ts. */
  readonly authentication: Promise<Actor>;
  /** The caller. Throws before authentication has settled. */
  readonly actor: Actor;
  readonly subjects: Subjects;
  /** The consents under which a partner reads in this request. */
  readonly consents: ConsentBook;
  /** Records what partners and officers read of whom. */
  readonly accessLog: AccessLog;
  /** Writes that were started beside the request; a function may be frozen as soon as it has answered. */
  readonly unfinished: readonly Promise<void>[];
};

type ActorOf<K extends Actor["kind"]> = Extract<Actor, { kind: K }>;

/**
 * The caller as one of the kinds that a field's @access lets through. Throws a fault for another: then schema and
 * resolver disagree.
 */
export function actorAs<K extends Actor["kind"]>(
  context: Pick<Context, "actor">,
  ...kinds: readonly K[]
): ActorOf<K> {
  const { actor } = context;
  const isOne = (candidate: Actor): candidate is ActorOf<K> => kinds.some((kind) => kind === candidate.kind);
  if (!isOne(actor)) throw new Error(`a resolver for ${kinds.join(", ")} was reached by ${actor.kind}`);
  return actor;
}
