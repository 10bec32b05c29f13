import { parseArgs } from "node:util";
import { CLAIMS } from "../services/api/oidc.ts";
import { isIdentityNumber } from "../services/field/identity-document.ts";
import { dateAt } from "../services/kernel/civil-date.ts";
import { isId } from "../services/kernel/ids.ts";
import { deriveSecrets } from "../services/kernel/process/secrets.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { anyOfficerToken } from "./demo/officers.ts";
import { fail } from "./fail.ts";
import { localIssuer } from "./issuer.ts";
import { localSecret } from "./settings.ts";
import { SetupProblem } from "./setup-problem.ts";

const USAGE =
  "usage: npm run token -- citizen <ctz_… or identity number> [--mode live|test] | officer <ofc_…>";

/** `npm run token -- …`: a sign-in token of the local issuer; `--mode test` makes a citizen of the sandbox. */
async function main(): Promise<string> {
  const { kind, ref, mode } = wishOf(process.argv.slice(2));
  const today = dateAt(systemRuntime.now());
  if (kind === "citizen" && (isId("ctz", ref) || isIdentityNumber(ref, today))) {
    const id = isIdentityNumber(ref, today)
      ? `ctz_${deriveSecrets(await localSecret()).citizenDigest(ref)}`
      : ref;
    return (await localIssuer()).sign({ [CLAIMS.citizen]: id, [CLAIMS.mode]: mode });
  }
  if (kind === "officer" && isId("ofc", ref) && mode === "live") {
    return anyOfficerToken(await localIssuer(), ref, deriveSecrets(await localSecret()));
  }
  throw new SetupProblem(USAGE);
}

function wishOf(args: readonly string[]) {
  try {
    const options = { mode: { type: "string", default: "live" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind, ref = "", ...more] = positionals;
    const { mode } = values;
    if (more.length === 0 && (mode === "live" || mode === "test")) return { kind, ref, mode };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

console.log(await main().catch(fail));
