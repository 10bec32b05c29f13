import { copiesOf } from "../../government/licences/copies/copy-world.ts";
import { issuerKeysOf } from "../../government/licences/issuer-keys/issuer-keys.ts";
import {
  done as granted,
  itemOf,
  licencesOf,
} from "../../government/licences/repository/repository-world.ts";
import {
  ENDING,
  HOLDER,
  publishNumberedType,
  verify,
} from "../../government/licences/verification/verification-world.ts";
import { ISSUER } from "../../government/licences/wallet/wallet-world.ts";
import { askerOf, nodesAt } from "../../support/asking.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";

type Holder = { readonly token?: string };

const TYPE = "listed-electrician";

/** Three more licences of the citizen's, each verified some times; of the first three copies are shared, and one is used. */
export async function showLicences(platform: TestPlatform, { token = "" }: Holder): Promise<void> {
  await publishNumberedType(platform, TYPE);
  for (let i = 0; i < 3; i += 1) await granted(platform, { token }, itemOf(TYPE, "ISSUE"), HOLDER);
  const mine = (await licencesOf(platform, { token })).filter((one) => textAt(one, "type", "code") === TYPE);
  for (const licence of mine)
    for (let i = 0; i < 3; i += 1) await verify(platform, textAt(licence, "identifier"), ENDING);
  await issuerKeysOf(platform).agreed({ issuer: ISSUER, licenceType: TYPE });
  const copies = copiesOf(platform);
  const licence = textAt(mine[0] ?? null, "id");
  for (let i = 0; i < 3; i += 1) {
    // Of two copies of one instant neither is the later one.
    platform.clock.advance(1);
    const { code } = await copies.shared({ token }, { licence, fields: [], uses: 3 });
    if (i === 2) for (let use = 0; use < 3; use += 1) await copies.use({}, code);
  }
}

/** The licence that was shared, and the last of its copies. */
export async function sharedLicence(
  platform: TestPlatform,
  { token = "" }: Holder,
): Promise<{ readonly id: string; readonly copy: string }> {
  const mine = await licencesOf(platform, { token });
  const id = textAt(mine.find((one) => textAt(one, "type", "code") === TYPE) ?? null, "id");
  const query = `query ($id: ID!) { result: node(id: $id) { ... on ElectronicLicence {
    copies(first: 1) { edges { node { id } } } } } }`;
  const [copy] = nodesAt(await askerOf(platform)(query, { id }, { token }), "copies");
  return { id, copy: textAt(copy ?? null, "id") };
}
