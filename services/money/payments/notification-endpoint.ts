import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Mode } from "../../kernel/actor.ts";
import { commitTo } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import { describeFault } from "../../kernel/fault.ts";
import type { LogFields } from "../../kernel/process/log.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Channel } from "./channels/channel.ts";
import type { Notification } from "./channels/channel-answer.ts";
import { openPayments, type PaymentEnvironment } from "./open-payments.ts";
import { takeNotification } from "./take-notification.ts";

/** Where the gateway of a mode posts to, for example `/payment-notifications/live`. */
export const NOTIFICATIONS_PATH = "/payment-notifications/";

/** As for the gateway's answers: several times what a notification of the protocol takes. */
const BODY_BYTES_MAX = 16_384;

export type NotificationPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  readonly open: () => Database;
};

/** The answer to the gateway. Only 2xx ends its deliveries; everything else it sends again, for a day. */
type Said = { readonly status: number; readonly code: string };

/**
 * Takes what gateways post: 200 once the notification has had its effect, had it before, or is on record as refused; 4xx
 * for what no gateway of this platform sent or nothing can be made of; 503 where it is to be sent again.
 */
export function createNotificationHandler(ports: NotificationPorts) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { requestId } = event.requestContext;
    const { status, code } = await answerTo(event, ports);
    ports.log("INFO", "payment notification", { requestId, status, code });
    return {
      statusCode: status,
      headers: {
        ...{ "content-type": "application/json", "cache-control": "no-store", "x-request-id": requestId },
        // RFC 9110, 15.5.2. The scheme is this protocol's own (docs/payment-gateway.md).
        ...(status === 401 ? { "www-authenticate": 'Payment-Signature realm="payment-notifications"' } : {}),
      },
      body: JSON.stringify({ code }),
    };
  };
}

async function answerTo(event: APIGatewayProxyEventV2, ports: NotificationPorts): Promise<Said> {
  const { requestId, http } = event.requestContext;
  const mode = modeOf(event.rawPath);
  const gateway = mode && ports.parts.payments.gateways[mode];
  if (!gateway) return { status: 404, code: "GATEWAY_UNKNOWN" };
  if (http.method !== "POST") return { status: 405, code: "METHOD" };
  try {
    const read = await readEvent(event, gateway);
    return read.ok ? await take(ports, mode, read.value, requestId) : read.error;
  } catch (error) {
    // An effect that was begun is safe to repeat, and the gateway does.
    ports.log("ERROR", "a payment notification was not taken", { requestId, cause: describeFault(error) });
    return { status: 503, code: "TRY_AGAIN" };
  }
}

/** The mode in the path, with anything that a custom domain or a stage puts before it. */
function modeOf(path: string): Mode | undefined {
  const at = path.lastIndexOf(NOTIFICATIONS_PATH);
  const mode = at < 0 ? "" : path.slice(at + NOTIFICATIONS_PATH.length);
  return mode === "live" || mode === "test" ? mode : undefined;
}

/** The notification, if the gateway signed these very bytes. */
async function readEvent(
  { headers, body = "", isBase64Encoded }: APIGatewayProxyEventV2,
  gateway: Channel,
): Promise<Result<Notification, Said>> {
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
  if (Buffer.byteLength(text) > BODY_BYTES_MAX) return err({ status: 413, code: "TOO_LONG" });
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const read = await gateway.readNotification(Object.fromEntries(lowerCase), text);
  if (read.ok) return ok(read.value);
  const { code } = read.error;
  return err({ status: code === "UNREADABLE" ? 400 : 401, code });
}

async function take(
  { open, ...ports }: NotificationPorts,
  mode: Mode,
  notification: Notification,
  requestId: string,
): Promise<Said> {
  const database = open();
  const environment = { ...ports, database, commit: commitTo(database), requestId };
  const payments = openPayments(environment, mode, { kind: "SYSTEM", mode, name: "payment-notification" });
  const taken = await takeNotification(payments, "hosted", notification);
  if (taken.ok) return { status: 200, code: "TAKEN" };
  const { code } = taken.error;
  // The gateway signed it: money may have moved of which the books know nothing, so somebody has to look.
  const { paymentId, notificationId } = notification;
  const fields: LogFields = { requestId, code, mode, paymentId, notificationId };
  ports.log("ERROR", "a payment notification was refused", fields);
  // A payment that is unknown is not on record here, and may be known after a restore: it is sent again, for a day.
  return { status: code === "PAYMENT_UNKNOWN" ? 404 : 200, code };
}
