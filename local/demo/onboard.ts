import type { Database } from "../../services/kernel/database/database.ts";
import type { Config } from "../../services/kernel/process/config.ts";
import type { Log } from "../../services/kernel/process/log.ts";
import type { Secrets } from "../../services/kernel/process/secrets.ts";
import type { Result } from "../../services/kernel/result.ts";
import type { Runtime } from "../../services/kernel/runtime.ts";
import type { requestConsent } from "../../services/people/citizens/index.ts";
import type { publishDemoItems } from "./service-items.ts";

/** The ground that the founding of the demo city stands on. */
export type DemoWrites = Parameters<typeof publishDemoItems>[1] &
  Parameters<typeof requestConsent>[3] & {
    readonly secrets: Secrets;
    readonly config: Config;
    readonly log: Log;
    readonly runtime: Runtime;
    /** A view that remembers nothing of what another has read. */
    readonly open: () => Database;
  };

export function must<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`the demo city: ${JSON.stringify(result.error)}`);
  return result.value;
}
