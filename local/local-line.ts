import type { CallLimits } from "../services/kernel/aws/post.ts";
import type { Line } from "../services/kernel/database/wire.ts";

const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

/** The way to an engine that asks nobody who they are. */
export const localLine = (endpoint: string, limits?: CallLimits): Line => ({
  endpoint: new URL(endpoint),
  region: "local",
  credentials: async () => CREDENTIALS,
  ...(limits ? { limits } : {}),
});
