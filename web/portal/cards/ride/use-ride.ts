import { useCallback, useEffect, useState } from "react";
import {
  type Es256KeyPair,
  es256SignerOf,
  newEs256KeyPair,
} from "../../../../services/convenience/transit/ride-codes/es256.ts";
import { NONCE_BYTES, writeCode } from "../../../../services/convenience/transit/ride-codes/ride-code.ts";
import { base64url, ofBase64url } from "../../../shared/format/base64url.ts";
import { graphql } from "../../../shared/generated/gql.ts";
import { type NotDone, useAct } from "../../../shared/graphql/use-act.ts";
import { forgetRide, type KeptRide, keepRide, readRides } from "../../../shared/ride/kept-rides.ts";
import { useSession } from "../../../shared/sign-in/session.ts";
import { registerWorker } from "../../register-worker.ts";
import { whenSeenAgain } from "../../when-seen-again.ts";

const ISSUE = graphql(`
  mutation PortalIssueRideCredential($card: ID!, $key: String!) {
    issueRideCredential(card: $card, devicePublicKey: $key) {
      __typename
      ... on RideCredential {
        credential
        validFrom
        validUntil
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A gate takes a code for a minute and a half; there is a new one each minute (docs/ride-codes.md). */
const EVERY_MS = 60_000;
/** With less left, and a network there, the next day's is asked for. */
const RENEWED_BEFORE_MS = 12 * 3_600_000;

/** "reading": what this device keeps is not known yet; "none": nothing for this card and this reader. */
export type RideCode =
  | { readonly kind: "reading" | "none" }
  | { readonly kind: "ended"; readonly at: string }
  | { readonly kind: "code"; readonly bytes: Uint8Array; readonly until: string; readonly ride: KeptRide };

export type Ride = {
  readonly code: RideCode;
  /** Asks the platform for a day. */
  readonly ask: (number: string) => Promise<void>;
  readonly isAsking: boolean;
  readonly failure: NotDone | undefined;
  /** The browser keeps nothing, so that there can be no code. */
  readonly isUnkept: boolean;
  /** Removes it from this device. */
  readonly forget: () => Promise<void>;
};

/** The ride code of a card on this device: as it is kept, renewed each minute, and asked for. */
export function useRide(card: string): Ride {
  const { person } = useSession();
  const { send, isSending, failure } = useAct(ISSUE);
  const [code, setCode] = useState<RideCode>({ kind: "reading" });
  const [isUnkept, setUnkept] = useState(false);

  const draw = useCallback(async () => setCode(await codeOf(card, person)), [card, person]);
  useEffect(() => {
    void draw();
    const timer = setInterval(draw, EVERY_MS);
    const stop = whenSeenAgain(draw);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [draw]);

  async function ask(number: string): Promise<void> {
    if (person === undefined) return;
    const before = (await readRides()).find((ride) => ride.card === card && ride.person === person);
    const keys: Es256KeyPair = before?.keys ?? (await newEs256KeyPair());
    const { publicKey } = await es256SignerOf(keys);
    const ended = await send({ card, key: base64url(publicKey) });
    if (ended?.kind !== "done") return;
    const { credential, validFrom, validUntil } = ended.result;
    const clockBehind = Math.round((Date.parse(validFrom) - Date.now()) / 1_000);
    const ride = { ...{ card, person, keys, validUntil, clockBehind }, ending: number.slice(-4) };
    try {
      await keepRide({ ...ride, credential: bytesOf(credential) });
    } catch {
      return setUnkept(true);
    }
    await draw();
    await registerWorker();
  }

  async function forget(): Promise<void> {
    await forgetRide(card);
    await draw();
  }

  return { code, ask, isAsking: isSending, failure, isUnkept, forget };
}

/** The next code is to be asked for before this one ends. */
export const isToBeRenewed = (code: RideCode): boolean =>
  code.kind === "code" && Date.parse(code.until) - Date.now() < RENEWED_BEFORE_MS;

/** Nothing of another person: who is signed in sees their own, and who is not sees what this device was told to keep. */
async function codeOf(card: string, person: string | undefined): Promise<RideCode> {
  const ride = (await readRides()).find((each) => each.card === card);
  if (!ride || (person !== undefined && ride.person !== person)) return { kind: "none" };
  if (Date.parse(ride.validUntil) <= Date.now()) return { kind: "ended", at: ride.validUntil };
  const madeAt = Math.floor(Date.now() / 1_000);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const bytes = await writeCode(ride.credential, madeAt, nonce, await es256SignerOf(ride.keys));
  return { kind: "code", bytes, until: ride.validUntil, ride };
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(ofBase64url(text), (sign) => sign.charCodeAt(0));
