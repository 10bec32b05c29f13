import { endpointHandler } from "../services/app/endpoints.ts";
import { openProcess } from "../services/app/open-process.ts";
import { readName } from "../services/kernel/process/config.ts";

const ports = await openProcess(process.env);

/** Answers what is posted to the endpoint that the environment names. */
export const handler = endpointHandler(readName(process.env, "endpoint"), ports);
