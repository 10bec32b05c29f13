import { parseArgs } from "node:util";
import { newVerifierMemory } from "../services/government/licences/credentials/verifier-memory.ts";
import type { Known } from "../services/government/licences/verify.ts";
import { plusMs, systemRuntime } from "../services/kernel/runtime.ts";
import { type Ask, openCallers, recordOf, say, textOf } from "./callers.ts";
import { drawCode } from "./draw-code.ts";
import { fail } from "./fail.ts";
import { type ChosenLicence, chooseLicence } from "./licence/chosen-licence.ts";
import { fetchIssuers, fetchListAfter, fetchStatusList, statusOf } from "./licence/copies.ts";
import { counterWith, type Held, type Shown, showTo, verdictOf, verifyAt } from "./licence/counter.ts";
import { knownBy, neighboursList } from "./licence/neighbour.ts";
import { bindPhone, type Phone } from "./licence/phone.ts";
import { whileSuspended } from "./licence/register.ts";
import { SetupProblem } from "./setup-problem.ts";

const USAGE = "usage: npm run licence [-- <number of a licence, or its type's code>]";
/** A counter that has no connection for so long has a list that is over. */
const WITHOUT_CONNECTION_MS = 600_000;

const HERE = { name: "the counter", audience: "https://counter.example/windows/3" };
const ELSEWHERE = { name: "Tianjin's counter", audience: "https://counter.tianjin.example/windows/1" };

const { now } = systemRuntime;

/**
 * `npm run licence`: the demo citizen's phone, a counter, and a counter of another region, against the platform that runs here.
 * The phone is bound for the time of the play, and the licence stands at the end as it did before.
 */
async function main(): Promise<void> {
  const wanted = licenceWanted(process.argv.slice(2));
  const { citizen, clerk, origin } = await openCallers();
  const licence = await chooseLicence(citizen, wanted);
  const phone = await bindPhone(citizen);
  try {
    const held = await receive(phone, licence);
    await atCounter(held, origin);
    await online(held, clerk);
    await inOtherRegion(held, origin);
    await suspended(held, origin);
  } finally {
    await phone.revoke();
  }
  say("the phone is revoked: it gets no credential and no code any more");
}

/** The phone's work while it is online, once a day. */
async function receive(phone: Phone, licence: ChosenLicence): Promise<Held> {
  say(`the phone has made a key of its own, and is bound to the demo citizen as ${phone.id}`);
  const { text, until } = await phone.credential(licence);
  say(`${licence.issuer.name} has signed ${licence.name} ${licence.number} for it, until ${until}`);
  return { phone, licence, credential: text };
}

/** The platform's authorities as a counter verifies by them. */
async function knownIssuers(origin: string): Promise<Pick<Known, "keys" | "trust">> {
  const fetchedAt = now();
  const { keys, trust } = await fetchIssuers(origin, fetchedAt);
  return { keys: { value: keys, fetchedAt }, trust: { value: trust, fetchedAt } };
}

/** Phone and counter are offline. */
async function atCounter(held: Held, origin: string): Promise<void> {
  const counter = counterWith(HERE, {
    ...(await knownIssuers(origin)),
    statusOf: statusOf(await fetchStatusList(held.credential)),
  });
  const shown = await showTo(counter, held, now());
  const told = async (what: string, text: string): Promise<void> =>
    say(`${what}: ${verdictOf(await verifyAt(counter, { ...shown, text }, held.licence, now()))}`);
  await told("the same code again", shown.text);
  await told("a code with another number written into it", withOtherNumber(shown));
}

/** A forgery: the credential's claims are changed, and all signatures stay as they were. */
function withOtherNumber({ text }: Shown): string {
  const [header, payload = "", ...rest] = text.split(".");
  const claims = recordOf(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  const forged = Buffer.from(JSON.stringify({ ...claims, number: "JY11105050876919" })).toString("base64url");
  return [header, forged, ...rest].join(".");
}

/** The counter asks the platform what a code shows, once. */
async function online({ phone, licence }: Held, clerk: Ask): Promise<void> {
  const code = await phone.code(licence);
  console.log(`\n${drawCode(new TextEncoder().encode(code))}`);
  say(`the phone shows a code for a counter that is online: ${code}`);
  say(`the clerk reads it: ${await redeem(clerk, code)}`);
  say(`and once more: ${await redeem(clerk, code)}`);
}

async function redeem(clerk: Ask, code: string): Promise<string> {
  const { redeemLicenceCode } = await clerk(
    `mutation ($code: String!) { redeemLicenceCode(code: $code) {
      ... on ShownLicence { status number content } ... on Refusal { message } } }`,
    { code },
  );
  const { message, ...shown } = recordOf(redeemLicenceCode);
  return message === undefined ? JSON.stringify(shown) : `refused (${textOf(message)})`;
}

/** The other region's counter asks nobody here: it has its own region's trust list, and the copies of this morning. */
async function inOtherRegion(held: Held, origin: string): Promise<void> {
  const fetchedAt = now();
  const list = await neighboursList(await fetchIssuers(origin, fetchedAt), held.licence, {
    ...{ origin, now: fetchedAt },
  });
  const trusted = list.issuers.map(({ name }) => name.en).join(", ");
  say(`Tianjin's trust list (made up for this play) believes ${trusted} with ${held.licence.name}`);
  const counter = counterWith(ELSEWHERE, {
    ...knownBy(list, fetchedAt),
    statusOf: statusOf(await fetchStatusList(held.credential)),
  });
  await showTo(counter, held, now());
  say("ten minutes on by both clocks, and still without a connection, its status list is too old:");
  await showTo(counter, held, plusMs(now(), WITHOUT_CONNECTION_MS));
}

/** The licence's register holds it up for some seconds. */
async function suspended(held: Held, origin: string): Promise<void> {
  const [issuers, memory] = [await knownIssuers(origin), newVerifierMemory()];
  const show = async (since = now()): Promise<void> => {
    const statuses = statusOf(await fetchListAfter(held.credential, since));
    await showTo(counterWith(HERE, { ...issuers, statusOf: statuses, memory }), held, now());
  };
  const hasRegister = await whileSuspended(held.licence, async () => {
    say("the licence's register has suspended it; the counter fetches the next status list");
    await show();
  });
  if (!hasRegister) {
    say("no register suspends this licence: a decision here has issued it");
    return;
  }
  say("the register has resumed it; the counter fetches the next status list");
  await show();
}

function licenceWanted(args: readonly string[]): string | undefined {
  try {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    if (positionals.length <= 1) return positionals[0];
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

await main().catch(fail);
