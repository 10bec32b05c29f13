import type { Citizen, Mode, Officer, Scope } from "../../services/kernel/actor.ts";
import type { CitizenId, PartnerId } from "../../services/kernel/ids.ts";
import { newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { applyForPartnership, createApiKey, reviewPartner } from "../../services/people/partners/index.ts";
import { must } from "./must.ts";
import type { TestPlatform } from "./platform.ts";
import { representativeIn } from "./seed-enterprise.ts";

export type SeedOptions = {
  /** Asked for, approved, and given to both keys. */
  readonly scopes: readonly Scope[];
  /** For both keys; none for any address. */
  readonly networks?: readonly string[];
  /** Of its enterprise, where that is not on record under another. */
  readonly name?: string;
  /** Of an enterprise on record, or that is put there; another one for each partner without it. */
  readonly creditCode?: string;
};

export type SeededPartner = {
  readonly partnerId: PartnerId;
  readonly representative: CitizenId;
  readonly testKey: string;
};
export type LivePartner = SeededPartner & { readonly liveKey: string };

type Platform = Pick<TestPlatform, "context" | "ports">;

/**
 * A partner whose enterprise is on record, and that went the whole way: applied, approved, by another officer granted
 * live access, with its keys.
 */
export function seedPartner(
  platform: Platform,
  options: SeedOptions & { readonly live: false },
): Promise<SeededPartner>;
export function seedPartner(
  platform: Platform,
  options: SeedOptions & { readonly live?: true },
): Promise<LivePartner>;
export async function seedPartner(
  platform: Platform,
  options: SeedOptions & { readonly live?: boolean },
): Promise<SeededPartner | LivePartner> {
  const stated = await representativeIn(platform, options);
  const representative: Citizen = { kind: "CITIZEN", mode: "live", id: stated.representative };
  const context = platform.context(representative);
  const by = { actor: representative, now: context.now };
  const application = {
    name: stated.name,
    creditCode: stated.creditCode,
    contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
    purpose: "便民服务",
    scopes: options.scopes,
  };
  const { id } = must(await applyForPartnership(newId("key", systemRuntime), application, by, context));
  await review(platform, id, { action: "approve", scopes: options.scopes });
  if (options.live !== false) await review(platform, id, { action: "grantLive" });

  const key = async (mode: Mode): Promise<string> => {
    const { scopes, networks = [] } = options;
    const wish = { partnerId: id, name: `${mode} key`, mode, scopes, networks, expiresAt: undefined };
    const idempotencyKey = newId("key", systemRuntime);
    return must(await createApiKey(idempotencyKey, wish, by, platform.context(representative))).secret;
  };
  const seeded = { partnerId: id, representative: representative.id, testKey: await key("test") };
  return options.live === false ? seeded : { ...seeded, liveKey: await key("live") };
}

/** One review, each by an officer of its own. */
async function review(
  platform: Platform,
  id: PartnerId,
  decision: { action: "approve"; scopes: readonly Scope[] } | { action: "grantLive" },
): Promise<void> {
  const actor = partnerManager();
  const context = platform.context(actor);
  must(await reviewPartner(id, { ...decision, reason: "资料齐全" }, { actor, now: context.now }, context));
}

export const partnerManager = (): Officer => ({
  kind: "OFFICER",
  mode: "live",
  id: newId("ofc", systemRuntime),
  roles: ["PARTNER_MANAGER"],
  jurisdiction: { regionPrefix: "", departments: [] },
});
