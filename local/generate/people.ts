import { creditCodeCheck } from "../../services/field/credit-code.ts";
import { identityCheck } from "../../services/field/identity-document.ts";
import { isRegionCode, type RegionCode } from "../../services/field/region.ts";
import { type Decimal, decimal } from "../../services/kernel/decimal.ts";
import { type Day, dateOf } from "./days.ts";
import { type Random, randomOf } from "./random.ts";

/** Counties by GB/T 2260. The people are made up. */
const BIRTHPLACES =
  "110101 110102 110105 110106 110108 110112 120101 120104 130102 130203 140105 150102 210102 210203 220102 230103 310101 310104 310115 320102 320505 330106 330203 340104 350102 350203 360102 370102 370203 410102 420106 430104 440103 440106 440305 450103 510104 510107 520103 610113".split(
    " ",
  );

const AGE_MIN_DAYS = 22 * 365;
const BIRTH_DAYS = 37 * 365;
const SEQUENCES = 999;
/** Prime, so that it visits each combination once before any again. */
const STEP = 1_000_003;

/** A valid identity number (GB 11643), another one for each `index` of the same seed. */
export function idNumberOf(index: number, seed: string, until: Day): string {
  const combinations = BIRTHPLACES.length * BIRTH_DAYS * SEQUENCES;
  const combination = (randomOf(`${seed} people`).int(0, combinations - 1) + index * STEP) % combinations;
  const place = BIRTHPLACES[combination % BIRTHPLACES.length] ?? "";
  const rest = Math.floor(combination / BIRTHPLACES.length);
  const born = dateOf(until - AGE_MIN_DAYS - (rest % BIRTH_DAYS)).replaceAll("-", "");
  const sequence = String(1 + Math.floor(rest / BIRTH_DAYS)).padStart(3, "0");
  const first17 = `${place}${born}${sequence}`;
  return first17 + identityCheck(first17);
}

export type Employer = {
  readonly name: string;
  readonly creditCode: string;
  /** Of the fund centre's branch that keeps the accounts. */
  readonly region: RegionCode;
  /** The day of the month on which it pays. */
  readonly payday: number;
  readonly rate: Decimal;
};

const DISTRICTS = ["110101", "110102", "110105", "110106", "110107", "110108", "110112", "110115"] as const;
const WORDS = [
  "晨光",
  "远景",
  "恒信",
  "嘉禾",
  "博雅",
  "中和",
  "同辉",
  "云程",
  "安泰",
  "知行",
  "启明",
  "华睿",
] as const;
const TRADES = [
  "科技",
  "商贸",
  "建筑工程",
  "物业管理",
  "信息技术",
  "文化传播",
  "餐饮管理",
  "生物医药",
] as const;
const ENGLISH = ["Sunrise", "Northern Star", "Evergreen", "Golden Bridge"] as const;
const RATES = [decimal("0.05"), decimal("0.07"), decimal("0.08"), decimal("0.10"), decimal("0.12")] as const;

/** A made-up employer in Beijing with a valid unified social credit code (GB 32100). */
export function employerOf(index: number, seed: string): Employer {
  const random = randomOf(`${seed} employer ${index}`);
  const region: string = random.pick(DISTRICTS);
  if (!isRegionCode(region)) throw new Error(`${region} is no region`);
  const first17 = `91${region}${organisationCodeOf(index, seed)}`;
  return {
    name: employerName(random),
    creditCode: first17 + creditCodeCheck(first17),
    region,
    payday: random.int(8, 25),
    rate: random.pick(RATES),
  };
}

function employerName(random: Random): string {
  // A comma and quotes, so that files hold what CSV has to quote.
  if (random.chance(5)) return `Beijing "${random.pick(ENGLISH)}" Trading Co., Ltd.`;
  const [word, trade] = [random.pick(WORDS) + random.pick(WORDS), random.pick(TRADES)];
  return random.chance(30) ? `${word}${trade}（北京）有限公司` : `北京${word}${trade}有限公司`;
}

const ORGANISATION_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** An organisation's code (GB 11714): the letters MA, six characters, a check character. */
function organisationCodeOf(index: number, seed: string): string {
  const base = ORGANISATION_ALPHABET.length;
  let left = (randomOf(`${seed} employers`).int(0, base ** 6 - 1) + index * STEP) % base ** 6;
  let body = "";
  for (let i = 0; i < 6; i += 1) {
    body += ORGANISATION_ALPHABET[left % base];
    left = Math.floor(left / base);
  }
  const code = `MA${body}`;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code[i] ?? "", 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code + (check === 10 ? "X" : check === 11 ? "0" : String(check));
}
