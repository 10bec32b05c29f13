import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SlowFirst } from "./test/slow-first.ts";

/** A busy machine may take its time: a test ends for what it finds, and by the clock only where nothing comes any more. */
const PATIENCE_MS = 600_000;

export default defineConfig({
  // One graphql in a process: packages load its CommonJS build, which vite by itself would not choose.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/shared-folder.ts"],
    sequence: { sequencer: SlowFirst },
    pool: "forks",
    // The files of a process share its modules, so that these are loaded and the schema is built once a process. The
    // state of a module must not tell one file from another.
    isolate: false,
    // A file waits for its engine half of the time.
    maxWorkers: availableParallelism(),
    // As many threads of V8's own beside it would take the processors from the engines and the other process.
    execArgv: ["--single-threaded"],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    teardownTimeout: PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
  },
});
