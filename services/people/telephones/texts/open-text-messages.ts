import type { Settings } from "../../../kernel/settings.ts";
import { loadPeers } from "../../../kernel/signed-calls/load-peers.ts";
import type { Peer } from "../../../kernel/signed-calls/peer.ts";
import type { CallPorts } from "../../../kernel/signed-calls/signed-call.ts";
import type { SendText, TextMessages } from "../text-messages.ts";
import { openHttpText, TEXT_PROTOCOL } from "./http-text.ts";
import { printTo } from "./print-text.ts";

/** Nobody is there to send it. */
const notConnected: SendText = async () => ({ outcome: "REFUSED", reason: "NOT_CONNECTED" });

/** Test mode of a deployment: nothing is sent to anybody. */
const sentNowhere: SendText = async () => ({ outcome: "ACCEPTED" });

/** Past `console` and the log alike. */
const onConsole = printTo((line) => void process.stdout.write(`${line}\n`));

/**
 * Opens what sends texts in both modes, once for each process, because a breaker counts for all calls. A mode without
 * settings of its own sends nothing: live texts are refused, those of test mode are taken and forgotten. On a developer's
 * machine they are printed. Throws where the settings cannot be had at all.
 */
export async function openTextMessages(
  { textMessages, printsTextMessages }: Pick<Settings, "textMessages" | "printsTextMessages">,
  ports: CallPorts,
): Promise<TextMessages> {
  const { live, test } = await loadPeers(textMessages, TEXT_PROTOCOL, ports.log);
  const sendBy = (peer: Peer | undefined, otherwise: SendText): SendText =>
    peer ? openHttpText(peer, ports) : printsTextMessages ? onConsole : otherwise;
  return { live: sendBy(live, notConnected), test: sendBy(test, sentNowhere) };
}
