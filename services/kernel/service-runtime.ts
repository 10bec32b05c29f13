import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Mode } from "./actor.ts";
import type { Commit } from "./commit/commit.ts";
import type { DatabaseCall } from "./database/calls.ts";
import type { Database } from "./database/database.ts";
import type { PutDocument } from "./documents/publish-documents.ts";
import type { Parts } from "./parts.ts";
import type { Outcome } from "./process/in-turn.ts";
import type { Log } from "./process/log.ts";
import type { Secrets } from "./process/secrets.ts";
import type { Instant, Runtime } from "./runtime.ts";
import type { Service } from "./service.ts";
import type { Settings } from "./settings.ts";

/**
 * Services bring these to others that do not know them, by kind: a service that takes some merges its kind here, and any
 * service offers it in its `runtime.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each service that takes offers merges their kind into this
export interface Offers {}

/** All that is offered of a kind, in the order of the registry. */
export type Offered = <K extends keyof Offers>(kind: K) => readonly Offers[K][];

/** Parts are opened with these. */
export type Outside = {
  readonly config: Settings;
  readonly runtime: Runtime;
  readonly log: Log;
};

/** The ports of what a service does besides answering the API. */
export type WorkPorts = Outside & {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  /** For the one thing that no view does, to look through a whole table. */
  readonly tables: { readonly call: DatabaseCall; readonly prefix: string };
  /** Throws in a function that does not state that it derives keys. */
  readonly secrets: () => Pick<Secrets, "mac" | "signingKey" | "signingKeyFor" | "citizenDigest">;
  /** Throws in a function that does not state that it publishes documents. */
  readonly putDocument: PutDocument;
  readonly now: () => Instant;
  readonly parts: Parts;
  /** LOCAL on a developer's machine: all comes round sooner there, and no index is late. */
  readonly pace: "DEPLOYED" | "LOCAL";
};

/** Does what is due in a mode, begins nothing after `until`, and answers what is logged of it and what failed. */
export type Sweep = (ports: WorkPorts, mode: Mode, until: Instant) => Promise<Outcome>;

/** The same, where the modes cannot be told apart before the work is looked at. */
export type Round = (ports: WorkPorts, until: Instant) => Promise<Outcome>;

/** Answers the calls of an endpoint; its failures are answers, too. */
export type Answer = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * A service's work besides answering the API: its `runtime.ts`. It knows nothing of the API, so that a process that
 * serves none carries no resolver.
 */
export type ServiceRuntime = {
  readonly service: Service;
  readonly offers?: { readonly [K in keyof Offers]?: readonly Offers[K][] };
  /** Its parts of the process, once for each process. */
  readonly open?: (offered: Offered, outside: Outside) => Promise<Partial<Parts>>;
  /** By the name of the schedule, its own or another service's. */
  readonly sweeps?: Readonly<Record<string, Sweep>>;
  /** By the name of its own schedule, which has no sweeps then. */
  readonly rounds?: Readonly<Record<string, Round>>;
  /** By the name of its endpoint; opened once for each process. */
  readonly endpoints?: Readonly<Record<string, (ports: WorkPorts) => Answer>>;
};
