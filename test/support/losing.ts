import type { DatabaseCall } from "../../services/kernel/database/calls.ts";

/** Calls of the database of which each transaction loses its request or its answer, with this error. */
export const losing =
  (call: DatabaseCall, lost: "request" | "answer", error: Error): DatabaseCall =>
  async (operation, ...rest) => {
    if (operation !== "TransactWriteItems") return call(operation, ...rest);
    if (lost === "answer") await call(operation, ...rest);
    throw error;
  };
