import { decimal, yuan } from "../../shared/format/money.ts";
import type { DeskTariffFragment } from "../../shared/generated/graphql.ts";
import type { Language } from "../../shared/settings/settings.ts";
import { CARD_KINDS, MODES } from "../../shared/texts/card-texts.ts";
import type { Text } from "../../shared/texts/text.ts";

/** All that fares say, apart from their day. */
export type Fares = Omit<DeskTariffFragment, "region" | "mode" | "effectiveFrom" | "standing">;

/** A part of the fares, with a sentence for each thing that it says. */
export type FareRow = { readonly name: string; readonly lines: readonly string[] };

type Distance = Fares["distance"];
type Overstay = Fares["overstay"];

const NAMES = {
  distance: { zh: "按里程", en: "By distance" },
  cards: { zh: "按卡种", en: "By kind of card" },
  cardsOutside: { zh: "市域外按卡种", en: "By kind of card, outside the city" },
  monthlySpend: { zh: "月度累计优惠", en: "Discount of the month" },
  overstay: { zh: "超时加收", en: "Overstay" },
  earlyBird: { zh: "低峰优惠", en: "Early bird" },
  walkedTransfers: { zh: "站外换乘", en: "Changes by leaving and entering again" },
  modeChanges: { zh: "公交地铁换乘优惠", en: "Change between bus and metro" },
  source: { zh: "制定机关和文件", en: "Authority and notice" },
} satisfies Record<string, Text>;

const HOWEVER_FAR: Text = { zh: "不限里程", en: "However far" };
const FREE: Text = { zh: "免费", en: "free" };
const IN_FULL: Text = { zh: "按原价", en: "the full price" };
const ownLine = (line: string): Text => ({ zh: `${line}（单独计价）`, en: `${line}, with gates of its own` });
const upTo = (km: string): Text => ({ zh: `${km} 公里（含）以内`, en: `Up to ${km} km` });
const eachFurther = (km: string, price: string): Text => ({
  zh: `超出后每 ${km} 公里（不足按此计）加 ${price}`,
  en: `For each further ${km} km begun ${price} more`,
});
const share = (percent: number): Text =>
  percent === 0
    ? FREE
    : percent === 100
      ? IN_FULL
      : { zh: `按原价的 ${percent}%`, en: `${percent} % of the price` };
const fromSpent = (amount: string, { zh, en }: Text): Text => ({
  zh: `当月实付满 ${amount} 后：${zh}`,
  en: `From ${amount} paid in the month on: ${en}`,
});
const stayed = (minutes: number, extra: string): Text => ({
  zh: `进出站超过 ${minutes} 分钟加收 ${extra}`,
  en: `More than ${minutes} minutes inside: ${extra} more`,
});
const early = (until: string, { zh, en }: Text): Text => ({
  zh: `工作日 ${until}（含）前进站：${zh}`,
  en: `Entered by ${until} on a working day: ${en}`,
});
const within = (places: string, minutes: number): Text => ({
  zh: `${places}：${minutes} 分钟内`,
  en: `${places}: within ${minutes} minutes`,
});
const changed = (from: Text, minutes: number, off: string): Text => ({
  zh: `乘${from.zh}后 ${minutes} 分钟内换乘，少付 ${off}`,
  en: `Within ${minutes} minutes after the ${from.en.toLowerCase()}: ${off} less`,
});
const atStations = (names: string, count: number): Text => ({
  zh: `${count} 座车站：${names}`,
  en: `At ${count} stations: ${names}`,
});

/** Fares in words, part by part; a part that says nothing has no lines. */
export function fareRows(of: Fares, language: Language): readonly FareRow[] {
  const say = (text: Text): string => text[language];
  const list = (names: readonly string[]): string => names.join(language === "zh" ? "、" : ", ");
  const costs = (of: Text, price: string): string => `${say(of)}${language === "zh" ? "：" : ": "}${price}`;
  const distanceLines = ({ bands, step }: Distance): readonly string[] => [
    ...bands.map(({ upToKm, price }) => costs(upToKm ? upTo(decimal(upToKm)) : HOWEVER_FAR, yuan(price))),
    ...(step ? [say(eachFurther(decimal(step.km), yuan(step.price)))] : []),
  ];
  const overstayLines = (overstay: Overstay | undefined): readonly string[] =>
    overstay ? [say(stayed(overstay.minutes, yuan(overstay.extra)))] : [];
  const cardLine = ({ kind, percent }: Fares["cards"][number]): string =>
    costs(CARD_KINDS[kind], say(share(percent)));
  // Of early birds the last one holds.
  const bird = of.earlyBird.at(-1);
  const rows = {
    distance: distanceLines(of.distance),
    cards: of.cards.map(cardLine),
    cardsOutside: (of.cardsOutside ?? []).map(cardLine),
    monthlySpend: of.monthlySpend.map(({ from, percent }) => say(fromSpent(yuan(from), share(percent)))),
    overstay: overstayLines(of.overstay),
    earlyBird: bird
      ? [
          say(early(bird.until, share(bird.percent))),
          say(atStations(list(bird.stationNames), bird.stationNames.length)),
        ]
      : [],
    walkedTransfers: of.walkedTransfers.map(({ stationNames, minutes }) =>
      say(within(stationNames.join(" – "), minutes)),
    ),
    modeChanges: of.modeChanges.map(({ from, minutes, off }) =>
      say(changed(MODES[from], minutes, yuan(off))),
    ),
    source: [of.source],
  } satisfies Record<keyof typeof NAMES, readonly string[]>;
  const ownLines = of.ownLines.map(({ line, lineName, distance, overstay }) => ({
    name: say(ownLine(lineName ?? line)),
    lines: [...distanceLines(distance), ...overstayLines(overstay)],
  }));
  const rowOf = (part: keyof typeof NAMES): FareRow => ({ name: say(NAMES[part]), lines: rows[part] });
  return [
    ...(["distance", "cards", "cardsOutside", "monthlySpend", "overstay"] as const).map(rowOf),
    ...ownLines,
    ...(["earlyBird", "walkedTransfers", "modeChanges", "source"] as const).map(rowOf),
  ];
}

export type ComparedRow = FareRow & {
  /** The lines of before, where they were others; undefined where nothing differs. */
  readonly before?: readonly string[];
};

/** The rows with those of before beside what differs; a part that both lack is left out. */
export function compareRows(
  rows: readonly FareRow[],
  before: readonly FareRow[] | undefined,
): readonly ComparedRow[] {
  if (!before) return rows.filter(({ lines }) => lines.length > 0);
  const gone = before.filter(({ name }) => rows.every((row) => row.name !== name));
  const all = [...rows, ...gone.map(({ name }) => ({ name, lines: [] }))];
  return all.flatMap((row) => {
    const was = before.find(({ name }) => name === row.name)?.lines ?? [];
    if (was.length + row.lines.length === 0) return [];
    return was.join("\n") === row.lines.join("\n") ? [row] : [{ ...row, before: was }];
  });
}
