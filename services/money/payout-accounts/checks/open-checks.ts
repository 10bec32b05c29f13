import type { Settings } from "../../../kernel/settings.ts";
import { loadPeers } from "../../../kernel/signed-calls/load-peers.ts";
import type { Peer } from "../../../kernel/signed-calls/peer.ts";
import type { CallPorts } from "../../../kernel/signed-calls/signed-call.ts";
import type { BankAccountCheck, BankAccountChecks } from "../bank-account-check.ts";
import { CHECK_PROTOCOL, openHttpCheck } from "./http-check.ts";
import { openSandboxCheck } from "./sandbox-check.ts";

/** Nobody is there to ask: every account stays unproven. */
const notConnected: BankAccountCheck = async () => ({ outcome: "UNKNOWN", reason: "NOT_CONNECTED" });

/**
 * Opens the checks of both modes, once for each process, because a breaker counts for all calls. A mode without one of
 * its own is answered by the sandbox, but for live accounts, of which a sandbox proves nothing outside of a developer's
 * machine. Throws where the settings cannot be had at all.
 */
export async function openBankAccountChecks(
  { bankAccountCheck, sandboxPaysLive }: Pick<Settings, "bankAccountCheck" | "sandboxPaysLive">,
  ports: CallPorts,
): Promise<BankAccountChecks> {
  const { live, test } = await loadPeers(bankAccountCheck, CHECK_PROTOCOL, ports.log);
  const sandbox = openSandboxCheck(ports.runtime);
  const checkOf = (peer: Peer | undefined, otherwise: BankAccountCheck): BankAccountCheck =>
    peer ? openHttpCheck(peer, ports) : otherwise;
  return { live: checkOf(live, sandboxPaysLive ? sandbox : notConnected), test: checkOf(test, sandbox) };
}
