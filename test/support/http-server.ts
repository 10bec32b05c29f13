import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { httpFront } from "../../local/http-front.ts";
import { workPorts } from "../../local/work-ports.ts";
import { ENDPOINTS, endpointHandler } from "../../services/app/endpoints.ts";
import type { TestPlatform } from "./platform.ts";

/** The platform behind the HTTP front of `npm start`, on a free port of this machine. */
export async function startHttpServer({
  handler,
  ports,
  files,
  published,
}: Pick<TestPlatform, "handler" | "ports" | "files" | "published">) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const work = workPorts(ports, published.put);
  const endpoints = ENDPOINTS.map((stated) => ({ stated, answer: endpointHandler(stated.name, work) }));
  const signIn = async () => undefined;
  const handlers = { graphql: handler, endpoints, files, documents: published.handle, signIn };
  server.on("request", httpFront(handlers, [], port));
  return {
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/graphql`,
    notificationsUrl: `http://127.0.0.1:${port}/payment-notifications/live`,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
