export { topUpPurpose } from "./cards/top-up-purpose.ts";
export { endDueRides } from "./rides/end-due-rides.ts";
export { collectFares } from "./withholding/collect-fares.ts";
