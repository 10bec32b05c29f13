import { getListFromStatusListJWT } from "@sd-jwt/jwt-status-list";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LicenceSigner } from "../../../../services/government/licences/credentials/signing.ts";
import { readBase64url, toBase64url } from "../../../../services/government/licences/jws.ts";
import {
  LICENCE_STATUSES,
  LIST_SIZE,
  type StatusException,
} from "../../../../services/government/licences/status/licence-status.ts";
import {
  inflateUpTo,
  packStatuses,
} from "../../../../services/government/licences/status/packed-statuses.ts";
import {
  laterList,
  packExceptions,
  readStatusList,
  type StatusKey,
  type StatusList,
  type StatusListHead,
  type StatusListProblem,
  writeStatusList,
} from "../../../../services/government/licences/status/status-list.ts";
import { statusKey, statusSigner } from "../../../../services/government/licences/status/status-signer.ts";
import { deriveSecrets } from "../../../../services/kernel/process/secrets.ts";
import { EXAMPLES, SIGNED } from "./standard-examples.ts";

const secrets = deriveSecrets("a root secret for tests of status lists");
const [SIGNER, KEY, OTHER] = [
  statusSigner(secrets, "live"),
  statusKey(secrets, "live"),
  statusKey(secrets, "test"),
];
const NOW = 1_795_000_000;
const HEAD: StatusListHead = {
  list: "https://city.test/documents/licences/status/live/7",
  ...{ issuedAt: NOW, sequence: 1, ttl: 300 },
};
const LAST = LIST_SIZE - 1;

const write = async (
  exceptions: readonly StatusException[],
  head: Partial<StatusListHead> = {},
  by = SIGNER,
) => writeStatusList(await packExceptions(exceptions), { ...HEAD, ...head }, by);

async function read(text: string, now = NOW): Promise<StatusList> {
  const list = await readStatusList(text, [OTHER, KEY], now);
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

const problemOf = async (
  text: string,
  now = NOW,
  keys: readonly StatusKey[] = [KEY],
): Promise<StatusListProblem | undefined> => {
  const list = await readStatusList(text, keys, now);
  return list.ok ? undefined : list.error;
};

/** Signs any header and claims, as no list of ours is. */
async function forge(header: object, claims: object, by: LicenceSigner = SIGNER): Promise<string> {
  const utf8 = (value: string) => new TextEncoder().encode(value);
  const text = [header, claims].map((part) => toBase64url(utf8(JSON.stringify(part)))).join(".");
  return `${text}.${toBase64url(await by.sign(utf8(text)))}`;
}
const HEADER = { alg: "ES256", kid: KEY.keyId, typ: "statuslist+jwt" };
const CLAIMS = { sub: HEAD.list, iat: NOW, exp: NOW + 300, ttl: 300, sequence: 1 };
const forged = (change: object, lst = EXAMPLES[1]?.lst): Promise<string> =>
  forge(HEADER, { ...CLAIMS, status_list: { bits: 2, lst }, ...change });

describe("the standard's own examples", () => {
  it.each(EXAMPLES)(
    "of $bits bits and $size places are read and written",
    async ({ bits, size, lst, values }) => {
      const pairs = values.split(" ").map((pair) => pair.split(":").map(Number) as [number, number]);
      const set = new Map(pairs);
      const { statusAt } = await read(await forge(HEADER, { ...CLAIMS, status_list: { bits, lst } }));
      const named = (value: number) => LICENCE_STATUSES[value] ?? "UNKNOWN";
      for (const [place, value] of pairs)
        expect([place, statusAt(place, NOW)]).toEqual([place, named(value)]);
      const wrong = Array.from({ length: size }, (_, place) => place).filter(
        (place) => statusAt(place, NOW) !== named(set.get(place) ?? 0),
      );
      expect(wrong).toEqual([]);
      expect(statusAt(size, NOW)).toBe("UNKNOWN");
      const bytesOf = (text: string) => inflateUpTo(LIST_SIZE, readBase64url(text) ?? new Uint8Array());
      expect(await bytesOf(await packStatuses(pairs, { bits, size }))).toEqual(await bytesOf(lst));
    },
  );

  it("has a whole list, which holds for its time to live and no longer", async () => {
    const { text, key, list, issuedAt, ttl } = SIGNED;
    const found = await readStatusList(text, [key], issuedAt);
    expect(found).toMatchObject({ ok: true, value: { list, issuedAt, staleAt: issuedAt + ttl } });
    if (!found.ok) throw new Error(found.error);
    expect([0, 1, 2, 3].map((place) => found.value.statusAt(place, issuedAt + ttl - 1))).toEqual([
      "INVALID",
      "VALID",
      "VALID",
      "INVALID",
    ]);
    expect(found.value.statusAt(1, issuedAt + ttl)).toBe("UNKNOWN");
    expect(await problemOf(text, issuedAt + ttl, [key])).toBe("STALE");
    expect(await problemOf(text, issuedAt)).toBe("UNKNOWN_KEY");
  });
});

describe("a status list", () => {
  it("tells each status that was written, and VALID of all other places", async () => {
    const place = fc.integer({ min: 0, max: LAST });
    const written = fc.uniqueArray(fc.tuple(place, fc.constantFrom(...LICENCE_STATUSES)), {
      selector: ([index]) => index,
      maxLength: 200,
    });
    await fc.assert(
      fc.asyncProperty(written, fc.array(place), async (statuses, others) => {
        const list = await read(await write(statuses.map(([index, status]) => ({ index, status }))));
        const known = new Map(statuses);
        for (const index of [...known.keys(), ...others, 0, LAST])
          expect([index, list.statusAt(index, NOW)]).toEqual([index, known.get(index) ?? "VALID"]);
      }),
      { numRuns: 20 },
    );
  });

  it("reads the same by the library that wallets use", async () => {
    const exceptions = LICENCE_STATUSES.map((status, index) => ({ index, status }));
    const list = getListFromStatusListJWT(
      await write([...exceptions, { index: LAST, status: "SUPERSEDED" }]),
    );
    expect([list.getBitsPerStatus(), list.statusList.length]).toEqual([2, LIST_SIZE]);
    expect([0, 1, 2, 3, 4, LAST].map((index) => list.getStatus(index))).toEqual([0, 1, 2, 3, 0, 3]);
  });

  it.each([-1, LIST_SIZE, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "knows nothing of the place %d, and takes none there",
    async (index) => {
      expect((await read(await write([]))).statusAt(index, NOW)).toBe("UNKNOWN");
      await expect(write([{ index, status: "INVALID" }])).rejects.toThrow(RangeError);
    },
  );

  it("says UNKNOWN, and never VALID, from the end of its time to live on", async () => {
    const list = await read(await write([{ index: 5, status: "INVALID" }]));
    expect(list).toMatchObject({ ...{ list: HEAD.list, issuedAt: NOW, sequence: 1 }, staleAt: NOW + 300 });
    expect([5, 6].map((index) => list.statusAt(index, NOW + 299))).toEqual(["INVALID", "VALID"]);
    expect([5, 6].map((index) => list.statusAt(index, NOW + 300))).toEqual(["UNKNOWN", "UNKNOWN"]);
    expect(await problemOf(await write([]), NOW + 300)).toBe("STALE");
  });

  it("holds for the shorter of its two times", async () => {
    expect(await read(await forged({ exp: NOW + 10 }))).toMatchObject({ staleAt: NOW + 10 });
    expect(await read(await forged({ ttl: 20 }))).toMatchObject({ staleAt: NOW + 20 });
    expect(await read(await forged({ ttl: undefined }))).toMatchObject({ staleAt: NOW + 300 });
    expect(await read(await forged({ exp: undefined, ttl: 30 }))).toMatchObject({ staleAt: NOW + 30 });
  });

  it("of a time that has not come is refused, but for a clock that is a minute late", async () => {
    const text = await write([]);
    const list = await read(text, NOW - 60);
    expect(list.statusAt(0, NOW - 60)).toBe("VALID");
    expect(list.statusAt(0, NOW - 61)).toBe("UNKNOWN");
    expect(await problemOf(text, NOW - 61)).toBe("NOT_YET_ISSUED");
  });
});

describe("a list in the place of another", () => {
  const at = async (sequence: number, list = HEAD.list) => read(await write([], { sequence, list }));

  it("is noticed where it is an older one, though it still holds", async () => {
    const [older, held, later] = [await at(1), await at(2), await at(3)];
    expect(laterList(held, older)).toEqual({ ok: false, error: "ROLLED_BACK" });
    expect(laterList(held, later)).toEqual({ ok: true, value: later });
    expect(laterList(held, await at(2))).toMatchObject({ ok: true });
    expect(laterList(held, await at(3, `${HEAD.list}1`))).toEqual({ ok: false, error: "OTHER_LIST" });
  });

  it("is ordered by its time where it is of somebody who counts nothing", async () => {
    expect(await read(await forged({ sequence: undefined }))).toMatchObject({ sequence: NOW * 1_000 });
  });
});

describe("a list that cannot be relied on", () => {
  it("is refused wherever a letter of it was changed", async () => {
    const text = await write([{ index: 1, status: "INVALID" }]);
    const changed = fc.tuple(fc.nat(text.length - 1), fc.constantFrom(..."Aa0-._"));
    await fc.assert(
      fc.asyncProperty(changed, async ([at, letter]) => {
        fc.pre(text[at] !== letter);
        const problem = await problemOf(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`);
        // The last letter of a signature holds bits that stand for none of its bytes.
        if (at < text.length - 1) expect(problem).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  const FORGED: readonly (readonly [string, () => Promise<string>, StatusListProblem])[] = [
    ["that another key signed", () => write([], {}, statusSigner(secrets, "test")), "UNKNOWN_KEY"],
    [
      "that another key signed in this one's name",
      () => write([], {}, { ...statusSigner(secrets, "test"), keyId: KEY.keyId }),
      "BAD_SIGNATURE",
    ],
    ["by no algorithm", () => forge({ ...HEADER, alg: "none" }, CLAIMS), "UNKNOWN_ALGORITHM"],
    [
      "by an algorithm that is not this key's",
      () => forge({ ...HEADER, alg: "HS256" }, CLAIMS),
      "UNKNOWN_ALGORITHM",
    ],
    ["of another type", () => forge({ ...HEADER, typ: "JWT" }, CLAIMS), "MALFORMED"],
    [
      "with an extension that is to be understood",
      () => forge({ ...HEADER, crit: ["b64"] }, CLAIMS),
      "MALFORMED",
    ],
    ["without a list", () => forge(HEADER, CLAIMS), "MALFORMED"],
    ["without an address", () => forged({ sub: undefined }), "MALFORMED"],
    ["without a time", () => forged({ iat: undefined }), "MALFORMED"],
    ["that would hold for good", () => forged({ exp: undefined, ttl: undefined }), "MALFORMED"],
    ["whose time to live is no number", () => forged({ ttl: "300" }), "MALFORMED"],
    ["whose sequence is no number", () => forged({ sequence: "1" }), "MALFORMED"],
    ["of three bits", () => forged({ status_list: { bits: 3, lst: EXAMPLES[1]?.lst } }), "MALFORMED"],
    ["that is not compressed", () => forged({}, toBase64url(new Uint8Array(100))), "MALFORMED"],
    ["that is cut off", () => forged({}, EXAMPLES[1]?.lst.slice(0, -4)), "MALFORMED"],
    ["that is no base64url", () => forged({}, "eN+/"), "MALFORMED"],
    [
      "that inflates to more than any list has",
      async () => forged({}, await packStatuses([], { bits: 8, size: LIST_SIZE + 1 })),
      "MALFORMED",
    ],
    ["of more letters than any list has", async () => "a".repeat(2 * LIST_SIZE + 1), "MALFORMED"],
    ["that is nothing", async () => "", "MALFORMED"],
  ];
  it.each(FORGED)("%s is refused", async (_, make, problem) => {
    expect(await problemOf(await make())).toBe(problem);
  });

  it("is refused under a key that is no point of the curve, or of another algorithm", async () => {
    const text = await write([]);
    const broken = { ...KEY, publicKey: { ...KEY.publicKey, y: KEY.publicKey.x } };
    expect(await problemOf(text, NOW, [broken])).toBe("BAD_SIGNATURE");
    expect(await problemOf(text, NOW, [{ ...KEY, algorithm: "SM2" }])).toBe("UNKNOWN_KEY");
  });
});

it("bytes are the same behind base64url", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(Buffer.from(readBase64url(text) ?? []).equals(bytes)).toBe(true);
    }),
  );
  for (const text of ["a", "a=", "a b", "ab+d", "€abc"]) expect(readBase64url(text)).toBeUndefined();
});

it("a phone takes the reader along in a few kilobytes, and with nothing of a server", async () => {
  const entry = "services/government/licences/status/status-list.ts";
  const { metafile, outputFiles } = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false, metafile: true },
    ...{ platform: "browser", format: "esm" },
  });
  expect(Object.keys(metafile.inputs).sort()).toEqual([
    ...["credentials/es256", "jws"].map((name) => `services/government/licences/${name}.ts`),
    ...["licence-status", "packed-statuses", "status-list"].map(
      (name) => `services/government/licences/status/${name}.ts`,
    ),
    ...["fields", "result"].map((name) => `services/kernel/${name}.ts`),
  ]);
  expect(outputFiles[0]?.contents.length).toBeLessThan(5_000);
});
