import { CHAOYANG, newOfficer, startCasework, type TestOfficer } from "../test/government/cases/casework.ts";
import { eventOf, type TestPlatform } from "../test/support/platform.ts";
import { ask, seedCases } from "./cases.ts";
import { type Figure, times } from "./measure.ts";

const CLERKS = 50;
const CLAIMS = 500;
const CLAIM_PAGE = 50;

/** Clerks who claim from one queue until nothing is left: what they pick from its first page, and what is next. */
export async function claims(): Promise<readonly Figure[]> {
  const [picked, next] = [await claimAll(pickFrom), await claimAll(takeNext)];
  const figure = (what: string, { perSecond, lost }: Claims) => ({
    what: `${CLERKS} clerks claim ${CLAIMS} cases from one queue, ${what}`,
    measured: `${perSecond.toFixed(0)} a second; ${lost} races lost, none won by two`,
    bound: "",
  });
  return [
    figure(`each what it picks from a page of ${CLAIM_PAGE}`, picked),
    figure("each by claimNext", next),
    {
      what: "claims a second by claimNext, against picking",
      measured: times(next.perSecond / picked.perSecond),
      bound: "≥ 3 ×",
    },
  ];
}

type Claims = { readonly perSecond: number; readonly lost: number };
/** One claim of a clerk: the case that they got, LOST where somebody was faster, undefined where nothing is left. */
type ClaimOne = (
  platform: TestPlatform,
  clerk: TestOfficer,
  department: string,
) => Promise<string | undefined>;
const LOST = "";

/** On a platform of its own, so that what one way has left is in no other's way. */
async function claimAll(claimOne: ClaimOne): Promise<Claims> {
  const platform = await startCasework();
  try {
    const department = await seedCases(platform, CLAIMS - 1);
    const clerks = await Promise.all(
      Array.from({ length: CLERKS }, () => newOfficer(platform, { roles: ["ACCEPTOR"] })),
    );
    const claimed = new Set<string>();
    let lost = 0;
    const work = async (clerk: TestOfficer): Promise<void> => {
      for (;;) {
        const id = await claimOne(platform, clerk, department);
        if (id === undefined) return;
        if (id === LOST) lost += 1;
        else if (claimed.has(id)) throw new Error(`${id} was claimed twice`);
        else claimed.add(id);
      }
    };
    const started = performance.now();
    await Promise.all(clerks.map(work));
    const seconds = (performance.now() - started) / 1_000;
    if (claimed.size !== CLAIMS) throw new Error(`${claimed.size} of ${CLAIMS} cases were claimed`);
    return { perSecond: CLAIMS / seconds, lost };
  } finally {
    await platform.stop();
  }
}

async function pickFrom(
  platform: TestPlatform,
  clerk: TestOfficer,
  department: string,
): Promise<string | undefined> {
  const { token } = clerk;
  const list = `{ workQueue(region: "${CHAOYANG}", department: "${department}", first: ${CLAIM_PAGE}) {
    edges { node { application { id } } } } }`;
  const ids = (await ask(platform, token, list)).match(/app_[0-9a-z]+/g) ?? [];
  const id = ids[Math.floor(Math.random() * ids.length)];
  if (id === undefined) return undefined;
  const query = `mutation { claimStep(id: "${id}", step: "accept") { __typename } }`;
  const answer = await platform.handler(eventOf({ token, query }));
  // A clerk whose answer was lost sees who has the step.
  const isUnknown = answer.body?.includes("OUTCOME_UNKNOWN");
  const won = isUnknown ? await holds(platform, clerk, id) : answer.body?.includes('"Application"');
  return won ? id : LOST;
}

async function takeNext(
  platform: TestPlatform,
  { token }: TestOfficer,
  department: string,
): Promise<string | undefined> {
  const query = `mutation { claimNext(region: "${CHAOYANG}", department: "${department}") {
    __typename ... on ClaimedStep { application { id } } } }`;
  const { body = "" } = await platform.handler(eventOf({ token, query }));
  if (body.includes("NothingToClaim")) return undefined;
  return /app_[0-9a-z]+/.exec(body)?.[0] ?? LOST;
}

async function holds(
  platform: TestPlatform,
  { id: clerk, token }: TestOfficer,
  id: string,
): Promise<boolean> {
  const query = `{ node(id: "${id}") { ... on Application { progress { officer } } } }`;
  return (await ask(platform, token, query)).includes(clerk);
}
