import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Synthesised } from "./synthesise.ts";

export type Bundle = {
  /** The function's name in the template. */
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  /** The name of the export that Lambda calls. */
  readonly handler: string;
  /** As the template has it: some values are known only once it is deployed. */
  readonly environment: Readonly<Record<string, unknown>>;
};

export type Sent = {
  readonly result?: { readonly statusCode: number; readonly body: string };
  readonly error?: string;
};

/** Every function of a stack with the asset that would be uploaded for it. */
export function bundlesOf({ outdir, resources }: Synthesised, stack: string): readonly Bundle[] {
  const { files } = JSON.parse(readFileSync(join(outdir, `${stack}.assets.json`), "utf8"));
  return Object.entries(resources(stack, "AWS::Lambda::Function")).map(([name, { Properties }]) => {
    const { S3Key } = Properties.Code as { S3Key: string };
    const folder = join(outdir, files[S3Key.replace(/\.zip$/, "")].source.path);
    const [module, handler = ""] = String(Properties.Handler).split(".");
    const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
    return { name, folder, file: join(folder, `${module}.mjs`), handler, environment: Variables };
  });
}

export type Lambda = {
  readonly invoke: (event: object) => Promise<Sent>;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

/** Boots a bundle where nothing of this repository can be found. Throws what the bundle throws as it starts. */
export async function boot(
  { file, handler }: Bundle,
  env: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const child = fork(join(import.meta.dirname, "lambda-runtime.ts"), [file, handler], {
    cwd: dirname(file),
    env,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exited = once(child, "exit");
  const { error } = await answerOf(child);
  if (error) {
    await exited;
    throw new Error(error);
  }
  return {
    invoke: (event) => {
      const answer = answerOf(child);
      child.send(event);
      return answer;
    },
    output: () => output,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<Sent> {
  const [message] = await once(child, "message");
  return message;
}

type Responder = (
  path: string,
  headers: Readonly<Record<string, unknown>>,
  body: string,
) => { status: number; body: object };

/** A server on loopback that answers JSON. */
export async function jsonServer(respond: Responder): Promise<{ url: string; stop: () => Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const { status, body } = respond(request.url ?? "", request.headers, await text(request));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
