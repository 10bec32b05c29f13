import { region } from "../../services/field/region.ts";
import { personAs } from "../../services/field/subject.ts";
import { eachOf } from "../../services/kernel/each-of.ts";
import type { Log } from "../../services/kernel/process/log.ts";
import { beginCase, type DemoFiles } from "./filing.ts";
import { fileFoodBusinesses } from "./food-businesses.ts";
import { DEMO_FORMS, type DemoItemName } from "./forms.ts";
import { enrolDemoInspectors } from "./inspectors.ts";
import { changeDemoAddress, stateLicencesOfPeople } from "./licences.ts";
import { LIVES } from "./lives.ts";
import { recordDemoOfficers } from "./officer-records.ts";
import type { DemoWrites } from "./onboard.ts";
import { demoAccount } from "./payout-accounts.ts";
import { type DemoPerson, demoPerson, recordPerson } from "./people.ts";
import { runRandomInspections } from "./random-inspections.ts";

const PEOPLE = 64;
/** Cases of one life began over so many days. */
const DAYS_APART = 5;

/** The warnings of made-up decisions are for no operator, for example that this city's authorities state no online channel. */
const faultsOnly =
  (log: Log): Log =>
  (level, ...told) => {
    if (level === "ERROR") log(level, ...told);
  };

/**
 * People of the demo city and some 200 of their applications, and those of its enterprises, in every state, lived
 * through on their days in the past.
 * False where it was stopped; begun anew it goes on, and cases that were begun stay as far as they have come.
 */
export async function fileDemoCases(
  { log, ...given }: DemoWrites,
  files: DemoFiles,
  signal: AbortSignal,
): Promise<boolean> {
  const writes: DemoWrites = { ...given, log: faultsOnly(log) };
  const people = Array.from({ length: PEOPLE }, (_, i) => demoPerson(i, writes));
  const unlessStopped =
    <T>(one: (each: T) => Promise<void>) =>
    async (each: T): Promise<void> => {
      if (!signal.aborted) await one(each);
    };
  await eachOf(
    [...people.entries()],
    unlessStopped(([i, person]) => recordPerson(person, i, writes)),
  );
  await stateLicencesOfPeople(people, writes);
  await recordDemoOfficers(writes);
  await enrolDemoInspectors(writes);
  await fileFoodBusinesses(writes, files, signal);
  if (!signal.aborted) await runRandomInspections(writes);
  if (!signal.aborted) await changeDemoAddress(writes, files);
  const cases = LIVES.flatMap((life, l) =>
    Array.from({ length: life.count }, (_, c) => ({
      ...{ life, name: `${l}-${c}`, daysAgo: life.daysAgo + (c % DAYS_APART) },
    })),
  );
  await eachOf(
    [...cases.entries()],
    unlessStopped(async ([i, { life, name, daysAgo }]) => {
      const person = people[i % people.length];
      if (!person) return;
      const matter = { ...fillIn(person, life.item, writes), daysAgo, name };
      const run = await beginCase(matter, writes, files);
      if (run) for (const act of life.acts) await act(run);
    }),
  );
  return !signal.aborted;
}

/** The item that a person applies for, and how they fill it in. */
export function fillIn(person: DemoPerson, item: DemoItemName, writes: DemoWrites) {
  const { code, form } = DEMO_FORMS[item];
  const subject = personAs(person.actor.id);
  return {
    applicant: person.actor,
    subject,
    item: code,
    region: region(person.region),
    form: form(person, demoAccount(person, writes).id),
  };
}
