import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { boundedFetch } from "../../services/kernel/bounded-fetch.ts";

const BYTES_MAX = 10;
const PATIENCE_MS = 20_000;

/** The answers of the other side, by the path that is asked for. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/short": (response) => response.end("0123456789"),
  "/long": (response) => response.end("01234567890"),
  "/endless": (response) => {
    response.write("0".repeat(100_000));
  },
  "/chinese": (response) => response.end("一二三"),
  "/away": (response) => response.writeHead(302, { location: "/short" }).end("gone"),
  "/fault": (response) => response.writeHead(500).end("a fault that nobody reads to its end"),
  "/cut": (response) => {
    response.writeHead(200, { "content-length": "9" });
    response.write("0", () => response.destroy());
  },
  "/silent": () => undefined,
};

const asked: string[] = [];
const server = createServer(({ url = "" }, response) => {
  asked.push(url);
  ANSWERS[url]?.(response);
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, signal = AbortSignal.timeout(PATIENCE_MS)) =>
  boundedFetch(fetch, origin + path, { signal, bytesMax: BYTES_MAX });

it.each([
  ["whole, as long as was agreed", "/short", { status: 200, text: "0123456789" }],
  ["in UTF-8", "/chinese", { status: 200, text: "一二三" }],
  ["not, where it is longer", "/long", { status: 200, text: undefined }],
  ["not, where it never ends", "/endless", { status: 200, text: undefined }],
  ["not, where it leads elsewhere, and nobody goes there", "/away", { status: 302, text: undefined }],
  ["not, where it is a fault", "/fault", { status: 500, text: undefined }],
] as const)("an answer is read %s", async (_, path, told) => {
  const before = asked.length;
  const answer = await ask(path);
  expect(answer).toMatchObject({ ok: true, value: { status: told.status } });
  expect(answer.ok && answer.value.text).toBe(told.text);
  expect(asked.slice(before)).toEqual([path]);
});

it("an answer that breaks off, or a side that is not there, is a connection that was lost", async () => {
  expect(await ask("/cut")).toEqual({ ok: false, error: "CONNECTION_LOST" });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const nobody = await boundedFetch(fetch, "http://127.0.0.1:1/", { signal, bytesMax: BYTES_MAX });
  expect(nobody).toEqual({ ok: false, error: "CONNECTION_LOST" });
});

it("a side that does not answer in time has timed out", async () => {
  expect(await ask("/silent", AbortSignal.timeout(50))).toEqual({ ok: false, error: "TIMED_OUT" });
});
