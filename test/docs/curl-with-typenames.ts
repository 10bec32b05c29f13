/** A `curl` that asks as Apollo Client and urql do: the document that it is to post gets its `__typename`s first. */
import { spawnSync } from "node:child_process";
import { withTypenames } from "./with-typenames.ts";

const [curl = "", ...args] = process.argv.slice(2);
const sent = args.map((arg, i) => {
  if (args[i - 1] !== "-d") return arg;
  const body = JSON.parse(arg) as { query: string };
  return JSON.stringify({ ...body, query: withTypenames(body.query) });
});
process.exitCode = spawnSync(curl, sent, { stdio: "inherit" }).status ?? 1;
