import type { DemoWrites } from "../../local/demo/onboard.ts";
import { setBillerProfile } from "../../services/convenience/utilities/bills/set-biller-profile.ts";
import { region } from "../../services/field/region.ts";
import {
  type Citizen,
  CONSENT_SCOPES,
  type Officer,
  type Partner,
  SCOPES,
  type Scope,
} from "../../services/kernel/actor.ts";
import type { CitizenId, KeyId, PartnerId } from "../../services/kernel/ids.ts";
import { grantConsent, requestConsent } from "../../services/people/citizens/index.ts";
import { createApiKey } from "../../services/people/partners/index.ts";
import { must } from "../support/must.ts";

export const BILLER_SCOPES: readonly Scope[] = ["BILLS_SUBMIT", "OWN_ACCOUNTS", "BILLS_PAY"];

const MANAGER: Officer = {
  ...{ kind: "OFFICER", mode: "live", id: "ofc_0123456789abcdef", roles: ["PARTNER_MANAGER"] },
  jurisdiction: { regionPrefix: "", departments: [] },
};

/**
 * Opens everything to the demo city's partner: its citizen consents to all that can be asked for, and it becomes a
 * biller, with a key for that alone. Answers with the key.
 */
export async function openToPartner(citizen: CitizenId, id: PartnerId, writes: DemoWrites): Promise<string> {
  const { now } = writes;
  const representative: Citizen = { kind: "CITIZEN", mode: "live", id: citizen };
  const actor: Partner = {
    ...{ kind: "PARTNER", mode: "live", id, keyId: "demo" as KeyId, scopes: SCOPES },
    ...{ name: "京城便民科技有限公司", creditCode: "11100000000013338W" },
  };
  const wish = { scopes: CONSENT_SCOPES, purpose: "试验", days: 365 };
  const { token } = must(await requestConsent("fuzz-consent", wish, { actor, now }, writes));
  must(await grantConsent(token, CONSENT_SCOPES, { actor: representative, now }, writes));
  const profile: Parameters<typeof setBillerProfile>[1] = {
    ...{ name: "京城热力", kind: "WATER", region: region("110000"), lookup: "ACCOUNT_NUMBER_AND_HOLDER" },
    ...{ lateFee: undefined, partPayments: true },
  };
  must(await setBillerProfile(id, profile, { actor: MANAGER, now }, writes));
  const key = { partnerId: id, name: "bills", mode: "live", scopes: BILLER_SCOPES, networks: [] } as const;
  return must(
    await createApiKey("fuzz-key", { ...key, expiresAt: undefined }, { actor: representative, now }, writes),
  ).secret;
}
