import { date } from "../../services/kernel/civil-date.ts";
import {
  readStatementFor,
  type Stated,
  type StatementRow,
  type StatePorts,
  stateRemedies,
} from "../../services/people/remedies/index.ts";
import { BEIJING, HOUSING_FUND_CENTRE, MARKET_REGULATION, PUBLIC_SECURITY } from "./items/demo-item.ts";
import { must } from "./onboard.ts";

/** The day from which departments no longer reconsider their own line's decisions (行政复议法, revised 2023). */
const SINCE = date("2024-01-01");

/**
 * The remedies of Beijing's authorities, as far as they could be found. The city's reconsideration office with its postal
 * address and telephone is from its notice of February 2020 (北京市司法局, 行政复议有关工作安排的通告), which may have moved
 * since. No online channel that holds today and no court by department could be found, so none is stated, and the
 * texts say so. The districts' governments are called by rule.
 */
const STATEMENTS: readonly (readonly [Stated, StatementRow])[] = [
  [
    { region: BEIJING },
    {
      effectiveFrom: SINCE,
      authority: {
        name: {
          zh: "北京市人民政府（行政复议机构：北京市司法局）",
          en: "People's Government of Beijing Municipality (reconsideration office: the municipal Bureau of Justice)",
        },
        address: {
          zh: "北京市通州区运河东大街57号院6号楼 行政复议接待室（邮编100744）",
          en: "Reconsideration reception room, Building 6, 57 Yunhe East Street, Tongzhou District, Beijing 100744",
        },
        telephone: "010-55564959",
      },
    },
  ],
  // 住房公积金管理条例 authorises the centre, which the municipal government runs.
  [
    { region: BEIJING, department: HOUSING_FUND_CENTRE.code },
    { effectiveFrom: SINCE, body: "AUTHORISED_BODY", level: "PROVINCE" },
  ],
  [
    { region: BEIJING, department: MARKET_REGULATION.code },
    { effectiveFrom: SINCE, body: "DEPARTMENT", level: "PROVINCE" },
  ],
  [
    { region: BEIJING, department: PUBLIC_SECURITY.code },
    { effectiveFrom: SINCE, body: "DEPARTMENT", level: "PROVINCE" },
  ],
];

/** States them, where that was not done yet. */
export async function stateDemoRemedies(ports: StatePorts): Promise<void> {
  for (const [stated, row] of STATEMENTS) {
    if (await readStatementFor(ports.database, ports.actor, stated)) continue;
    must(await stateRemedies(ports, stated, row, "示范城市首次上线"));
  }
}
