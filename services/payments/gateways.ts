import type { Mode } from "../platform/actor.ts";
import type { Channel } from "./channel.ts";
import type { HostedPorts } from "./hosted-call.ts";
import { openHostedChannel } from "./hosted-channel.ts";
import { type GatewaySettings, readGatewaySettings } from "./hosted-settings.ts";

/** The payment gateways of this deployment, one for each mode that has one. */
export type Gateways = Readonly<Partial<Record<Mode, Channel>>>;

/**
 * Opens the gateways that the settings name, once for each process, because a gateway's breaker counts for all calls.
 * Settings that cannot be read are logged as a fault, and nothing is paid through a gateway until they can: what the
 * platform does besides must not end with them.
 */
export function openGateways(settings: string | undefined, ports: HostedPorts): Gateways {
  const { live, test } = readable(settings, ports);
  return {
    ...(live ? { live: openHostedChannel(live, ports) } : {}),
    ...(test ? { test: openHostedChannel(test, ports) } : {}),
  };
}

function readable(settings: string | undefined, { log }: HostedPorts): GatewaySettings {
  if (settings === undefined) return {};
  try {
    return readGatewaySettings(settings);
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : "settings of the payment gateway");
    return {};
  }
}
