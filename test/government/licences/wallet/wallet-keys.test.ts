import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bind,
  DEVICES_MAX,
  deviceIn,
  isBound,
  revoke,
  type Wallet,
} from "../../../../services/government/licences/wallet/wallet.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant } from "../../cases/casework.ts";
import { newPhone, signText, walletOf } from "./wallet-world.ts";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
});
afterAll(() => platform.stop());

const invalid = (code: string, field: string) => ({
  ...{ __typename: "InvalidInput", code, path: ["input", field] },
});

describe("a phone's key", () => {
  it("is bound by its owner, who is told of it, finds it among theirs, and opens it by the notice", async () => {
    const person = await newApplicant(platform);
    const phone = await wallet.boundPhone(person);
    expect(await wallet.told(person)).toEqual(["wallet-key.bound"]);
    expect(await wallet.devices(person)).toEqual([
      expect.objectContaining({ id: phone.id, name: "我的手机", revokedAt: null }),
    ]);
    const node = `{ result: node(id: "${phone.id}") { __typename id } }`;
    expect(await wallet.run(node, {}, person)).toEqual({ __typename: "WalletDevice", id: phone.id });
    expect(await wallet.run(node, {}, await newApplicant(platform))).toBeNull();
  });

  it("is bound once, however often it is asked for", async () => {
    const person = await newApplicant(platform);
    const phone = await newPhone();
    const wish = await wallet.wishOf(person, phone);
    const first = await wallet.bind(person, wish);
    expect(await wallet.bind(person, wish)).toEqual(first);
    expect(await wallet.bind(person, await wallet.wishOf(person, phone, { name: "新名" }))).toEqual(first);
    expect(await wallet.told(person)).toEqual(["wallet-key.bound"]);
  });

  it("is one of three: the fourth is refused with what to do, until one is revoked", async () => {
    const person = await newApplicant(platform);
    const phones = [await wallet.boundPhone(person), await wallet.boundPhone(person)];
    await wallet.boundPhone(person);
    const fourth = await newPhone();
    const refused = await wallet.bind(person, await wallet.wishOf(person, fourth));
    expect(refused).toMatchObject(invalid("WALLET_DEVICES_FULL", "publicKey"));
    expect(textAt(refused, "message")).toMatch(/At most 3 phones.*revokeWalletKey/);
    expect(await wallet.revoke(person, phones[0]?.id ?? "")).toMatchObject({ __typename: "WalletDevice" });
    expect(await wallet.bind(person, await wallet.wishOf(person, fourth))).toMatchObject({
      __typename: "WalletDevice",
    });
  });

  it("of which two want the last place gets it once", async () => {
    const person = await newApplicant(platform);
    await wallet.boundPhone(person);
    await wallet.boundPhone(person);
    const wishes = await Promise.all(
      [newPhone(), newPhone()].map(async (one) => wallet.wishOf(person, await one)),
    );
    const outcomes = await Promise.all(wishes.map((wish) => wallet.bind(person, wish)));
    expect(outcomes.map((one) => textAt(one, "__typename")).toSorted()).toEqual([
      "InvalidInput",
      "WalletDevice",
    ]);
  });

  it("that was revoked is never bound again, and its owner is told", async () => {
    const person = await newApplicant(platform);
    const phone = await wallet.boundPhone(person);
    const revoked = await wallet.revoke(person, phone.id);
    expect(textAt(revoked, "revokedAt")).toBe(platform.clock.now());
    platform.clock.advance(1_000);
    expect(await wallet.revoke(person, phone.id)).toEqual(revoked);
    expect(await wallet.bind(person, await wallet.wishOf(person, phone))).toMatchObject(
      invalid("WALLET_KEY_REVOKED", "publicKey"),
    );
    expect(await wallet.told(person)).toEqual(["wallet-key.bound", "wallet-key.revoked"]);
  });

  it("is its owner's to revoke, and nobody else's", async () => {
    const [person, other] = [await newApplicant(platform), await newApplicant(platform)];
    const phone = await wallet.boundPhone(person);
    expect(await wallet.revoke(other, phone.id)).toMatchObject({
      ...{ __typename: "NotFound", code: "WALLET_DEVICE_NOT_FOUND" },
    });
    expect(at(await wallet.devices(person), 0, "revokedAt")).toBeNull();
  });

  it("may serve two people, each by a binding of their own", async () => {
    const [one, other, phone] = [
      await newApplicant(platform),
      await newApplicant(platform),
      await newPhone(),
    ];
    const ids = await Promise.all(
      [one, other].map(async (who) => textAt(await wallet.bind(who, await wallet.wishOf(who, phone)), "id")),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it("is not bound unless it is a phone's own, asked for by its owner now", async () => {
    const [person, other] = [await newApplicant(platform), await newApplicant(platform)];
    const [phone, another] = [await newPhone(), await newPhone()];
    const wish = (changes: object) => wallet.wishOf(person, phone, { ...changes });
    const { publicKey } = phone;
    const othersChallenge = await wallet.challenge(other);
    const late = await wish({});
    const rows: readonly (readonly [object, ReturnType<typeof invalid>])[] = [
      [
        await wish({ publicKey: { ...publicKey, d: publicKey.x } }),
        invalid("WALLET_KEY_INVALID", "publicKey"),
      ],
      [
        await wish({ publicKey: { ...publicKey, y: publicKey.x } }),
        invalid("WALLET_KEY_INVALID", "publicKey"),
      ],
      [await wish({ publicKey: { ...publicKey, crv: "SM2" } }), invalid("WALLET_KEY_INVALID", "publicKey")],
      [await wish({ publicKey: {} }), invalid("WALLET_KEY_INVALID", "publicKey")],
      [await wish({ publicKey: another.publicKey }), invalid("WALLET_KEY_UNPROVEN", "proof")],
      [await wish({ proof: "" }), invalid("WALLET_KEY_UNPROVEN", "proof")],
      [await wish({ proof: "===" }), invalid("WALLET_KEY_UNPROVEN", "proof")],
      [await wish({ challenge: "civigraph-wallet:1:x" }), invalid("WALLET_CHALLENGE_OVER", "challenge")],
      [
        await wish({ challenge: othersChallenge, proof: await signText(phone, othersChallenge) }),
        invalid("WALLET_CHALLENGE_OVER", "challenge"),
      ],
      [await wish({ name: " " }), invalid("TEXT_LENGTH", "name")],
      [await wish({ idNumber: "1" }), invalid("ID_NUMBER_INVALID", "idNumber")],
    ];
    for (const [input, refused] of rows) expect(await wallet.bind(person, input)).toMatchObject(refused);
    platform.clock.advance(300_000);
    expect(await wallet.bind(person, late)).toMatchObject(invalid("WALLET_CHALLENGE_OVER", "challenge"));
    expect(await wallet.devices(person)).toEqual([]);
  });

  it("is not bound by one who has borrowed a phone that is signed in, and soon is not heard any more", async () => {
    const [person, thief] = [await newApplicant(platform), await newApplicant(platform)];
    const phone = await newPhone();
    const borrowed = async () =>
      wallet.bind(person, await wallet.wishOf(person, phone, { idNumber: thief.idNumber }));
    for (let i = 0; i < 5; i += 1)
      expect(await borrowed()).toMatchObject(invalid("ID_NUMBER_NOT_THEIRS", "idNumber"));
    expect(await borrowed()).toMatchObject({ __typename: "TooManyGuesses" });
    expect(await wallet.bind(person, await wallet.wishOf(person, phone))).toMatchObject({
      __typename: "TooManyGuesses",
    });
    expect(await wallet.devices(person)).toEqual([]);
  });
});

describe("a wallet, whatever is done to it,", () => {
  const NOW = "2026-11-23T02:00:00.000Z" as ReturnType<TestPlatform["clock"]["now"]>;
  const CITIZEN = "ctz_0000000000000000";
  const publicKey = { kty: "EC", crv: "P-256", x: "x", y: "y" } as const;
  const acts = fc.array(fc.record({ revokes: fc.boolean(), key: fc.integer({ min: 0, max: 40 }) }), {
    maxLength: 200,
  });

  it("never has more than three phones, nor one again that was revoked, and forgets only the oldest", () => {
    fc.assert(
      fc.property(acts, (all) => {
        let known: Wallet | undefined;
        const revoked: string[] = [];
        for (const [i, { revokes, key }] of all.entries()) {
          const id = `wdv_${key}` as const;
          const [before, now] = [known, plusMs(NOW, i)];
          if (revokes) {
            const device = deviceIn(known, id);
            known = known && revoke(known, id, now);
            if (device && isBound(device)) revoked.push(id);
          } else {
            const bound = bind(known, CITIZEN, { id, name: "n", publicKey, boundAt: now });
            if (revoked.slice(-20).includes(id)) expect(bound.ok).toBe(false);
            if (bound.ok) known = bound.value;
          }
          expect((known?.devices ?? []).filter(isBound).length).toBeLessThanOrEqual(DEVICES_MAX);
          expect(known?.devices.length ?? 0).toBeLessThanOrEqual(DEVICES_MAX + 20);
          if (known !== before) expect(known?.revision).toBe((before?.revision ?? 0) + 1);
        }
      }),
    );
  });
});
