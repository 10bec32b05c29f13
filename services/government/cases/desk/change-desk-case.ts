import type { Officer } from "../../../kernel/actor.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Application, isReceived, type NotAllowed } from "../application.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "../change-case.ts";
import { handles } from "../circle.ts";
import type { OfficerFacts } from "./desk-case.ts";

export type OfficerPorts = CasePorts & { readonly actor: Officer };

export type DeskResult<R = never> = Result<Application, NotAllowed | NoSuchCase | R>;

/**
 * Decides as an officer on a case of their desk: everything that an officer does to a case goes through this. One that
 * is not handed in, or lies outside their jurisdiction, answers as an unknown one.
 */
export const changeDeskCase = <R extends { readonly code: string } = never>(
  ports: OfficerPorts,
  id: string,
  decide: (
    found: Found,
    by: OfficerFacts,
  ) => Result<Changed, R | NotAllowed> | Promise<Result<Changed, R | NotAllowed>>,
): Promise<DeskResult<R>> =>
  changeCase<R | NotAllowed | NoSuchCase>(ports, id, async (found) => {
    const { application, facts } = found;
    if (!isOnDesk(ports.actor, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const changed = await decide(found, { ...facts, caller: ports.actor });
    return changed.ok
      ? ok({ ...changed.value, application: handledBy(ports.actor, changed.value.application) })
      : changed;
  });

/** The case with one more who has acted in it: an officer comes back as the same person, under whatever id. */
function handledBy({ person }: Officer, application: Application): Application {
  const { handlers = [] } = application;
  return person === undefined || handlers.includes(person)
    ? application
    : { ...application, handlers: [...handlers, person] };
}

/** A draft is on nobody's desk. */
const isOnDesk = (officer: Officer, application: Application): boolean =>
  isReceived(application) && handles(officer, application);
