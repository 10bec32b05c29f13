import { defineConfig } from "vitest/config";

export default defineConfig({
  // One graphql in a process: packages load its CommonJS build, which vite by itself would not choose.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
