import type { LineData } from "./network.ts";

/** Sources: see `beijing.ts`. */
export const AIRPORT_LINES: readonly LineData[] = [
  {
    code: "airport",
    name: { zh: "首都机场线", en: "Capital Airport Express" },
    isAirportLine: true,
    tracks: [
      {
        stops: [
          ["北新桥", "Beixinqiao"],
          ["东直门", "Dongzhimen", 1622],
          ["三元桥", "Sanyuanqiao", 3022],
        ],
      },
      {
        // Trains go round: out to terminal 3, on to terminal 2, and back to town.
        isOneWay: true,
        closes: 20738,
        stops: [
          ["三元桥", "Sanyuanqiao"],
          ["3号航站楼", "Terminal 3", 18322],
          ["2号航站楼", "Terminal 2", 7243],
        ],
      },
    ],
  },
  {
    code: "daxing",
    name: { zh: "大兴机场线", en: "Daxing Airport Express" },
    isAirportLine: true,
    tracks: [
      {
        stops: [
          ["草桥", "Caoqiao"],
          ["大兴新城", "Daxing Xincheng", 13028],
          ["大兴机场", "Daxing Airport", 25303],
        ],
      },
    ],
  },
];
