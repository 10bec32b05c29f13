import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { codeDigest } from "./licence-code.ts";
import { getCode } from "./licence-code-store.ts";
import type { WalletStore } from "./wallet-store.ts";

type FindPorts = Pick<WalletStore, "database" | "mode"> & { readonly secrets: Pick<Secrets, "mac"> };

/** When a code was read that this person has shown; undefined until then, and for others' as if there were none. */
export async function findCodeReadAt(
  ports: FindPorts,
  citizen: CitizenId,
  shown: string,
): Promise<Instant | undefined> {
  const code = await getCode(ports, codeDigest(ports.secrets, shown));
  return code?.shownBy === citizen ? code.usedAt : undefined;
}
