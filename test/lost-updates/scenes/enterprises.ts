import { identityCheck } from "../../../services/field/identity-document.ts";
import { addMonths, dateAt } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { endAuthorities } from "../../../services/people/enterprises/index.ts";
import {
  authorise,
  newApplicant,
  newEnterprise,
  newOfficer,
  receive,
  revokeAuthority,
} from "../../government/cases/casework.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { stateEnterprise } from "../../support/seed-enterprise.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { ask, type Guarded, newKey, twice, type Unraced } from "../world.ts";
import { ID_IS_DRAWN } from "./consents.ts";

async function applicant(platform: TestPlatform) {
  const { creditCode, representative, idNumber } = await stateEnterprise(platform);
  return { creditCode, idNumber, token: await platform.tokens.citizen(representative) };
}

/** As the register of the tests has it. */
const NAME = "京城便民科技有限公司";

const apply = (platform: TestPlatform, token: string, creditCode: string, key = newKey()): Promise<Json> =>
  ask(
    platform,
    { token },
    `applyForPartnership(idempotencyKey: "${key}", input: {
      name: "${NAME}", creditCode: "${creditCode}", purpose: "便民服务", scopes: [PROFILE_READ]
      contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" }
    }) { __typename ... on Partner { id } }`,
  );

/** Authorities of the tests end with the year. */
const AFTER_TERM = "2027-01-02T00:00:00.000Z";

const PARTNER = /^Put ptn_\w+ partner$/;

export const PARTNERS = {
  "services/people/partners/store.ts putPartner new": {
    record: PARTNER,
    scene: async (platform) => {
      const [{ token, creditCode }, key] = [await applicant(platform), newKey()];
      return twice(() => apply(platform, token, creditCode, key));
    },
  },
  "services/people/partners/store.ts putPartner over": {
    record: PARTNER,
    scene: async (platform) => {
      const { token, creditCode } = await applicant(platform);
      const id = textAt(await apply(platform, token, creditCode), "id");
      const manager = { token: await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] }) };
      return twice(() =>
        ask(
          platform,
          manager,
          `approvePartner(id: "${id}", scopes: [PROFILE_READ], reason: "资料齐全") { __typename }`,
        ),
      );
    },
  },
  "services/people/partners/key-store.ts putNewKey new": { why: ID_IS_DRAWN },
  "services/people/partners/key-store.ts putKeyEnd over": {
    record: /^\w+ ptn_\w+ key#/,
    scene: async (platform) => {
      const { partnerId, representative } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
      const caller = { token: await platform.tokens.citizen(representative) };
      const made = await ask(
        platform,
        caller,
        `createApiKey(idempotencyKey: "${newKey()}", input: {
          partnerId: "${partnerId}", name: "前端", mode: LIVE, scopes: [PROFILE_READ]
        }) { ... on IssuedApiKey { apiKey { id } } }`,
      );
      return twice(() =>
        ask(platform, caller, `revokeApiKey(id: "${textAt(made, "apiKey", "id")}") { __typename }`),
      );
    },
  },
} as const satisfies Record<string, Guarded | Unraced>;

const record = async (platform: TestPlatform, creditCode: string, idNumber: string) => {
  const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
  return (name: string) =>
    ask(
      platform,
      { token },
      `recordEnterprise(input: { creditCode: "${creditCode}", name: "${name}", region: "110105"
        legalRepresentative: { name: "王小明", idNumber: "${idNumber}" } }) { __typename }`,
    );
};

const ENTERPRISE = /^Put enterprise#\w+ enterprise$/;
const STATUS = /^Put ctz_\w+ personal-status$/;

let children = 0;

/** A child by an old permanent-residence card, which does not tell the birth; each time another. */
const nextForeignChild = (): string => {
  children += 1;
  return `CAN${String(children).padStart(12, "0")}`;
};

/** Somebody who is 16 on the day of the test, each time another. */
function nextMinor({ clock }: TestPlatform): string {
  children += 1;
  const born = addMonths(dateAt(clock.now()), -16 * 12).replaceAll("-", "");
  const first17 = `110105${born}${String(children).padStart(3, "0")}`;
  return first17 + identityCheck(first17);
}

const AUTHORITIES = /^Put \w+[_#]\w+ authority#/;

export const ENTERPRISES = {
  "services/people/enterprises/store.ts putEnterprise new": {
    record: ENTERPRISE,
    scene: async (platform) => {
      const { idNumber } = await newApplicant(platform);
      const named = await record(platform, newCreditCode(), idNumber);
      return { late: () => named("北京甲餐饮有限公司"), meanwhile: () => named("北京乙餐饮有限公司") };
    },
  },
  "services/people/enterprises/store.ts putEnterprise over": {
    record: ENTERPRISE,
    scene: async (platform) => {
      const { creditCode, idNumber } = await applicant(platform);
      const named = await record(platform, creditCode, idNumber);
      return { late: () => named("北京甲餐饮有限公司"), meanwhile: () => named("北京乙餐饮有限公司") };
    },
  },
  "services/people/enterprises/store.ts checkEnterprise over": {
    record: /^ConditionCheck enterprise#/,
    scene: async (platform) => {
      const { creditCode, idNumber, token } = await applicant(platform);
      const named = await record(platform, creditCode, idNumber);
      return { late: () => apply(platform, token, creditCode), meanwhile: () => named("北京乙餐饮有限公司") };
    },
  },
  "services/people/enterprises/store.ts putAuthorities new": {
    record: AUTHORITIES,
    scene: async (platform) => {
      const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
      return twice(() => authorise(platform, principal, agent));
    },
  },
  "services/people/citizens/personal-status-store.ts putStatus new": {
    record: STATUS,
    scene: async (platform) => {
      const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
      const parents = [await newApplicant(platform), await newApplicant(platform)] as const;
      const child = nextForeignChild();
      const guarded = (parent: number) => () =>
        ask(
          platform,
          { token },
          `recordGuardianship(idempotencyKey: "${newKey()}", input: { relation: PARENT, paper: "出生证明"
            ward: { name: "王小宝", idNumber: "${child}" }, bornOn: "2015-01-01"
            guardian: { name: "王大明", idNumber: "${parents[parent]?.idNumber}" } }) { __typename }`,
        );
      return { late: guarded(0), meanwhile: guarded(1) };
    },
  },
  "services/people/citizens/personal-status-store.ts putStatus over": {
    record: STATUS,
    scene: async (platform) => {
      const idNumber = nextMinor(platform);
      const works = async () => {
        const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
        const attendance = textAt(await receive(platform, clerk, idNumber), "id");
        return () =>
          ask(
            platform,
            clerk,
            `recordOwnLabour(attendance: "${attendance}", input: { idNumber: "${idNumber}", paper: "劳动合同" })
              { __typename }`,
          );
      };
      return { late: await works(), meanwhile: await works() };
    },
  },
  "services/people/enterprises/store.ts putAuthorities over": {
    record: AUTHORITIES,
    scene: async (platform) => {
      const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
      await authorise(platform, principal, agent);
      return twice(() => authorise(platform, principal, agent));
    },
  },
  "services/people/enterprises/store.ts checkAuthorities over": {
    record: /^ConditionCheck \S+ authority#/,
    scene: async (platform) => {
      const { creditCode, representative } = await newEnterprise(platform, { name: NAME });
      const agent = await newApplicant(platform);
      const terms = { enterprise: creditCode, items: ["PARTNERSHIP"] };
      const id = textAt(await authorise(platform, representative, agent, terms), "id");
      return {
        late: () => apply(platform, agent.token, creditCode),
        meanwhile: () => revokeAuthority(platform, representative.token, id),
      };
    },
  },
  "services/people/enterprises/authority-end-store.ts takeEndOff over": {
    record: /^Put aut_\w+ end$/,
    scene: async (platform) => {
      const { creditCode, representative } = await newEnterprise(platform);
      const terms = { enterprise: creditCode, items: ["PARTNERSHIP"] };
      await authorise(platform, representative, await newApplicant(platform), terms);
      platform.clock.set(AFTER_TERM);
      const { now } = platform.clock;
      const open = () => {
        const database = platform.database();
        return { database, commit: commitTo(database) };
      };
      return twice(() => endAuthorities({ open, now }, "live", plusMs(now(), 60_000)));
    },
  },
  "services/kernel/commit/commit.ts auditPut new": {
    record: /^Put audit#/,
    scene: async (platform) => {
      const { creditCode, idNumber } = await applicant(platform);
      const named = await record(platform, creditCode, idNumber);
      return { late: () => named("北京甲餐饮有限公司"), meanwhile: () => named("北京乙餐饮有限公司") };
    },
  },
} as const satisfies Record<string, Guarded | Unraced>;
