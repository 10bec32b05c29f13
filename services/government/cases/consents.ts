import type { Scope } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/** The consents under which a partner reads and acts in this request. */
export type Consents = {
  /** Looks up what the person allows the calling partner now. */
  readonly open: (person: CitizenId) => Promise<readonly unknown[]>;
  /** Scopes of what `open` found. */
  readonly scopesOf: (person: CitizenId) => readonly Scope[];
};
