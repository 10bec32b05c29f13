import { type CivilDate, date } from "../../../kernel/civil-date.ts";
import { decimal } from "../../../kernel/decimal.ts";
import { fen } from "../../../kernel/money.ts";
import type { EarlyBird, LineFare, WalkedTransfer } from "./fare.ts";

/**
 * The lines to the two airports, outside every discount. The Capital line is 25.00 however far, and its time is not
 * limited (北京地铁 notices as quoted in the news). Daxing's is paid by section: up to 20 km 10.00, up to 30 km 25.00, above
 * 35.00, and its lowest fare for more than four hours inside (news on the line's tickets of 2019 to 2023; the sections
 * also in github.com/Mick235711/Beijing-Subway-Tools, data/beijing/fare_rules.json5). In force since the line opened, which
 * was to be at the end of September 2019, together with the airport (中新网, 2019-08-20; 新京报, 2019-08-29). Unconfirmed: that it
 * was the 26th (searched: 大兴机场线 2019年9月26日 开通).
 */
export const BEIJING_OWN_LINES: readonly LineFare[] = [
  {
    line: "airport",
    effectiveFrom: date("2014-12-28"),
    distance: { bands: [{ price: fen(25_00n) }] },
    source: "北京地铁：首都机场线票价",
  },
  {
    line: "daxing",
    effectiveFrom: date("2019-09-26"),
    distance: {
      bands: [
        { upToKm: decimal("20"), price: fen(10_00n) },
        { upToKm: decimal("30"), price: fen(25_00n) },
        { price: fen(35_00n) },
      ],
    },
    overstay: { minutes: 240, extra: fen(10_00n) },
    source: "北京地铁：大兴机场线票价",
  },
];

/** 土桥 to 高碑店 on line 1 (once the Batong line), and 南邵 to 朱辛庄 on the Changping line. */
const SIXTEEN = [
  ...["tuqiao", "linheli", "liyuan", "jiukeshu", "guoyuan", "tongzhou-beiyuan", "baliqiao", "guanzhuang"],
  ...["shuangqiao", "communication-university-of-china", "gaobeidian"],
  ...["nanshao", "shahe-higher-education-park", "shahe", "gonghuacheng", "zhuxinzhuang"],
];
/** With those of line 6. */
const TWENTY_FOUR = [
  ...SIXTEEN,
  ...["beiyunhe-west", "tongzhou-beiguan", "wuzixueyuanlu", "changying", "caofang", "huangqu"],
  ...["dalianpo", "qingnianlu"],
];

/** 7点（含）前: what is a second later is late. */
const SEVEN = "07:00:00.000";

/**
 * The price of one who enters up to 7:00 on a working day (低峰票价优惠), "on top of" the month's discount and not for a ride
 * that ends on the line to an airport. 16 stations paid 70 percent from December 2015 (news of that month); 24 pay 50 (the
 * list of github.com/Mick235711/Beijing-Subway-Tools, first written down on 2024-12-13, and 通运门 added on 2026-07-03).
 * The days are those from which a row is known to hold: the day on which 70 became 50 was not found.
 */
export const BEIJING_EARLY_BIRD: readonly EarlyBird[] = [
  earlyBird(date("2015-12-31"), SIXTEEN, 70n),
  earlyBird(date("2024-12-13"), TWENTY_FOUR, 50n),
  earlyBird(date("2026-07-03"), [...TWENTY_FOUR, "tongyunmen"], 50n),
];

function earlyBird(effectiveFrom: CivilDate, stations: readonly string[], percent: bigint): EarlyBird {
  return { effectiveFrom, stations, until: SEVEN, percent, source: "北京地铁：低峰票价优惠" };
}

const WALK_MINUTES = 30;

/**
 * Stations that are one for whoever walks between them within 30 minutes (虚拟换乘): pages that quote the operator's notices
 * (banzhengshi.com, 南国今报, bczicp). 大钟寺's is as old as line 12, which opened on 2024-12-15: 北京日报客户端, 2024-12-16, 12号线大钟寺站
 * 如何站外换乘, as reprinted by hcygmm.com/lvyou/136032.html.
 */
export const BEIJING_WALKED_TRANSFERS: readonly WalkedTransfer[] = [
  walk(date("2022-12-31"), ["taipingqiao", "fuxingmen"]),
  walk(date("2022-12-31"), ["niujie", "guanganmennei"]),
  walk(date("2022-12-31"), ["muxidi", "muxidi-line-16"]),
  walk(date("2024-12-15"), ["dazhongsi", "dazhongsi-line-12"]),
];

function walk(effectiveFrom: CivilDate, stations: readonly [string, string]): WalkedTransfer {
  return { effectiveFrom, stations, minutes: WALK_MINUTES, source: "北京地铁：站外换乘" };
}
