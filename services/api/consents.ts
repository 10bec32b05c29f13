import type { Mode, Scope } from "../kernel/actor.ts";
import type { CitizenId, PartnerId } from "../kernel/ids.ts";
import { limitExceeded, type PlatformError } from "./errors.ts";
import type { Matter } from "./subjects.ts";

/** The consents under which one request of a partner reads. Read anew with every request, so a revocation holds. */
export type ConsentBook = {
  /** Warms the read of what `open` will ask for. The sealed reference says which partner it was made for. */
  readonly prefetch: (mode: Mode, partner: PartnerId, citizen: CitizenId) => void;
  /** Looks up what the citizen allows this partner now; none where nothing is in force. */
  readonly open: (citizen: CitizenId) => Promise<readonly { readonly scopes: readonly Scope[] }[]>;
  /** Scopes of what `open` found. */
  readonly scopesOf: (citizen: CitizenId) => readonly Scope[];
};

/** The data of so many people one request may open: each costs a write, and nobody handles more at once. */
export const PERSONS_READ_MAX = 200;

/** The error that answers a request that comes to more people than can be put on record. */
export const tooManyPersons = (): PlatformError =>
  limitExceeded("persons whose data is read", PERSONS_READ_MAX);

/** Gathers what a partner or an officer reads of whom in one request; an answer leaves only after `write`. */
export type AccessLog = {
  /**
   * `field` as "Type.field", and for an officer the case in which it is read; before it is read, and before anything is
   * done that tells of it. Throws LIMIT_EXCEEDED where one request comes to more people than can be put on record, so that
   * nobody who notes a reading can read on without its being noted.
   */
  readonly note: (citizen: CitizenId, field: string, scopes: readonly Scope[], matter?: Matter) => void;
  /** Writes one record for each person. */
  readonly write: () => Promise<void>;
};
