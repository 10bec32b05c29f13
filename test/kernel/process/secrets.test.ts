import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { signerOf, verifierOf } from "../../../services/convenience/transit/ride-codes/issue-status-list.ts";
import { pilotPlace } from "../../../services/government/catalogue/pilot-draw.ts";
import { deriveSecrets } from "../../../services/kernel/process/secrets.ts";
import { instantOf } from "../../../services/kernel/runtime.ts";
import { hashToken } from "../../../services/people/citizens/consent-token.ts";
import { hashApiKey } from "../../../services/people/partners/api-key-hash.ts";
import { codeDigest } from "../../../services/people/telephones/code-digest.ts";

const secrets = deriveSecrets("a root secret for tests, long enough to be taken");
const CITIZEN = "ctz_0123456789abcdefghjkmnpq";
const SENT = { citizen: CITIZEN, sentAt: instantOf(Date.UTC(2026, 2, 1, 8)), code: "123456" } as const;

const base64 = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("base64url");

// Records were made with these keys: another value of the same root secret makes all of them void.
describe("a value that is derived from the root secret", () => {
  it.each([
    [
      "the hash of an API key",
      hashApiKey("ck_secret", secrets),
      "txIVaL4NzcwwUaxnE0h058c7Eh-8SrXpcTYr2hufwsM",
    ],
    [
      "the hash of a link's token",
      hashToken("token", secrets),
      "e1VJ_owFPn_Ck31PyGlicDIhW1HIBUogwFDCEcC7ebs",
    ],
    [
      "the digest of a code",
      codeDigest({ ...SENT, purpose: "RENT" }, secrets),
      "DUKSpjjthrZPtvhqkOxIkdj8Y7ImQed21OQrq4hjbeI",
    ],
    [
      "the digest of a code for nothing in particular",
      codeDigest({ ...SENT, purpose: undefined }, secrets),
      "XBUidn7nE8YKI03MBgSGQdMmgKno-9JwObfAR6sEqtU",
    ],
    ["a place in a draw", pilotPlace("110105-1", CITIZEN, secrets), 94.434874644503],
    ["a citizen's id", secrets.citizenDigest("11010519491231002X"), "c9z76h219gz19f410b2g1qdy"],
    ["an issued secret", secrets.issuedSecret("seed", "known"), "eef4jpzkw620cybcaxg5hesfc2q15yw8"],
    ["a signature", secrets.sign("text"), "Doj1dWjZY7hHLimc"],
    ["a reference", secrets.seal("reader", "id"), "8enz7wjayk949572x334fy4jg1yfeganfnkwy6k2"],
    [
      "the key of live ride codes",
      base64(verifierOf(secrets, "live").keys[0]),
      "BHZFVdTAjG5T5DX8zF4KavdamovrM9hMeDyTu3Iv4H8hi_emTb-dT2U6LRBsYPunTcYp_V_1BlxMgHvNuxFY2zg",
    ],
    [
      "the key of test ride codes",
      base64(verifierOf(secrets, "test").keys[0]),
      "BD3mTXZ9IkuhVvlvOhRP8-5mkCXYEC6r0S9vSkopN9UaQHKPSsxVesJit3JDxJBssVzlsobC2JiA_wjnsktqvNY",
    ],
  ])("is what it has always been: %s", (_, value, known) => {
    expect(value).toBe(known);
  });

  it("is opened by whom it was sealed for", () => {
    expect(secrets.unseal("8enz7wjayk949572x334fy4jg1yfeganfnkwy6k2")).toEqual({
      reader: "reader",
      id: "id",
    });
  });

  it("comes from one key a use, which is made once", () => {
    expect(secrets.signingKey("ride-code-live")).toBe(secrets.signingKey("ride-code-live"));
    expect(signerOf(secrets, "live")).not.toEqual(signerOf(secrets, "test"));
    expect(secrets.mac("link-token", "x")).not.toEqual(secrets.mac("api-key-pepper", "x"));
  });
});

describe("a use of a derived key", () => {
  it("is one service's alone, and stated where it is used", () => {
    const stated = globSync("services/**/*.ts").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/readonly "?([\w-]+)"?: KeyUsedBy<"([\w/-]+)", "\w+">/g)].map(
        ([, use = "", by = ""]) => ({ use, by, file }),
      ),
    );
    expect(stated.length).toBeGreaterThan(10);
    const uses = stated.map(({ use }) => use);
    expect(uses).toEqual([...new Set(uses)]);
    for (const { by, file } of stated) expect(file.startsWith(`services/${by}/`)).toBe(true);
  });
});
