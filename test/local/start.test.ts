import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusListUri } from "../../services/government/licences/status/status-place.ts";
import {
  ask,
  commandOf,
  copyOf,
  demoOf,
  foundedFolder,
  holds,
  newFolder,
  preparedFolder,
  processesIn,
  removeFolders,
  run,
  type Started,
  signedIn,
  standing,
  start,
  until,
  whileRunning,
} from "./local-platform.ts";

afterAll(removeFolders);

const ME = "{ me { name partners { name status } } }";
const READ = "query ($ref: ID!) { citizen(ref: $ref) { name } }";
const APPLY = `mutation ($input: ApplyForPartnershipInput!) {
  applyForPartnership(idempotencyKey: "before-the-kill", input: $input) { __typename }
}`;
const APPLICATION = {
  // Of the demo partner, which the demo citizen represents.
  name: "京城便民科技有限公司",
  creditCode: "11100000000013338W",
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  purpose: "便民服务",
  scopes: ["PROFILE_READ"],
};

/** The answer of `runningPlatform` to a tool that is run in this folder. */
async function seenByTools(folder: string): Promise<unknown> {
  const settings = pathToFileURL(join(import.meta.dirname, "../../local/settings.ts")).href;
  const script = `console.log(JSON.stringify((await (await import("${settings}")).runningPlatform()) ?? null))`;
  const { stdout } = await run("", folder, { node: ["--input-type=module", "--eval", script] }).ended;
  return JSON.parse(stdout);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}

/** Whether it takes calls, which it does until it has heard that it is to end. */
async function listens(endpoint: string): Promise<boolean> {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe("the first start, in an empty folder", () => {
  const folder = newFolder();
  let platform: Started;
  beforeAll(async () => {
    // As `npm start` does, without a bundle.
    platform = await standing(run("start.ts", folder), folder);
  });

  it("prints where things are", () => {
    const { port } = new URL(platform.endpoint);
    expect(platform.output()).toContain(`GraphQL    http://localhost:${port}/graphql\n`);
    expect(platform.output()).toContain(`GraphiQL   http://localhost:${port}/graphiql\n`);
    expect(platform.output()).toContain(
      `Sign-in    http://localhost:${port}/.well-known/openid-configuration\n`,
    );
    expect(platform.output()).toContain(".local/demo.json\n");
  });

  it("prints nothing secret", () => {
    const { partner, citizen, officer } = platform.demo;
    const root = readFileSync(join(folder, ".local/secret"), "utf8");
    for (const secret of [partner.test, partner.live, citizen.token, officer.token, root])
      expect(platform.output()).not.toContain(secret);
  });

  it("signs somebody in where it says", async () => {
    const { origin } = new URL(platform.endpoint);
    const described = await fetch(`${origin}/.well-known/openid-configuration`);
    const { issuer, authorization_endpoint: page } = (await described.json()) as Record<string, string>;
    expect(issuer).toBe(origin);
    const wish = new URLSearchParams({
      ...{ client_id: "desk", redirect_uri: `${origin}/desk/signed-in`, response_type: "code" },
      ...{ scope: "openid", code_challenge: "x".repeat(43), code_challenge_method: "S256" },
    });
    const shown = await fetch(`${page}?${wish}`, { headers: { "accept-language": "en" } });
    expect(await shown.text()).toContain(">acceptor<");
  });

  it("hands out a citizen's and an officer's token that hold", async () => {
    const { citizen, officer, endpoint } = platform.demo;
    expect(endpoint).toBe(platform.endpoint);
    expect(await ask(endpoint, "{ me { name } }", signedIn(citizen))).toEqual({
      data: { me: { name: "王小明" } },
    });
    expect(await ask(endpoint, "{ viewer { kind } }", signedIn(officer))).toEqual({
      data: { viewer: { kind: "OFFICER" } },
    });
  });

  it("issues further tokens: by identity number, of the sandbox, of an officer, and no others", async () => {
    const { citizen, officer, endpoint } = platform.demo;
    const token = (...args: readonly string[]) => run("token.ts", folder, { args }).ended;
    const viewer = async (...args: readonly string[]) => {
      const { stdout } = await token(...args);
      return (await ask(endpoint, "{ viewer { kind id mode } }", signedIn({ token: stdout.trim() }))).data;
    };
    const live = { viewer: { kind: "CITIZEN", id: citizen.ref, mode: "LIVE" } };
    expect(await viewer("citizen", "11010519491231002X")).toEqual(live);
    expect(await viewer("citizen", citizen.ref)).toEqual(live);
    const sandbox = { viewer: { kind: "CITIZEN", id: citizen.ref, mode: "TEST" } };
    expect(await viewer("citizen", citizen.ref, "--mode", "test")).toEqual(sandbox);
    expect(await viewer("officer", officer.ref)).toMatchObject({ viewer: { kind: "OFFICER" } });
    for (const wrong of [[], ["citizen", "110105194912310021"], ["officer", citizen.ref], ["king", "x"]]) {
      expect(await token(...wrong)).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(/^usage: .*\n$/),
      });
    }
  });

  it("hands out a live key that reads the citizen who consented, and a test key that does not", async () => {
    const { partner, endpoint } = platform.demo;
    const read = (key: string) => ask(endpoint, READ, { "x-api-key": key }, { ref: partner.citizenRef });
    expect(await read(partner.live)).toEqual({ data: { citizen: { name: "王小明" } } });
    expect((await read(partner.test)).data).toEqual({ citizen: null });
  });

  it("shows GraphiQL with the demo city's credentials", async () => {
    const page = await fetch(new URL("/graphiql", platform.endpoint));
    const html = await page.text();
    expect(html).toContain(platform.demo.partner.live);
    const [, script = ""] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
    const response = await fetch(new URL(script, platform.endpoint));
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "text/javascript; charset=utf-8",
    ]);
  });

  it("publishes the status lists of licences within a few seconds, under its own origin", async () => {
    const origin = new URL(platform.endpoint).origin;
    const uri = statusListUri(origin, "live", 0);
    while (!(await fetch(uri)).ok) await sleep(50);
    const [, claims = ""] = (await (await fetch(uri)).text()).split(".");
    expect(JSON.parse(Buffer.from(claims, "base64url").toString("utf8"))).toMatchObject({
      sub: uri,
      ttl: 300,
    });
  });

  it("tells tools where the tables are, and tells only its owner, and not the root secret", async () => {
    const { engine, environment } = JSON.parse(readFileSync(join(folder, ".local/platform.json"), "utf8"));
    expect(environment).toMatchObject({ CIVIGRAPH_TABLE_PREFIX: "civigraph-local" });
    expect(environment).not.toHaveProperty("CIVIGRAPH_SECRET");
    expect(await seenByTools(folder)).toEqual({ engine, environment });
    for (const file of ["platform.json", "demo.json", "secret", "issuer.jwk"]) {
      expect(statSync(join(folder, ".local", file)).mode & 0o777, file).toBe(0o600);
    }
  });

  it("tells the citizen of the city's consent within a few seconds", async () => {
    const { citizen, endpoint } = platform.demo;
    const told = async () =>
      (await ask(endpoint, "{ me { notifications { edges { node { type read } } } } }", signedIn(citizen)))
        .data;
    while (JSON.stringify(await told()).indexOf("consent.granted") < 0) await sleep(50);
    const node = { type: "consent.granted", read: false };
    expect(await told()).toMatchObject({
      me: { notifications: { edges: expect.arrayContaining([{ node }]) } },
    });
  });

  it("keeps a second start and a reset off its folder", async () => {
    const line = `a platform is running on ${folder}/.local: stop it first\n`;
    expect(await run("start.ts", folder).ended).toEqual({ code: 1, stdout: "", stderr: line });
    expect(await run("reset.ts", folder).ended).toEqual({ code: 1, stdout: "", stderr: line });
    expect((await ask(platform.endpoint, "{ viewer { kind } }")).data).toEqual({
      viewer: { kind: "ANONYMOUS" },
    });
  });

  it("ends with Ctrl-C, which npm doubles: exit code 0 and nothing left behind", async () => {
    platform.kill("SIGINT");
    platform.kill("SIGINT");
    expect(await platform.ended).toMatchObject({ code: 0, stderr: "" });
    expect(processesIn(folder)).toEqual([]);
    expect(holds(folder, "platform.json")).toBe(false);
    expect(await seenByTools(folder)).toBeNull();
  });

  it("is found again by the next one: the same people, the same keys", async () => {
    const before = demoOf(folder);
    await whileRunning(folder, async ({ demo, endpoint }) => {
      expect(demo.partner).toEqual(before.partner);
      expect(demo.citizen.ref).toBe(before.citizen.ref);
      const { partner } = demo;
      const variables = { ref: partner.citizenRef };
      const read = await ask(endpoint, READ, { "x-api-key": partner.live }, variables);
      expect(read).toEqual({ data: { citizen: { name: "王小明" } } });
    });
  });
});

describe.concurrent("a kill -9", () => {
  let founded: string;
  beforeAll(async () => {
    founded = await foundedFolder();
  });

  const partnersOf = async ({ endpoint, demo }: Started) =>
    (await ask(endpoint, ME, signedIn(demo.citizen))).data;

  it("of the platform and its engine loses nothing that was acknowledged", async () => {
    const folder = copyOf(founded);
    const killed = await start(folder);
    const { endpoint, demo } = killed;
    const applied = await ask(endpoint, APPLY, signedIn(demo.citizen), { input: APPLICATION });
    expect(applied.data).toEqual({ applyForPartnership: { __typename: "Partner" } });
    for (const pid of processesIn(folder)) process.kill(pid, "SIGKILL");
    await killed.ended;
    await whileRunning(folder, async (platform) => {
      expect(await partnersOf(platform)).toMatchObject({
        me: { partners: expect.arrayContaining([{ name: APPLICATION.name, status: "PENDING" }]) },
      });
    });
  });

  it("of the platform alone ends its engine too, and the next start finds everything", async () => {
    const folder = copyOf(founded);
    const killed = await start(folder);
    expect(processesIn(folder).map(commandOf).join()).toContain("dynoxide");
    await ask(killed.endpoint, APPLY, signedIn(killed.demo.citizen), { input: APPLICATION });
    killed.kill("SIGKILL");
    await killed.ended;
    expect(await seenByTools(folder)).toBeNull();
    await until(() => processesIn(folder).length === 0);
    await whileRunning(folder, async (platform) => {
      const pending = { name: APPLICATION.name, status: "PENDING" };
      expect(await partnersOf(platform)).toMatchObject({
        me: { partners: expect.arrayContaining([pending]) },
      });
    });
  });

  it("of the engine alone ends the platform with one line", async () => {
    const folder = copyOf(founded);
    const platform = await start(folder);
    const engine = processesIn(folder).find((pid) => commandOf(pid).includes("--db-path"));
    process.kill(engine ?? 0, "SIGKILL");
    expect(await platform.ended).toMatchObject({
      code: 1,
      stderr: "the engine has stopped: it was killed\n",
    });
  });

  it.each([0, 200])(
    "of a first start, %i ms after its data began, is no end: the next one founds the city",
    async (ms) => {
      const folder = await preparedFolder();
      const killed = run("start.ts", folder);
      await until(() => holds(folder, "data.sqlite"));
      await sleep(ms);
      killed.kill("SIGKILL");
      await killed.ended;
      await whileRunning(folder, async (platform) => {
        expect(await partnersOf(platform)).toEqual({
          me: { name: "王小明", partners: [{ name: "京城便民科技有限公司", status: "LIVE" }] },
        });
      });
    },
  );
});

describe("a request", () => {
  it("that comes before the platform stands is answered as soon as it does", async () => {
    const folder = await preparedFolder();
    const port = await freePort();
    const platform = run("start.ts", folder, { env: { PORT: String(port) } });
    const asked = (): ReturnType<typeof ask> =>
      ask(`http://127.0.0.1:${port}/graphql`, "{ viewer { kind } }").catch(() => sleep(5).then(asked));
    expect((await asked()).data).toEqual({ viewer: { kind: "ANONYMOUS" } });
    platform.kill("SIGTERM");
    expect((await platform.ended).code).toBe(0);
  });

  it("that is under way at Ctrl-C is answered", async () => {
    const platform = await start(await foundedFolder());
    // The first answer takes the longest, and the end waits for requests for some seconds only.
    await ask(platform.endpoint, "{ viewer { kind } }");
    const headers = { "content-type": "application/json", expect: "100-continue" };
    const asked = request(platform.endpoint, { method: "POST", headers });
    asked.flushHeaders();
    await once(asked, "continue");
    platform.kill("SIGINT");
    while (await listens(platform.endpoint)) await sleep(5);
    asked.end(JSON.stringify({ query: "{ viewer { kind } }" }));
    const [answer] = await once(asked, "response");
    expect(await json(answer)).toEqual({ data: { viewer: { kind: "ANONYMOUS" } } });
    expect((await platform.ended).code).toBe(0);
  });

  it("for an address that is none is refused, and harms nobody", async () => {
    await whileRunning(await foundedFolder(), async ({ endpoint }) => {
      const { host, hostname, port } = new URL(endpoint);
      const socket = connect(Number(port), hostname);
      socket.end(`GET // HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect((await socket.setEncoding("utf8").toArray()).join("")).toMatch(/^HTTP\/1.1 400 /);
      expect((await ask(endpoint, "{ viewer { kind } }")).data).toEqual({ viewer: { kind: "ANONYMOUS" } });
    });
  });
});
