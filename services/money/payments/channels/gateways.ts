import type { Mode } from "../../../kernel/actor.ts";
import type { SecretSource } from "../../../kernel/settings.ts";
import { loadPeers } from "../../../kernel/signed-calls/load-peers.ts";
import type { CallPorts } from "../../../kernel/signed-calls/signed-call.ts";
import type { Channel } from "./channel.ts";
import { GATEWAY_PROTOCOL, openHostedChannel } from "./hosted-channel.ts";

/** The payment gateways of this deployment, one for each mode that has one. */
export type Gateways = Readonly<Partial<Record<Mode, Channel>>>;

/**
 * Opens the gateways that the settings name, once for each process, because a gateway's breaker counts for all calls.
 * With settings that make no sense nothing is paid through a gateway. Throws where they cannot be had at all.
 */
export async function openGateways(settings: SecretSource | undefined, ports: CallPorts): Promise<Gateways> {
  const { live, test } = await loadPeers(settings, GATEWAY_PROTOCOL, ports.log);
  return {
    ...(live ? { live: openHostedChannel(live, ports) } : {}),
    ...(test ? { test: openHostedChannel(test, ports) } : {}),
  };
}
