import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordDemoIssuerKeys } from "../../../../local/demo/issuer-keys.ts";
import { AUTHORITIES } from "../../../../local/demo/licence-types/authorities.ts";
import { publishDemoLicenceTypes } from "../../../../local/demo/licence-types.ts";
import { openIssuerSigner } from "../../../../services/government/licences/issuer-keys/issuer-signer.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { editorOf } from "../../catalogue/items.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

describe("the demo city", () => {
  it("has a key of each of its authorities in both modes, and no second one when it is filled again", async () => {
    const [one, other] = [editorOf(), editorOf()];
    await publishDemoLicenceTypes(one, other, platform.context(one));
    const keyIds = () =>
      Promise.all(
        Object.values(AUTHORITIES).flatMap(({ creditCode }) =>
          (["live", "test"] as const).map(async (mode) => {
            const ports = { ...platform.ports, database: platform.database() };
            return (await openIssuerSigner(ports, mode)(creditCode, platform.clock.now()))?.keyId;
          }),
        ),
      );
    expect(new Set(await keyIds())).toEqual(new Set([undefined]));
    await recordDemoIssuerKeys([one, other], platform.context(one));
    const first = await keyIds();
    expect(first).not.toContain(undefined);
    expect(new Set(first).size).toBe(2 * Object.keys(AUTHORITIES).length);
    await recordDemoIssuerKeys([one, other], platform.context(one));
    expect(await keyIds()).toEqual(first);
  });
});
