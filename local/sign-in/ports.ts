import type { Instant } from "../../services/kernel/runtime.ts";
import type { LocalIssuer } from "../issuer.ts";
import type { Accounts } from "./accounts.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import type { Client } from "./clients.ts";
import type { Grants } from "./grants.ts";

/** The ground that the endpoints of the local sign-in stand on. */
export type SignInPorts = {
  /** The platform's own address, for example http://localhost:4000, which is the issuer's name as well. */
  readonly origin: string;
  readonly issuer: LocalIssuer;
  readonly accounts: Accounts;
  readonly now: () => Instant;
  readonly clients: readonly Client[];
  readonly grants: Grants;
  readonly browsers: BrowserSessions;
};
