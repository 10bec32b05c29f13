import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpFront } from "../../local/http-front.ts";

const TEXT = "一页 ".repeat(1_000);
const PICTURE = Buffer.alloc(1_000, 7);

const unexpected = async (): Promise<never> => {
  throw new Error("nobody asks for this");
};

const server = createServer();
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://localhost:${port}`;
  const handlers = {
    ...{
      graphql: unexpected,
      endpoints: [],
      files: unexpected,
      documents: () => undefined,
      signIn: async () => undefined,
    },
  };
  const pages = {
    handle: async (path: string) =>
      path === "/picture"
        ? { status: 200, contentType: "image/webp", body: PICTURE }
        : { status: 200, contentType: "text/javascript; charset=utf-8", body: TEXT },
  };
  server.on("request", httpFront(handlers, [pages], port));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("a page, and what it loads,", () => {
  const sent = async (path: string, encodings: string) => {
    const response = await fetch(`${origin}${path}`, { headers: { "accept-encoding": encodings } });
    const { headers } = response;
    return {
      coding: headers.get("content-encoding"),
      varies: headers.get("vary"),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };

  it("is sent compressed to who takes that, and as it is to others", async () => {
    const varies = "accept-encoding";
    const body = Buffer.from(TEXT);
    expect(await sent("/script.js", "gzip, deflate, br")).toEqual({ coding: "gzip", varies, body });
    expect(await sent("/script.js", "identity")).toEqual({ coding: null, varies, body });
  });

  it("is sent as it is where it is compressed already", async () => {
    expect(await sent("/picture", "gzip")).toMatchObject({ coding: null, body: PICTURE });
  });
});
