import { documentOf, readIdNumber } from "../../field/identity-document.ts";
import { legalCapacity, mayLiveOnOwnLabour } from "../../field/legal-capacity.ts";
import { personAs } from "../../field/subject.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";

import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText } from "../../kernel/text.ts";
import { findBorn, getStatus, noStatus, putStatus, type SeenPaper } from "../citizens/index.ts";
import { agentOf, type NotAttended } from "./add-authority.ts";
import { REFERENCE_LENGTH } from "./authority.ts";
import type { Invalid } from "./enterprise.ts";
import { endStanding } from "./guardianship.ts";
import type { GuardianshipPorts } from "./record-guardianship.ts";
import { listAuthorities, putAuthorities } from "./store.ts";

/** A minor's own livelihood, as a clerk sees it on paper. */
export type LabourWish = {
  readonly idNumber: string;
  /** The contract, the statement of income or the like. */
  readonly paper: string;
};

/**
 * Keeps that a minor from 16 on lives mainly on the income of their own labour, and so acts as an adult does (民法典,
 * art. 18 (2)): the minor is at the window with a paper that shows it. Their guardianships end in the same commit (art. 39).
 */
export async function recordOwnLabour(
  ports: GuardianshipPorts,
  wish: LabourWish,
  attendance: string,
): Promise<Result<SeenPaper, Invalid | NotAttended>> {
  const { actor, now: at, requestId, mode, database } = ports;
  const number = readIdNumber(wish.idNumber, dateAt(at), ["idNumber"]);
  if (!number.ok) return number;
  const paper = checkText(wish.paper, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!paper.ok) return err({ ...paper.error, path: ["paper"] });
  const person = agentOf(number.value, ports);
  const attended = await ports.parts.findAttended(ports, actor, attendance);
  if (!attended.ok) return err({ code: "NOT_ATTENDED", because: attended.error.code });
  if (attended.value.citizenId !== person) return err({ code: "MINOR_NOT_PRESENT", path: ["idNumber"] });
  const { commit, ending } = attended.value;
  const seen: SeenPaper = { reference: paper.value, seenBy: actor.id, seenAt: at };
  return decideUntilWritten({
    database,
    about: "a minor's own livelihood",
    read: () =>
      Promise.all([
        findBorn(ports, person, documentOf(number.value).born),
        getStatus(ports, person),
        listAuthorities(ports, personAs(person)),
      ]),
    decide: ([born, before, granted]) => {
      if (before?.ownLabour) return unchanged(ok(before.ownLabour));
      if (!born) return err({ code: "BIRTH_NEEDED", path: ["idNumber"] });
      if (legalCapacity(born, dateAt(at)) === "FULL") return err({ code: "WARD_OF_AGE", path: ["idNumber"] });
      if (!mayLiveOnOwnLabour(born.bornOn, dateAt(at)))
        return err({ code: "TOO_YOUNG_FOR_OWN_LABOUR", path: ["idNumber"] });
      const status = before ?? noStatus(person);
      const ended = granted.map((known) => endStanding(known, at)?.known).filter((one) => one !== undefined);
      const after = { ...status, ownLabour: seen, revision: status.revision + 1 };
      return ok({ before, after, ended, answer: seen });
    },
    write: async ({ after, ended }) => {
      const done = await commit({
        ...{ actor, at, requestId, aggregate: person, table: recordsTable(mode) },
        ...{ action: "citizens.citizen.own-labour-recorded", reason: seen.reference },
        writes: [putStatus(ports, after), ...ended.map((known) => putAuthorities(ports, known))],
        event: { type: "own-labour.recorded", to: [person], mode, payload: { about: person } },
      });
      if (done.ok) return done;
      database.forget();
      const over = await ending();
      return over ? err({ code: "NOT_ATTENDED", because: over.code }) : done;
    },
  });
}
