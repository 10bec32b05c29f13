import type { LicenceId } from "../services/government/licences/ids.ts";
import { licenceKeys } from "../services/government/licences/keys.ts";
import { verifyLicence } from "../services/government/licences/verification/verify-licence.ts";
import { ANONYMOUS } from "../services/kernel/actor.ts";
import { recordsTable } from "../services/kernel/database/tables.ts";
import { startCasework } from "../test/government/cases/casework.ts";
import {
  ENDING,
  issue,
  publishNumberedType,
} from "../test/government/licences/verification/verification-world.ts";
import { eventOf, type TestPlatform } from "../test/support/platform.ts";
import { bareClient, bareGetItem } from "./bare-sdk.ts";
import { type Figure, lastCost, median, type Operation, throughput, times } from "./measure.ts";

const TYPE = "measured-electrician";
const CONCURRENCY = 32;
const ROUND_MS = 2_000;
const ROUNDS = 5;

/** Verifications of one and the same licence, each a request of its own, and what each does with the database. */
export async function verifiedLicence(): Promise<readonly Figure[]> {
  const platform = await startCasework();
  const bare = bareClient(platform);
  try {
    await publishNumberedType(platform, TYPE);
    const { id, identifier } = await issue(platform, TYPE);
    const getItem = bareGetItem(
      platform,
      bare,
      recordsTable("live"),
      licenceKeys.electronicLicence(id as LicenceId),
    );
    const ways = {
      "by its identifier": undefined,
      "with the end of its holder's number": ENDING,
    } as const;
    const figures: Figure[] = [];
    for (const [way, ending] of Object.entries(ways)) {
      const [whole, alone] = [
        await requests(platform, identifier, ending),
        verifying(platform, identifier, ending),
      ];
      const rates = { whole: [] as number[], alone: [] as number[], bare: [] as number[] };
      for (let round = 0; round < ROUNDS; round += 1) {
        rates.bare.push(await throughput(getItem, CONCURRENCY, ROUND_MS));
        rates.whole.push(await throughput(whole.run, CONCURRENCY, ROUND_MS));
        rates.alone.push(await throughput(alone, CONCURRENCY, ROUND_MS));
      }
      const [ofWhole, ofBare] = [median(rates.whole), median(rates.bare)];
      figures.push(
        {
          what: `one licence verified ${way} at concurrency ${CONCURRENCY}, requests a second, against the SDK's GetItem of it`,
          measured: `${ofWhole.toFixed(0)} / ${ofBare.toFixed(0)} = ${times(ofWhole / ofBare)}`,
          bound: "1,000 a second",
        },
        { what: "the same without GraphQL", measured: median(rates.alone).toFixed(0), bound: "" },
        { what: "what a request does", measured: whole.usage, bound: "" },
      );
    }
    return figures;
  } finally {
    bare.destroy();
    await platform.stop();
  }
}

/** Through the API's handler, from the gateway's event to the answer's text. */
async function requests(
  platform: TestPlatform,
  identifier: string,
  ending: string | undefined,
): Promise<{ readonly run: Operation; readonly usage: string }> {
  const query = `query ($identifier: ID!, $holderEnding: String) {
    verifyLicence(identifier: $identifier, holderEnding: $holderEnding) {
      status name { zh } details { issuedOn validUntil fields { label { zh } value { zh } } } } }`;
  const variables = { identifier, ...(ending === undefined ? {} : { holderEnding: ending }) };
  const run = async (): Promise<void> => {
    const { body } = await platform.handler(eventOf({ query, variables }));
    const isWhole = body?.includes('"details":null') === (ending === undefined);
    if (!isWhole || !body?.includes('"status":"VALID"')) throw new Error(`not verified: ${body}`);
  };
  // The first one reads the licence's type, which is remembered from then on.
  await run();
  await run();
  const cost = lastCost(platform);
  const of = (name: string): string => String(cost[name]);
  return {
    run,
    usage: `${of("readUnits")} read units, ${of("writeUnits")} write units in ${of("calls")} calls, ${of("roundTripsDeep")} deep`,
  };
}

function verifying(platform: TestPlatform, identifier: string, ending: string | undefined): Operation {
  const stated = { identifier, holderEnding: ending };
  return async () => {
    const context = platform.context(ANONYMOUS);
    const verified = await verifyLicence({ ...context, actor: ANONYMOUS, mode: "live" }, stated);
    if ((verified?.confirmed !== undefined) !== (ending !== undefined)) throw new Error("not verified");
  };
}
