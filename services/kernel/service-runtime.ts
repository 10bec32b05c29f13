import type { Mode } from "./actor.ts";
import type { Commit } from "./commit/commit.ts";
import type { Database } from "./database/database.ts";
import type { Parts } from "./parts.ts";
import type { Config } from "./process/config.ts";
import type { Log } from "./process/log.ts";
import type { Instant, Runtime } from "./runtime.ts";
import type { Service } from "./service.ts";

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
  readonly config: Pick<
    Config,
    "paymentGateways" | "bankAccountCheck" | "sandboxPaysLive" | "textMessages" | "printsTextMessages"
  >;
  readonly runtime: Runtime;
  readonly log: Log;
};

export type SweepPorts = Outside & {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
  readonly parts: Parts;
};

/** Does what is due, begins nothing after `until`, and answers what is logged of it. */
export type Sweep = (
  ports: SweepPorts,
  mode: Mode,
  until: Instant,
) => Promise<Readonly<Record<string, unknown>>>;

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
};
