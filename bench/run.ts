import { bundle } from "./bundle.ts";
import { measureCalls } from "./calls.ts";
import { instantDecision, queues } from "./cases.ts";
import { claims } from "./claims.ts";
import { licenceCredential } from "./credential.ts";
import { figuresOfCity } from "./figures.ts";
import { frontPage } from "./front-page.ts";
import { measureImport } from "./import.ts";
import { verifyLedgers } from "./ledger-verify.ts";
import { licenceIssue } from "./licence-issue.ts";
import { licencePage } from "./licence-page.ts";
import { type Figure, printTable } from "./measure.ts";
import { partnerRead } from "./partner-read.ts";
import { payments } from "./payments.ts";
import { measureRating } from "./rating.ts";
import { rideCode } from "./ride-code.ts";
import { firstStart } from "./start.ts";
import { statusList } from "./status-list.ts";
import { taps } from "./taps.ts";
import { verifiedLicence } from "./verified-licence.ts";
import { workingDays } from "./working-days.ts";

/** `npm run bench`, or `npm run bench -- <part> …`: prints the table of docs/measured.md. */
const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  "partner-read": partnerRead,
  bundle,
  calls: measureCalls,
  import: measureImport,
  rating: measureRating,
  payments,
  taps,
  "ledger-verify": verifyLedgers,
  "ride-code": rideCode,
  credential: licenceCredential,
  "status-list": statusList,
  "licence-page": licencePage,
  "licence-issue": licenceIssue,
  "verified-licence": verifiedLicence,
  "front-page": frontPage,
  "instant-decision": instantDecision,
  queues,
  claims,
  figures: figuresOfCity,
  "working-days": workingDays,
  start: firstStart,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  process.exit(1);
}
const figures: (Figure & { readonly command: string })[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  figures.push(...(await run()).map((figure) => ({ ...figure, command: `npm run bench -- ${name}` })));
}
printTable(figures);
