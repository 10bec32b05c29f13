import {
  act,
  allRounder,
  mutateCase,
  newApplicant,
  startCasework,
} from "../test/government/cases/casework.ts";
import { publishItem } from "../test/government/catalogue/items.ts";
import {
  actItem,
  ask,
  HOLDER,
  itemOf,
  publishTypeWithItems,
} from "../test/government/licences/repository/repository-world.ts";
import { eventOf, type TestPlatform, textAt } from "../test/support/platform.ts";
import { type Figure, lastCost, median, ms, times } from "./measure.ts";

const GRANTS = 60;
const PLAIN = "BENCH-PLAIN";
const GRANT = `mutation ($id: ID!) {
  approveApplication(id: $id, reason: "符合条件") { ... on Application { decision { outcome } } } }`;

/** A grant that issues an electronic licence, against the same grant that issues nothing. */
export async function licenceIssue(): Promise<readonly Figure[]> {
  const platform = await startCasework();
  try {
    await publishTypeWithItems(platform, "bench");
    const { effect: _, licence: __, ...plainItem } = actItem("bench", "ISSUE");
    await publishItem(platform, { ...plainItem, code: PLAIN }, { "110000": "GENERAL" });
    const [issued, plain] = [await grants(platform, itemOf("bench", "ISSUE")), await grants(platform, PLAIN)];
    return [
      {
        what: "a grant that issues an electronic licence, p50, against one that issues none",
        measured: `${ms(issued.took)} / ${ms(plain.took)} = ${times(issued.took / plain.took)}`,
        bound: "",
      },
      {
        what: "what it writes, the decision included",
        measured: `${issued.units} write units; ${plain.units} without a licence`,
        bound: "",
      },
      {
        what: "its calls of the tables, one after the other",
        measured: `${issued.deep}; ${plain.deep} without a licence`,
        bound: "",
      },
    ];
  } finally {
    await platform.stop();
  }
}

/** Cases of an item that are decided one after the other. */
async function grants(platform: TestPlatform, item: string) {
  const officer = await allRounder(platform);
  const took: number[] = [];
  let cost: Readonly<Record<string, unknown>> = {};
  for (let i = 0; i < GRANTS; i += 1) {
    const id = textAt(await ask(platform, await newApplicant(platform), item, HOLDER), "id");
    await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
    await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
    const event = eventOf({ token: officer.token, query: GRANT, variables: { id } });
    const started = performance.now();
    const { body = "" } = await platform.handler(event);
    took.push(performance.now() - started);
    if (!body.includes('"APPROVED"')) throw new Error(`no grant: ${body}`);
    cost = lastCost(platform);
  }
  return { took: median(took), units: Number(cost["writeUnits"]), deep: Number(cost["roundTripsDeep"]) };
}
