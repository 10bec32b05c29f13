import { enterpriseAs } from "../../services/field/subject.ts";
import { eachOf } from "../../services/kernel/each-of.ts";
import { type Act, accept, approve, claim, confirm, extend, handIn, review, revoke } from "./acts.ts";
import { demoEnterprises } from "./enterprises.ts";
import { beginCase, type DemoFiles, type Filed } from "./filing.ts";
import { foodBusinessLicence } from "./items/food-business-licence.ts";
import type { DemoWrites } from "./onboard.ts";
import { demoCitizen } from "./people.ts";
import { appoint, failSite, orderReinspection, passSite, queryPremises, refuse } from "./site-acts.ts";

type Business = keyof ReturnType<typeof demoEnterprises>;

/** The facts that an enterprise's places of business have in common. */
const BUSINESSES: Readonly<Record<Business, Readonly<Record<string, unknown>>>> = {
  restaurant: { businessType: "餐饮服务经营者", activities: ["餐饮服务"], safetyManager: "李小红" },
  grocery: { businessType: "食品销售经营者", activities: ["食品销售"], safetyManager: "张国强" },
  caterer: { businessType: "集中用餐单位食堂", activities: ["餐饮服务"], safetyManager: "刘淑芬" },
};

/** A place of business for which a licence is applied for. */
type Place = {
  readonly premises: string;
  readonly daysAgo: number;
  /** Filed by the demo citizen under an authority, and not by the enterprise's own representative. */
  readonly byAgent?: true;
  readonly acts: readonly Act[];
};

const REVIEWED = [handIn(0), accept(1), review(3)];
const LICENSED = [...REVIEWED, passSite(4), approve(8)];

/** The fates of the businesses; the oldest first, so that licences have their numbers in the order of their days. */
const PLACES: Readonly<Record<Business, readonly Place[]>> = {
  restaurant: [
    { premises: "朝阳区示范路 11 号一层", daysAgo: 75, acts: LICENSED },
    {
      ...{ premises: "朝阳区示范路 58 号二层", daysAgo: 48 },
      acts: [...REVIEWED, failSite(4), orderReinspection(7), passSite(10), approve(13)],
    },
    { premises: "朝阳区样板街 3 号", daysAgo: 9, acts: [...REVIEWED, appoint(5)] },
    { premises: "朝阳区样板街 20 号", daysAgo: 6, acts: [handIn(0), accept(1)] },
    { premises: "朝阳区样板街 41 号", daysAgo: 2, acts: [] },
  ],
  grocery: [
    { premises: "海淀区示范路 7 号", daysAgo: 66, acts: LICENSED },
    { premises: "海淀区示范路 9 号地下一层", daysAgo: 52, acts: [...REVIEWED, failSite(4), refuse(8)] },
    {
      premises: "海淀区样板街 5 号",
      daysAgo: 12,
      byAgent: true,
      acts: [handIn(0), confirm(1), queryPremises(2)],
    },
    // It waits for the representative's own word.
    { premises: "海淀区样板街 22 号", daysAgo: 4, byAgent: true, acts: [handIn(1)] },
    { premises: "海淀区样板街 16 号", daysAgo: 3, byAgent: true, acts: [handIn(1), confirm(2)] },
  ],
  caterer: [
    { premises: "东城区示范路 1 号食堂", daysAgo: 90, acts: [...LICENSED, revoke(60)] },
    { premises: "东城区示范路 2 号食堂", daysAgo: 58, acts: LICENSED },
    { premises: "东城区示范路 6 号食堂", daysAgo: 40, acts: LICENSED },
    { premises: "东城区样板街 8 号食堂", daysAgo: 8, acts: [...REVIEWED, extend(6)] },
    {
      ...{ premises: "东城区样板街 9 号食堂", daysAgo: 7 },
      acts: [...REVIEWED, passSite(4), claim("decide", "decider", 6)],
    },
  ],
};

/**
 * Applications of the demo city's enterprises for food-business licences, lived through on their days in the past. Those
 * of one enterprise come one after another: they share its list of open cases and its numbers of licences.
 */
export async function fileFoodBusinesses(
  writes: DemoWrites,
  files: DemoFiles,
  signal: AbortSignal,
): Promise<void> {
  await eachOf(["restaurant", "grocery", "caterer"] as const, async (business) => {
    for (const [i, place] of PLACES[business].entries()) {
      if (signal.aborted) return;
      const run = await beginCase(matterOf(business, place, `food-${business}-${i}`, writes), writes, files);
      if (run) for (const act of place.acts) await act(run);
    }
  });
}

function matterOf(
  business: Business,
  { premises, daysAgo, byAgent }: Place,
  name: string,
  writes: DemoWrites,
): Filed {
  const { representative, region, creditCode } = demoEnterprises(writes)[business];
  const { actor } = representative;
  return {
    ...{ applicant: byAgent ? demoCitizen(writes).actor : actor, principal: actor },
    ...{ subject: enterpriseAs(creditCode), item: foodBusinessLicence.draft.code, region, daysAgo, name },
    form: {
      ...BUSINESSES[business],
      ...{ premises: `北京市${premises}`, premisesRegion: region, online: false },
    },
  };
}
