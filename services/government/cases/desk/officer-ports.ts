import { actorAs, type Context } from "../../../api/context.ts";

/** The ports of an officer's mutations of a case. */
export function officerPorts(context: Context) {
  const { database, commit, now, requestId, log, secrets, config, parts } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, log, secrets, config, parts };
}
