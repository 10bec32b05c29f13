import http from "node:http";
import { startPlatform } from "../support/platform.ts";
import { perform, type Told, type Wave } from "./killed-tasks.ts";

/**
 * A process of the platform that is killed with `kill -9` at one of its writes, as it is told: before the database has the
 * transaction, or once it is on its way. Others use the same engine, before and after.
 */
const { ENGINE: endpoint = "" } = process.env;
const none = new Promise<never>(() => undefined);
const engine = { endpoint, pid: 0, ended: none, stop: async () => undefined };
let dies: Wave["dies"];
let writes = 0;

const die = (): void => void process.kill(process.pid, "SIGKILL");

const isWrite = (options: unknown): boolean => JSON.stringify(options).includes("TransactWriteItems");

const watched = new Proxy(http.request, {
  apply: (request, self, [options, ...rest]: readonly unknown[]) => {
    if (isWrite(typeof options === "object" && options !== null && "headers" in options && options.headers)) {
      writes += 1;
    }
    const isLast = dies?.atWrite === writes;
    if (isLast && dies?.isBefore) die();
    const sent: http.ClientRequest = Reflect.apply(request, self, [options, ...rest]);
    if (isLast) sent.once("finish", die);
    return sent;
  },
});
Object.assign(http, { request: watched });

const platform = await startPlatform({ engine });
const tell = (told: Told): unknown => process.send?.(told);

process.on("message", async (wave: Wave) => {
  [dies, writes] = [wave.dies, 0];
  platform.clock.set(wave.at);
  await Promise.all(
    wave.tasks.map(async (task) => {
      try {
        tell({ task: task.id, answer: await perform(platform, task) });
      } catch (error) {
        tell({ task: task.id, fault: String(error) });
      }
    }),
  );
});
tell("READY");
