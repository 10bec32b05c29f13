import type { Secrets } from "../../services/kernel/process/secrets.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { authenticateKey, type KeyDatabase } from "../../services/people/partners/index.ts";
import { type City, DEMO_FILE } from "../known-city.ts";
import { damageProblem } from "../setup-problem.ts";

type CityPorts = {
  readonly database: Pick<KeyDatabase, "get">;
  readonly secrets: Secrets;
  readonly now: Instant;
};

/**
 * Throws where the city's keys are not on record under this root secret: a file of the folder was removed or put
 * back, and every credential in the demo file would be refused. A key that has been revoked is on record.
 */
export async function checkCity({ partner }: City, { database, secrets, now }: CityPorts): Promise<void> {
  // To look at a key is not to use it.
  const unused: KeyDatabase = { get: database.get, observe: async () => undefined };
  const request = { sourceIp: "127.0.0.1", now, secrets, database: unused };
  for (const key of [partner.test, partner.live]) {
    const known = await authenticateKey(key, request);
    if (!known.ok && (known.error === "KEY_MALFORMED" || known.error === "KEY_REFUSED")) {
      throw damageProblem(`${DEMO_FILE} does not match the data beside it (a file was removed or changed)`);
    }
  }
}
