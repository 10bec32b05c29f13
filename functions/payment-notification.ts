import { openProcess } from "../services/app/open-process.ts";
import { createNotificationHandler } from "../services/money/payments/index.ts";

const { open, ...ports } = await openProcess(process.env);

/** The notification that payment gateways post when a payment has ended. */
export const handler = createNotificationHandler({ ...ports, open: () => open().database });
