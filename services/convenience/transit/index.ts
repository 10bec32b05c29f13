export { topUpPurpose } from "./cards/top-up-purpose.ts";
export { endDueRides } from "./rides/end-due-rides.ts";
