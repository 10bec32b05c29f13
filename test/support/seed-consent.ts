import { randomUUID } from "node:crypto";
import type { Citizen, Mode, Partner, Scope } from "../../services/kernel/actor.ts";
import type { CitizenId } from "../../services/kernel/ids.ts";
import { grantConsent, referenceFor, requestConsent } from "../../services/people/citizens/index.ts";
import { authenticateKey } from "../../services/people/partners/index.ts";
import { must } from "./must.ts";
import type { TestPlatform } from "./platform.ts";
import type { LivePartner } from "./seed-partner.ts";

/** A citizen's consent to what a partner asked for; answers with the partner's reference for the citizen. */
export async function seedConsent(
  platform: TestPlatform,
  { partnerId, liveKey, testKey }: LivePartner,
  citizenId: CitizenId,
  scopes: readonly Scope[],
  mode: Mode = "live",
): Promise<string> {
  const partner = await partnerBehind(platform, mode === "live" ? liveKey : testKey);
  const asking = platform.context(partner);
  const wish = { scopes, purpose: "贷款预审", days: 30 };
  const { token } = must(
    await requestConsent(randomUUID(), wish, { actor: partner, now: asking.now }, asking),
  );
  const citizen: Citizen = { kind: "CITIZEN", mode, id: citizenId };
  const granting = platform.context(citizen);
  must(await grantConsent(token, scopes, { actor: citizen, now: granting.now }, granting));
  return referenceFor(partnerId, citizenId, platform.ports.secrets);
}

async function partnerBehind({ ports, database, clock }: TestPlatform, apiKey: string): Promise<Partner> {
  const request = { sourceIp: "203.0.113.7", now: clock.now(), secrets: ports.secrets, database: database() };
  return must(await authenticateKey(apiKey, request));
}
