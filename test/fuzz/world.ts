import { fillIn } from "../../local/demo/cases.ts";
import { beginCase } from "../../local/demo/filing.ts";
import { fileFoodBusinesses } from "../../local/demo/food-businesses.ts";
import type { DemoItemName } from "../../local/demo/forms.ts";
import { enrolDemoInspectors } from "../../local/demo/inspectors.ts";
import { LIVES } from "../../local/demo/lives.ts";
import type { DemoWrites } from "../../local/demo/onboard.ts";
import { demoPerson, recordPerson } from "../../local/demo/people.ts";
import { runRandomInspections } from "../../local/demo/random-inspections.ts";
import { foundCity } from "../../local/demo.ts";
import { type Random, randomOf } from "../../local/generate/random.ts";
import { SCOPES } from "../../services/kernel/actor.ts";
import type { CitizenId, PartnerId } from "../../services/kernel/ids.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";
import {
  ANONYMOUS_CALLER,
  citizenCallers,
  type FuzzCaller,
  officerCallers,
  partnerCaller,
  refusedCallers,
} from "./callers.ts";
import { BILLER_SCOPES, openToPartner } from "./partner-of-all.ts";
import { wordsOf } from "./words.ts";

const NOBODY: CitizenId = "ctz_0123456789abcdef";
const ITEMS = ["RENT", "RETIREMENT", "LOAN", "PERMIT"] as const satisfies readonly DemoItemName[];
/** Enough for a case of each life, and for a list that has a second page. */
const PEOPLE = 6;

export type FuzzWorld = Awaited<ReturnType<typeof foundFuzzWorld>>;

/**
 * The demo city with people, bills, cards, halls, partners and a case of each life, on an engine of its own, and
 * everybody who may call it. Its ids are drawn from the seed, so that the same operations meet the same world again.
 */
export async function foundFuzzWorld(seed: string) {
  const platform = await startPlatform();
  const dice = seededRuntime(platform, `${seed} city`);
  const ports = { ...platform.ports, runtime: dice.runtime };
  const { citizen, partner } = await foundCity(ports);
  const writes: DemoWrites = {
    ...platform.context({ kind: "CITIZEN", mode: "live", id: citizen }),
    ...{ runtime: dice.runtime, open: platform.database, now: platform.clock.now() },
  };
  await fileCases(platform, writes);
  const billerKey = await openToPartner(citizen, partner.id as PartnerId, writes);
  const people = { 王小明: citizen, 赵建国: demoPerson(0, writes).actor.id, nobody: NOBODY };
  const callers: readonly FuzzCaller[] = [
    ANONYMOUS_CALLER,
    ...(await citizenCallers(platform, people)),
    ...(await officerCallers(platform)),
    partnerCaller("with a live key", partner.live, SCOPES),
    partnerCaller("with a test key", partner.test, SCOPES),
    partnerCaller("with a biller's key", billerKey, BILLER_SCOPES),
    ...(await refusedCallers(platform, citizen, partner.live)),
  ];
  return {
    ...{ platform, ports, callers },
    /** Words that no answer tells a stranger, by the names that arguments and fields give them. */
    words: wordsOf(writes, partner.citizenRef),
    /** Forms as they are filled in. */
    forms: ITEMS.map((item) => fillIn(demoPerson(0, writes), item, writes).form),
    /** From now on what the platform draws follows from this seed. */
    reseed: dice.reseed,
  };
}

/** A runtime whose randomness follows from a seed. */
function seededRuntime({ clock }: TestPlatform, seed: string) {
  let random: Random = randomOf(seed);
  return {
    runtime: {
      now: clock.now,
      random: (bytes: number) => Uint8Array.from({ length: bytes }, () => random.int(0, 255)),
    },
    reseed: (next: string): void => {
      random = randomOf(next);
    },
  };
}

/** Of each life of the demo city's cases one, and what its enterprises have. */
async function fileCases(platform: TestPlatform, writes: DemoWrites): Promise<void> {
  const files = { files: platform.ports.files, send: platform.send };
  const people = Array.from({ length: PEOPLE }, (_, i) => demoPerson(i, writes));
  for (const [i, person] of people.entries()) await recordPerson(person, i, writes);
  await enrolDemoInspectors(writes);
  await fileFoodBusinesses(writes, files, new AbortController().signal);
  await runRandomInspections(writes);
  for (const [i, life] of LIVES.entries()) {
    const person = people[i % PEOPLE];
    if (!person) continue;
    const filed = { ...fillIn(person, life.item, writes), daysAgo: life.daysAgo };
    const run = await beginCase({ ...filed, name: `fuzz-${i}` }, writes, files);
    if (run) for (const act of life.acts) await act(run);
  }
}
