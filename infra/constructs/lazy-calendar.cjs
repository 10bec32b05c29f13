/**
 * Stands in the bundles for chinese-days, which it loads when somebody first asks for a working day: as it loads, it counts
 * through all holidays since 2004.
 */
const load = () => require("../../node_modules/chinese-days/dist/index.min.js");

for (const name of ["getHolidaysInRange", "getSolarDateFromLunar", "getSolarTermDate", "isWorkday"])
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
