import { useSyncExternalStore } from "react";
import { forgetRidesOfOthers } from "../ride/kept-rides.ts";
import { forgetLicencesOfOthers } from "../wallet/kept-licences.ts";
import { forgetOthers } from "./kept.ts";
import { readMark, writeMark } from "./sign-in-mark.ts";

/** Tokens as the issuer gave them. They live in this module and nowhere else: a closed page has none. */
export type Tokens = {
  readonly idToken: string;
  /** Asks the issuer for the next. */
  readonly renew: () => Promise<Tokens | "refused" | "offline">;
  /** By the clock of this device. */
  readonly endsAt: number;
  /** The issuer's name of the person, who is nobody's but the issuer's and the platform's to know. */
  readonly person: string;
};

/** "over": somebody was signed in, and it has ended by itself; "locked": this page has ended it, for nobody was at it. */
export type Session = {
  readonly status: "starting" | "signed-out" | "signed-in" | "over" | "locked";
  /** The person's, in what this tab keeps for them; it stays while it is over or locked. */
  readonly person: string | undefined;
};

/** A token that ends so soon might not hold on its way. */
const MARGIN_MS = 20_000;
const NOBODY: Session = { status: "signed-out", person: undefined };

/** Tells the other tabs of this browser that somebody has signed out. */
const SIGNED_OUT = "civigraph:signed-out";

const listeners = new Set<() => void>();
let tokens: Tokens | undefined;
let session: Session = { status: "starting", person: undefined };
let renewing: Promise<Renewed> | undefined;
let otherTabs: BroadcastChannel | undefined;

type Renewed = "renewed" | "over" | "offline";

function change(next: Session): void {
  session = next;
  for (const tell of listeners) tell();
}

/** The page has come up, and no sign-in is being completed. Where the tab was locked before, it still is. */
export function startWithoutSignIn(): void {
  const isLocked = readMark()?.kind === "locked";
  change(isLocked ? { status: "locked", person: undefined } : NOBODY);
}

export function startSession(given: Tokens): void {
  forgetOthers(given.person);
  void forgetRidesOfOthers(given.person);
  void forgetLicencesOfOthers(given.person);
  tokens = given;
  otherTabs ??= listenToOtherTabs();
  change({ status: "signed-in", person: given.person });
}

function listenToOtherTabs(): BroadcastChannel {
  const channel = new BroadcastChannel(SIGNED_OUT);
  channel.onmessage = ({ data: person }) => {
    if (person === session.person) forget();
  };
  return channel;
}

function forget(): void {
  tokens = undefined;
  writeMark(undefined);
  forgetOthers(undefined);
  change(NOBODY);
}

/**
 * Signs out here and in the person's other tabs; the answer is the ID token, by which the issuer ends its part. Then this
 * device has nothing of the person; a key by which it shows licences stays, for it says nothing and does nothing without them.
 */
export async function endSession(): Promise<string | undefined> {
  const idToken = tokens?.idToken;
  otherTabs?.postMessage(session.person);
  forget();
  await Promise.all([forgetRidesOfOthers(undefined), forgetLicencesOfOthers(undefined)]);
  return idToken;
}

/** Lets go of the tokens; what the person has typed is kept for them. The answer tells whether anybody was signed in. */
export function lockSession(): boolean {
  if (session.status !== "signed-in" && session.status !== "over") return false;
  tokens = undefined;
  writeMark({ kind: "locked" });
  change({ status: "locked", person: session.person });
  return true;
}

/** A token that holds, renewed where it has to be; undefined for nobody, or where it is over. */
export async function freshToken(): Promise<string | "offline" | undefined> {
  if (tokens && tokens.endsAt - MARGIN_MS < Date.now() && (await renew()) === "offline") return "offline";
  return tokens?.idToken;
}

/** After the API has refused this token. The answer is another one, if there is any. */
export async function tokenInstead(refused: string): Promise<string | undefined> {
  if (tokens?.idToken === refused) await renew();
  return tokens?.idToken === refused ? undefined : tokens?.idToken;
}

/** One renewal for all who wait for it, because each refresh token is good for one. */
function renew(): Promise<Renewed> {
  renewing ??= renewOnce().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renewOnce(): Promise<Renewed> {
  const before = tokens;
  const next = before ? await before.renew() : "refused";
  if (next === "offline") return "offline";
  // Somebody has signed out meanwhile.
  if (tokens !== before) return "over";
  tokens = next === "refused" ? undefined : next;
  if (tokens) return "renewed";
  change({ status: "over", person: session.person });
  return "over";
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);
