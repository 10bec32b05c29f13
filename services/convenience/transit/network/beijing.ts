import { region } from "../../../field/region.ts";
import { AIRPORT_LINES } from "./beijing-airport-lines.ts";
import { LINES_1_TO_13 } from "./beijing-lines-1-13.ts";
import { LINES_6_TO_19 } from "./beijing-lines-6-19.ts";
import { type Network, networkOf } from "./network.ts";

/**
 * Lines 1, 2, 6, 7, 10, 12, 13, 16 and 19, Changping's, and the two to the airports.
 *
 * The distances are those that Beijing Subway publishes between neighbouring stations (北京地铁 站间距离信息,
 * https://www.bjsubway.com/station/zjgls/; 西直门 and 苏州街 as Beijing MTR publishes them), as transcribed with the
 * state of service in github.com/Mick235711/Beijing-Subway-Tools, data/beijing (MIT), July and August 2026.
 */
export const beijing = (): Network =>
  networkOf(region("110000"), [...LINES_1_TO_13, ...LINES_6_TO_19, ...AIRPORT_LINES]);
