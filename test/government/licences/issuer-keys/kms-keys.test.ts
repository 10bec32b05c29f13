import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  KmsKeyUnusable,
  openKmsKeys,
} from "../../../../services/government/licences/issuer-keys/kms-keys.ts";
import { hasSigned } from "../../../../services/government/licences/issuer-keys/public-key.ts";
import { startKms } from "../../../support/kms-server.ts";
import { must } from "../../../support/must.ts";

let kms: Awaited<ReturnType<typeof startKms>>;
beforeEach(async () => {
  kms = await startKms();
});
afterEach(() => kms.stop());

const keys = (env = kms.env) => openKmsKeys(env) ?? expect.fail("AWS is told of");
const MESSAGE = new TextEncoder().encode("e30.e30");

describe("a key in KMS", () => {
  it("is found by its ARN and by an alias, and signs for us what its public key verifies", async () => {
    const arn = kms.addKey({ alias: "alias/issuer" });
    const opened = keys();
    const found = must(await opened.find("alias/issuer"));
    expect(found).toEqual({ arn, publicKey: must(await opened.find(arn)).publicKey });
    // Numbers with leading zeros come up once in 128 signatures.
    const signatures = await Promise.all(Array.from({ length: 300 }, () => opened.sign(arn, MESSAGE)));
    for (const signature of signatures) {
      expect(signature).toHaveLength(64);
      expect(hasSigned(found.publicKey, MESSAGE, signature)).toBe(true);
    }
    expect(new Set(kms.calls)).toEqual(new Set(["TrentService.GetPublicKey", "TrentService.Sign"]));
  });

  it.each([
    "",
    "alias/",
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:cn-north-1:1:key/1",
    "arn:aws:s3:cn-north-1:111122223333:key/1",
    "alias/a b",
    `alias/${"a".repeat(257)}`,
    "alias/a\nalias/b",
  ])("is not looked for by %j", async (name) => {
    expect(await keys().find(name)).toMatchObject({ error: { code: "KMS_KEY_INVALID" } });
    expect(kms.calls).toEqual([]);
  });

  it.each([
    ["on another curve", { curve: "P-384" }],
    ["on a curve of the same size", { curve: "secp256k1" }],
    ["to agree on keys", { usage: "KEY_AGREEMENT" }],
  ])("is unfit %s", async (_, made) => {
    const arn = kms.addKey(made);
    expect(await keys().find(arn)).toMatchObject({ error: { code: "ISSUER_KEY_UNFIT" } });
  });

  it.each([
    ["unknown", "NotFoundException", () => "alias/none"],
    [
      "another's",
      "AccessDeniedException",
      () => "arn:aws-cn:kms:cn-north-1:111122223333:key/11111111-1111-1111-1111-111111111111",
    ],
    ["disabled", "DisabledException", () => inState("Disabled")],
    ["to be deleted", "KMSInvalidStateException", () => inState("PendingDeletion")],
  ])("that is %s is refused at once, with KMS' own word: %s", async (_, reason, named) => {
    const name = named();
    const values = { reason };
    expect(await keys().find(name)).toMatchObject({ error: { code: "ISSUER_KEY_UNREACHABLE", values } });
    const signing = keys().sign(name, MESSAGE);
    await expect(signing).rejects.toBeInstanceOf(KmsKeyUnusable);
    await expect(signing).rejects.toMatchObject({ name: reason, message: `${name} signs nothing` });
    expect(kms.calls).toHaveLength(2);
  });

  const inState = (state: "Disabled" | "PendingDeletion"): string => {
    const arn = kms.addKey();
    kms.setState(arn, state);
    return arn;
  };

  it.each([["ThrottlingException"], ["KMSInternalException"], ["hang up"]] as const)(
    "is asked again after %s, three times in all",
    async (failure) => {
      const arn = kms.addKey();
      kms.failNext(failure, failure);
      expect(await keys().sign(arn, MESSAGE)).toHaveLength(64);
      expect(kms.calls).toHaveLength(3);
      kms.failNext(failure, failure, failure);
      // It may sign in a moment, so that it is not called unusable.
      await expect(keys().sign(arn, MESSAGE)).rejects.not.toBeInstanceOf(KmsKeyUnusable);
      expect(kms.calls).toHaveLength(6);
    },
  );

  it("is refused to one who signs calls with another secret", async () => {
    const arn = kms.addKey();
    const stranger = keys({ ...kms.env, AWS_SECRET_ACCESS_KEY: "another" });
    expect(await stranger.find(arn)).toMatchObject({ error: { values: { reason: "IncompleteSignature" } } });
  });

  it("is none where a process is told of no AWS", () => {
    for (const missing of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
      expect(openKmsKeys({ ...kms.env, [missing]: undefined })).toBeUndefined();
  });
});
