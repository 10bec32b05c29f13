import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { licenceDocumentPath } from "../../../../services/government/licences/document-path.ts";
import {
  laterList,
  readStatusList,
  type StatusList,
} from "../../../../services/government/licences/status/status-list.ts";
import {
  OPEN_LISTS,
  statusListPath,
  statusListUri,
} from "../../../../services/government/licences/status/status-place.ts";
import { statusKey } from "../../../../services/government/licences/status/status-signer.ts";
import { INDEX_LAG_MAX_MS } from "../../../../services/kernel/database/tables.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { changeStatus, grant } from "./granted.ts";
import { publisherOf } from "./publisher.ts";

const ORIGIN = "https://city.test";
const LISTS = [...Array(OPEN_LISTS).keys()];
/** Those of which each mode has one: its issuers, the trust list, and the keys of lists of both kinds. */
const OTHERS = (["issuers", "trust-list", "list-keys", "status-keys"] as const).map((name) =>
  licenceDocumentPath("live", name),
);
/** A run reads the types, the issuers twice, and the versions and both kinds of parts of the trust list. */
const OF_OTHERS = [...Array(4).keys()];

let platform: TestPlatform;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  platform = await startPlatform();
  ends.push(platform.stop);
});
afterAll(async () => {
  for (const end of ends) await end();
});

const seconds = (): number => Math.floor(Date.parse(platform.clock.now()) / 1_000);

async function read(text: string, mode: "live" | "test" = "live"): Promise<StatusList> {
  const list = await readStatusList(text, [statusKey(platform.ports.secrets, mode)], seconds());
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

/** As a verifier gets it. */
function publishedAt(list: number, mode: "live" | "test" = "live"): string {
  const { body } = platform.published.handle(statusListPath(mode, list)) ?? {};
  if (typeof body !== "string") throw new Error(`no list ${list}`);
  return body;
}

describe("published status lists", () => {
  it("show a revocation after the next run, and for five minutes the list before it says otherwise", async () => {
    const publish = publisherOf(platform);
    const { place, ...version } = await grant(platform);
    const taken = { place, ...version };
    await publish();
    const before = await read(publishedAt(place.list));
    expect(before.statusAt(place.index, seconds())).toBe("VALID");

    await changeStatus(platform, taken, "INVALID");
    platform.clock.advance(120_000);
    await publish();
    const after = await read(publishedAt(place.list));
    expect(after.statusAt(place.index, seconds())).toBe("INVALID");
    expect(laterList(before, after)).toEqual({ ok: true, value: after });
    // A verifier that held on to the one before, or was given it again.
    expect(before.statusAt(place.index, seconds())).toBe("VALID");
    expect(laterList(after, before)).toEqual({ ok: false, error: "ROLLED_BACK" });
    platform.clock.advance(180_000);
    expect(before.statusAt(place.index, seconds())).toBe("UNKNOWN");
    expect(after.statusAt(place.index, seconds())).toBe("INVALID");
  });

  it("name their address, and are as of the time before which the index lacks nothing", async () => {
    await publisherOf(platform)();
    const [issuedAt, sequence] = [seconds() - INDEX_LAG_MAX_MS / 1_000, Date.parse(platform.clock.now())];
    for (const list of LISTS)
      expect(await read(publishedAt(list))).toMatchObject({
        ...{ list: statusListUri(ORIGIN, "live", list), issuedAt, sequence, staleAt: issuedAt + 300 },
      });
  });

  it("are of one mode each, with a key of its own", async () => {
    const publish = publisherOf(platform);
    const { place, licence } = await grant(platform);
    const inTest = await grant(platform, licence, { mode: "test" });
    await changeStatus(platform, inTest, "INVALID", { mode: "test" });
    await publish("live");
    await publish("test");
    expect((await read(publishedAt(place.list))).statusAt(place.index, seconds())).toBe("VALID");
    const list = await read(publishedAt(place.list, "test"), "test");
    expect(list.statusAt(place.index, seconds())).toBe("INVALID");
    expect(
      await readStatusList(publishedAt(place.list, "test"), [statusKey(platform.ports.secrets, "live")], 0),
    ).toEqual({ ok: false, error: "UNKNOWN_KEY" });
  });

  it("cost a call of the database, a signature and a call of the store each, changed or not", async () => {
    const [signed, calls, puts] = [[] as string[], [] as string[], [] as string[]];
    const { secrets, client, ...others } = platform.ports;
    const ports: TestPlatform["ports"] = {
      ...others,
      client: (operation, ...rest) => {
        calls.push(operation);
        return client(operation, ...rest);
      },
      secrets: {
        ...secrets,
        signingKey: (use) => {
          const { publicKey, sign } = secrets.signingKey(use);
          const count: typeof sign = (message) => {
            signed.push(use);
            return sign(message);
          };
          return { publicKey, sign: count };
        },
      },
    };
    const publish = publisherOf({ ...platform, ports }, async ({ path }) => {
      puts.push(path);
    });
    for (const _ of ["first", "unchanged"]) {
      expect(await publish()).toMatchObject({
        published: OPEN_LISTS + OTHERS.length,
        unpublished: 0,
        finished: true,
        faults: [],
      });
      expect(calls.splice(0)).toEqual([...LISTS, ...OF_OTHERS].map(() => "Query"));
      expect(signed.splice(0)).toEqual([
        ...LISTS.map(() => "licence-status-live"),
        ...["trust-list-live", "trust-list-live"],
      ]);
      expect(puts.splice(0).sort()).toEqual(
        [...LISTS.map((list) => statusListPath("live", list)), ...OTHERS].sort(),
      );
    }
  });

  it("that cannot be put are faults of the run, and keep no other list from coming", async () => {
    const failing = statusListPath("live", 3);
    const publish = publisherOf(platform, async (document) => {
      if (document.path === failing) throw new Error("S3 answered 503 to PUT");
      await platform.published.put(document);
    });
    const { faults = [], ...counts } = await publish();
    expect(counts).toEqual({ published: OPEN_LISTS - 1 + OTHERS.length, unpublished: 1, finished: true });
    expect(faults).toEqual([new Error("S3 answered 503 to PUT")]);
    expect(platform.published.handle(failing)).toBeUndefined();
    expect((await read(publishedAt(31))).statusAt(0, seconds())).toBe("VALID");
  });

  it("are none where the platform is told of no origin", async () => {
    const { siteOrigin: _, ...config } = platform.ports.config;
    const nowhere = {
      ...platform,
      ports: { ...platform.ports, config: { ...config, siteOrigin: undefined } },
    };
    expect(await publisherOf(nowhere)()).toEqual({
      published: 0,
      unpublished: 0,
      finished: true,
      faults: [],
    });
  });

  it("are served by the local server, to any page, and for a minute", async () => {
    const server = await startHttpServer(platform);
    ends.unshift(server.stop);
    const taken = await grant(platform);
    await changeStatus(platform, taken, "SUSPENDED");
    await publisherOf(platform)();
    const answer = await fetch(`${server.origin}${statusListPath("live", taken.place.list)}`, {
      headers: { accept: "application/statuslist+jwt", origin: "https://verifier.test" },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/statuslist+jwt",
      "cache-control": "public, max-age=60",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
    });
    const list = await read(await answer.text());
    expect(list.statusAt(taken.place.index, seconds())).toBe("SUSPENDED");
    for (const none of [statusListPath("live", OPEN_LISTS), "/documents/", "/documents/../graphql/x"])
      expect((await fetch(`${server.origin}${none}`)).status).toBe(404);
  });
});
