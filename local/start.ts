import { createServer, type RequestListener, type Server } from "node:http";
import { checkRecords, openFolder } from "./data-folder.ts";
import { fail } from "./fail.ts";
import { localIssuer } from "./issuer.ts";
import { readCity } from "./known-city.ts";
import { localSecret } from "./settings.ts";
import { SetupProblem } from "./setup-problem.ts";

const DEFAULT_PORT = 4000;
/** How long requests under way are waited for. */
const DRAIN_MS = 3_000;
const DRAIN_STEP_MS = 25;
const PARENT_CHECK_MS = 250;

/** `npm start`: the platform on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const opened = new AsyncDisposableStack();
  // npm hands on the Ctrl-C that the terminal has sent to all: it comes twice, and ends once.
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    opened.disposeAsync().then(() => process.exit(0), fail);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (process.env["npm_lifecycle_event"]) onceOrphaned(stop);
  try {
    await open(opened, portWanted());
  } catch (error) {
    if (stopping) return;
    await opened.disposeAsync();
    fail(error);
  }
}

/** An npm that is killed cannot tell us; without it nobody would know of us any more, but for the port we hold. */
function onceOrphaned(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), PARENT_CHECK_MS).unref();
}

async function open(opened: AsyncDisposableStack, wanted: number): Promise<void> {
  const server = createServer();
  const port = await listen(server, wanted);
  // A caller who asks before the platform stands is answered as soon as it does.
  const front = Promise.withResolvers<RequestListener>();
  server.on("request", (request, response) => front.promise.then((answer) => answer(request, response)));

  opened.defer(await openFolder());
  const databaseAt = process.env["AWS_ENDPOINT_URL_DYNAMODB"] || undefined;
  const ground = {
    ...{ port, databaseAt },
    ...{ secret: await localSecret(), issuer: await localIssuer(), city: await readCity() },
  };
  if (!databaseAt) await checkRecords();
  // Most of what is loaded is the services: what is wrong around them is told before.
  const { openPlatform } = await import("./open-platform.ts");
  front.resolve(await openPlatform(opened, ground));
  opened.defer(() => close(server));
}

function portWanted(): number {
  const text = process.env["PORT"] || String(DEFAULT_PORT);
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new SetupProblem(`PORT is not a port number: ${text}`);
}

/** The port that was taken; 0 takes any that is free. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "is in use: stop what listens there, or"
          : `cannot be used (${error.code}):`;
      reject(new SetupProblem(`port ${port} ${why} set PORT`));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** Takes no more requests, and lets those under way end. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that its client keeps open is idle only after the answer that it waits for now.
  const idle = setInterval(() => server.closeIdleConnections(), DRAIN_STEP_MS);
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

await main();
