import type { Mode } from "../../../kernel/actor.ts";
import type { SecretSource } from "../../../kernel/process/config.ts";
import { loadSecret } from "../../../kernel/process/secret-source.ts";
import type { Channel } from "./channel.ts";
import type { HostedPorts } from "./hosted-call.ts";
import { openHostedChannel } from "./hosted-channel.ts";
import { type GatewaySettings, readGatewaySettings } from "./hosted-settings.ts";

/** The payment gateways of this deployment, one for each mode that has one. */
export type Gateways = Readonly<Partial<Record<Mode, Channel>>>;

/**
 * Opens the gateways that the settings name, once for each process, because a gateway's breaker counts for all calls.
 * Settings that make no sense are logged as a fault, and nothing is paid through a gateway until they do: what the
 * platform does besides must not end with them. Throws where they cannot be had at all.
 */
export async function openGateways(
  settings: SecretSource | undefined,
  ports: HostedPorts,
): Promise<Gateways> {
  const { live, test } = settings ? readSettings(await loadSecret(settings), ports) : {};
  return {
    ...(live ? { live: openHostedChannel(live, ports) } : {}),
    ...(test ? { test: openHostedChannel(test, ports) } : {}),
  };
}

function readSettings(settings: string, { log }: HostedPorts): GatewaySettings {
  try {
    return readGatewaySettings(settings);
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : "settings of the payment gateway");
    return {};
  }
}
