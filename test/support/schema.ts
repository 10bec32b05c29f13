import { described } from "../../services/api/described.ts";
import { buildSchema } from "../../services/api/schema.ts";
import { resolvers } from "../../services/app/api.ts";

/** The schema of the API, built once a process. One who changes a schema builds one of their own. */
export const schema = await described(buildSchema(resolvers));
