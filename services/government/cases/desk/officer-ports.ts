import { actorAs, type Context } from "../../../api/context.ts";

/** What an officer's mutations of a case stand on. */
export function officerPorts(context: Context) {
  const { database, commit, now, requestId, secrets, config, parts } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets, config, parts };
}
