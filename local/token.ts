import { ROLES } from "../services/platform/actor.ts";
import { isCitizenIdNumber } from "../services/platform/citizen-id-number.ts";
import { isId } from "../services/platform/ids.ts";
import { CLAIMS } from "../services/platform/oidc.ts";
import { deriveSecrets } from "../services/platform/secrets.ts";
import { fail } from "./fail.ts";
import { localIssuer } from "./issuer.ts";
import { localSecret } from "./settings.ts";

/** `npm run token -- citizen <ref or identity number>` or `-- officer <ref>`: a sign-in token of the local issuer. */
const [kind, ref = ""] = process.argv.slice(2);
const issuer = await localIssuer().catch(fail);
if (kind === "citizen" && (isId("ctz", ref) || isCitizenIdNumber(ref))) {
  const id = isCitizenIdNumber(ref)
    ? `ctz_${deriveSecrets(await localSecret().catch(fail)).citizenDigest(ref)}`
    : ref;
  console.log(await issuer.sign({ [CLAIMS.citizen]: id }));
} else if (kind === "officer" && isId("ofc", ref)) {
  console.log(await issuer.sign({ [CLAIMS.officer]: ref, [CLAIMS.roles]: ROLES.join(" ") }));
} else {
  console.error("usage: npm run token -- citizen <ctz_… or identity number> | officer <ofc_…>");
  process.exitCode = 1;
}
