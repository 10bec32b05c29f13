import { CLAIMS } from "../../../services/api/oidc.ts";
import type { Scope } from "../../../services/kernel/actor.ts";
import { deliverEvents } from "../../../services/kernel/outbox/index.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { ask, type Guarded, newKey, twice, type Unraced } from "../world.ts";

const SCOPES: readonly Scope[] = ["CONSENT_REQUEST", "PROFILE_READ", "HOUSING_FUND_READ"];

const seed = (platform: TestPlatform): Promise<LivePartner> => seedPartner(platform, { scopes: SCOPES });

const request = (platform: TestPlatform, { liveKey }: LivePartner, key = newKey()): Promise<Json> =>
  ask(
    platform,
    { apiKey: liveKey },
    `requestConsent(idempotencyKey: "${key}", input: { scopes: [PROFILE_READ], purpose: "贷款预审", days: 30 }) {
      ... on RequestedConsent { token } }`,
  );

const grant = (platform: TestPlatform, token: string, asked: Json): Promise<Json> =>
  ask(
    platform,
    { token },
    `grantConsent(token: "${textAt(asked, "token")}", scopes: [PROFILE_READ]) { __typename }`,
  );

async function twoRequests(platform: TestPlatform) {
  const partner = await seed(platform);
  const [one, other] = [await request(platform, partner), await request(platform, partner)];
  const token = await platform.tokens.citizen();
  return {
    ...{ partner, token },
    late: () => grant(platform, token, one),
    meanwhile: () => grant(platform, token, other),
  };
}

const PROFILE = /^Put ctz_\w+ profile$/;
const CONSENTS = / ctz_\w+ consent#/;
export const ID_IS_DRAWN = "its id is drawn at random, and its idempotency key is guarded by putIssue";

/** Somebody new, and how to make their call under a name: by a token that is issued a second after the one before. */
function newcomer(platform: TestPlatform) {
  const idNumber = newIdNumber();
  return async (name: string): Promise<() => Promise<Json>> => {
    platform.clock.advance(1_000);
    const token = await platform.tokens.sign({ [CLAIMS.name]: name, [CLAIMS.idNumber]: idNumber });
    return async () => (await platform.call({ token, query: "{ me { name } }" })).data;
  };
}

export const CONSENTS_AND_SECRETS = {
  "services/people/citizens/profile-store.ts putProvenProfile new": {
    record: PROFILE,
    scene: async (platform) => {
      const callAs = newcomer(platform);
      return { late: await callAs("林新"), meanwhile: await callAs("林新") };
    },
  },
  "services/people/citizens/profile-store.ts putProvenProfile over": {
    record: PROFILE,
    scene: async (platform) => {
      const callAs = newcomer(platform);
      await (await callAs("林新"))();
      return { late: await callAs("林心"), meanwhile: await callAs("林欣") };
    },
  },
  "services/people/citizens/store.ts putConsents new": { record: CONSENTS, scene: twoRequests },
  "services/people/citizens/store.ts putConsents over": {
    record: CONSENTS,
    scene: async (platform) => {
      const { partner, token, ...race } = await twoRequests(platform);
      await grant(platform, token, await request(platform, partner));
      return race;
    },
  },
  "services/people/citizens/store.ts putConsentRequest new": { why: ID_IS_DRAWN },
  "services/people/citizens/store.ts putConsentRequest over": {
    record: /^Put crq_\w+ request$/,
    scene: async (platform) => {
      const asked = await request(platform, await seed(platform));
      const token = await platform.tokens.citizen();
      return twice(() => grant(platform, token, asked));
    },
  },
  "services/kernel/issues/store.ts putIssue new": {
    record: /^Put iss_\w+ issue$/,
    scene: async (platform) => {
      const [partner, key] = [await seed(platform), newKey()];
      return twice(() => request(platform, partner, key));
    },
  },
} as const satisfies Record<string, Guarded | Unraced>;

/** A citizen who is told of something that they did. */
async function toldOnce(platform: TestPlatform): Promise<void> {
  await sweep(platform);
  await (await twoRequests(platform)).late();
}

const failing = ({ database, clock, ports }: TestPlatform) =>
  deliverEvents(
    {
      ...{ open: database, now: clock.now, log: () => undefined },
      receive: () => Promise.reject(new Error("the receiver is down")),
    },
    plusMs(clock.now(), 1_000),
  ).then(() => ports);

const EVENT = /^Update audit#/;

export const EVENTS = {
  "services/people/notifications/store.ts putNotification new": {
    record: / notification#/,
    scene: async (platform) => {
      await toldOnce(platform);
      return twice(() => sweep(platform));
    },
  },
  "services/kernel/outbox/store.ts markDelivered over": {
    record: EVENT,
    scene: async (platform) => {
      await toldOnce(platform);
      return twice(() => sweep(platform));
    },
  },
  "services/kernel/outbox/store.ts markAttempts over": {
    record: EVENT,
    scene: async (platform) => {
      await toldOnce(platform);
      return twice(() => failing(platform));
    },
  },
  "services/kernel/attempts/store.ts raiseGuesses over": {
    why: "a counter is raised by one update of the database's, outside of a commit: test/convenience/utilities/guesses.test.ts",
  },
  "services/kernel/attempts/store.ts raiseGuessesOf over": {
    why: "a counter is raised by one update of the database's, outside of a commit: test/convenience/utilities/guesses.test.ts",
  },
} as const satisfies Record<string, Guarded | Unraced>;
