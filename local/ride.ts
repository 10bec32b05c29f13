import { randomBytes, randomUUID } from "node:crypto";
import {
  type CardStatusList,
  readStatusList,
} from "../services/convenience/transit/ride-codes/card-status-list.ts";
import { ES256, newEs256Signer } from "../services/convenience/transit/ride-codes/es256.ts";
import {
  type Bytes,
  NONCE_BYTES,
  type Signer,
  type Verifier,
  verifyCode,
  writeCode,
} from "../services/convenience/transit/ride-codes/ride-code.ts";
import { base64url, fromBase64url } from "../services/kernel/base64url.ts";
import { type Ask, listOf, openCallers, recordOf, say, textOf } from "./callers.ts";
import { drawCode } from "./draw-code.ts";
import { fail } from "./fail.ts";
import { SetupProblem } from "./setup-problem.ts";

/**
 * `npm run ride`: the demo citizen's phone, two gates and their operator, against the platform that runs here. The phone
 * asks for a credential once and then makes codes offline; the gates verify them offline; the operator sends the taps.
 */
async function main(): Promise<void> {
  const { citizen, operator } = await openCallers();
  const { phone, credential, card } = await openPhone(citizen);
  const gate = await openGate(operator);
  const entry = await pass(phone, credential, gate, "xidan");
  const exit = await pass(phone, credential, gate, "guomao");
  say("the same code held to another gate by somebody else");
  const taps = [tapOf("ENTRY", "xidan", entry), tapOf("EXIT", "guomao", exit), tapOf("ENTRY", "sihui", exit)];
  const { submitTaps } = await operator(
    `mutation ($rows: [TapRowInput!]!) { submitTaps(rows: $rows) {
      __typename ... on OperatedTrip { status fare } ... on Refusal { message }
    } }`,
    { rows: taps },
  );
  say("the operator has sent all taps:");
  for (const outcome of listOf(submitTaps)) console.log(`  ${JSON.stringify(outcome)}`);
  const { node } = await citizen(
    `query ($id: ID!) { node(id: $id) { ... on TransitCard {
    balance trips(first: 1) { edges { node { status fare entry { station { name } } exit { station { name } } } } }
  } } }`,
    { id: card },
  );
  say("the citizen sees:");
  console.log(`  ${JSON.stringify(node)}`);
}

/** The phone's work while it is online, once a day. */
async function openPhone(citizen: Ask): Promise<{ phone: Signer; credential: Bytes; card: string }> {
  const { me } = await citizen("{ me { transitCards { id number status kind balance } } }");
  const cards = listOf(recordOf(me)["transitCards"]);
  const found = cards.find(({ status, kind }) => status === "ACTIVE" && kind === "STANDARD");
  if (!found)
    throw new SetupProblem("the demo citizen has no card in use; `npm run reset` founds the city anew");
  say(
    `the phone has card ${textOf(found["number"])} with ${textOf(found["balance"])} yuan, and makes a key of its own`,
  );
  const phone = await newEs256Signer();
  const card = textOf(found["id"]);
  const { issueRideCredential: issued } = await citizen(
    `mutation ($card: ID!, $key: String!) { issueRideCredential(card: $card, devicePublicKey: $key) {
      ... on RideCredential { credential validUntil } ... on Refusal { message }
    } }`,
    { card, key: base64url(phone.publicKey) },
  );
  const { credential, validUntil, message } = recordOf(issued);
  if (!credential) throw new SetupProblem(`no credential: ${textOf(message)}`);
  say(`the platform vouches for that key until ${textOf(validUntil)}; from here on the phone is offline`);
  return { phone, credential: bytesOf(credential), card };
}

type Gate = { readonly verifier: Verifier; readonly list: CardStatusList };

/** The keys and lists that a gate fetches while it is online. */
async function openGate(operator: Ask): Promise<Gate> {
  const { rideCodeKeys, cardStatusList } = await operator(
    `{ rideCodeKeys { publicKey } cardStatusList(region: "110000") { list } }`,
  );
  const keys = listOf(rideCodeKeys).map(({ publicKey }) => bytesOf(publicKey));
  const verifier = { keys, algorithms: [ES256] };
  const list = await readStatusList(bytesOf(recordOf(cardStatusList)["list"]), nowS(), verifier);
  if (!list.ok) throw new Error(`the list of refused cards: ${list.error}`);
  return { verifier, list: list.value };
}

/** A passenger holds the phone to a gate; both are offline. */
async function pass(
  phone: Signer,
  credential: Bytes,
  { verifier, list }: Gate,
  station: string,
): Promise<Seen> {
  const at = new Date().toISOString();
  const code = await writeCode(credential, nowS(), new Uint8Array(randomBytes(NONCE_BYTES)), phone);
  console.log(`\n${drawCode(code)}`);
  // A gate has verified many a code before; the first of a process takes longer.
  await verifyCode(code, nowS(), verifier);
  const started = performance.now();
  const seen = await verifyCode(code, nowS(), verifier);
  const tookMs = performance.now() - started;
  if (!seen.ok) throw new Error(`the gate refuses its own platform's code: ${seen.error}`);
  const { cardNumber, kind } = seen.value;
  const verdict = list.refuses(cardNumber) ? "is on the list of refused cards" : "may pass";
  say(
    `the gate at ${station} has read ${code.length} bytes: ${kind} card ${cardNumber} ${verdict} (${tookMs.toFixed(1)} ms)`,
  );
  return { code, at };
}

/** The credentials that a gate has read, and when. */
type Seen = { readonly code: Bytes; readonly at: string };

const tapOf = (kind: "ENTRY" | "EXIT", station: string, { code, at }: Seen) => ({
  ...{ number: randomUUID(), kind, station, at, rideCode: base64url(code) },
});

const nowS = (): number => Math.floor(Date.now() / 1_000);

const bytesOf = (value: unknown): Bytes => fromBase64url(textOf(value)) ?? new Uint8Array();

await main().catch(fail);
