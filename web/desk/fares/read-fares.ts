import type {
  DistanceFareInput,
  EarlyBirdInput,
  LineFareInput,
  ModeChangeInput,
  OverstayInput,
  SpendStepInput,
  TransitTariffInput,
  WalkedTransferInput,
} from "../../shared/generated/graphql.ts";
import { CARD_KINDS, MODES } from "../../shared/texts/card-texts.ts";
import type { Text } from "../../shared/texts/text.ts";
import {
  AMOUNT,
  atPlace,
  DAY,
  faultOf,
  KM,
  listOf,
  maybe,
  NO_OBJECT,
  objectOf,
  oneOf,
  TEXT,
  WHOLE,
} from "./json-shape.ts";

const DISTANCE = objectOf<DistanceFareInput>({
  bands: listOf(objectOf<DistanceFareInput["bands"][number]>({ upToKm: maybe(KM), price: AMOUNT })),
  step: maybe(objectOf<NonNullable<DistanceFareInput["step"]>>({ km: KM, price: AMOUNT })),
});
const OVERSTAY = objectOf<OverstayInput>({ minutes: WHOLE, extra: AMOUNT });
const CARDS = maybe(
  listOf(
    objectOf<NonNullable<TransitTariffInput["cards"]>[number]>({
      kind: oneOf(Object.keys(CARD_KINDS)),
      percent: WHOLE,
    }),
  ),
);
const FARES = objectOf<TransitTariffInput>({
  region: TEXT,
  mode: oneOf(Object.keys(MODES)),
  effectiveFrom: DAY,
  distance: DISTANCE,
  cards: CARDS,
  cardsOutside: CARDS,
  monthlySpend: maybe(listOf(objectOf<SpendStepInput>({ from: AMOUNT, percent: WHOLE }))),
  overstay: maybe(OVERSTAY),
  ownLines: maybe(
    listOf(objectOf<LineFareInput>({ line: TEXT, distance: DISTANCE, overstay: maybe(OVERSTAY) })),
  ),
  earlyBird: maybe(objectOf<EarlyBirdInput>({ stations: listOf(TEXT), until: TEXT, percent: WHOLE })),
  walkedTransfers: maybe(listOf(objectOf<WalkedTransferInput>({ stations: listOf(TEXT), minutes: WHOLE }))),
  modeChange: maybe(objectOf<ModeChangeInput>({ minutes: WHOLE, off: AMOUNT })),
  source: TEXT,
});

const EMPTY: Text = { zh: "请粘贴或选择票价文件", en: "Paste or choose a file of fares" };
const NO_JSON: Text = {
  zh: "内容不是 JSON：请检查引号、逗号和括号",
  en: "This is no JSON: look at its quotation marks, commas and brackets",
};
const isFares = (value: unknown): value is TransitTariffInput => faultOf(value, FARES, []) === undefined;

/** Fares as a file has them, or the first thing in it that nobody could take for fares, at its place. */
export function readFares(
  typed: string,
): { readonly fares: TransitTariffInput } | { readonly problem: Text } {
  const text = typed.replace("\uFEFF", "").trim();
  if (text === "") return { problem: EMPTY };
  const value = jsonIn(text);
  if (value === undefined) return { problem: NO_JSON };
  if (isFares(value)) return { fares: value };
  const found = faultOf(value, FARES, []);
  return { problem: found ? atPlace(found.at, found.text) : NO_OBJECT };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
