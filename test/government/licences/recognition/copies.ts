import { disclose } from "../../../../services/government/licences/credentials/present.ts";
import { writeCredential } from "../../../../services/government/licences/credentials/write-credential.ts";
import { issuersBase } from "../../../../services/government/licences/issuer-keys/issuer-documents.ts";
import { openIssuerSigner } from "../../../../services/government/licences/issuer-keys/issuer-signer.ts";
import { identifierOf } from "../../../../services/government/licences/repository/electronic-licence.ts";
import { typeOf } from "../../../../services/government/licences/repository/find-held-licences.ts";
import { getElectronicLicence } from "../../../../services/government/licences/repository/repository-store.ts";
import { statusListUri } from "../../../../services/government/licences/status/status-place.ts";
import { isId } from "../../../../services/kernel/ids.ts";
import type { TestPlatform } from "../../../support/platform.ts";
import { JILIN_SITE } from "./two-regions.ts";

/** A licence of Jilin's as its issuer signs it for no device, as for paper, with all its fields. */
export async function paperCopy(there: TestPlatform, licence: string): Promise<string> {
  const [database, now] = [there.database(), there.clock.now()];
  const found = isId("lic", licence)
    ? await getElectronicLicence({ database, mode: "live" }, licence)
    : undefined;
  if (!found) throw new Error(`there is no licence ${licence}`);
  const issuer = found.current.issuer.creditCode;
  const signer = await openIssuerSigner({ ...there.ports, database }, "live")(issuer, now);
  if (!signer) throw new Error("its issuer has no key");
  const type = await typeOf({ database }, found);
  const credential = await writeCredential(
    { ...found.current, identifier: identifierOf(found), number: found.number, type },
    {
      ...{ signer, now, base: issuersBase(JILIN_SITE, "live") },
      listAddress: (list) => statusListUri(JILIN_SITE, "live", list),
      saltOf: (field) => Buffer.from(field.padEnd(16, "-")).toString("base64url"),
    },
  );
  return disclose(credential, Object.keys(found.current.content));
}
