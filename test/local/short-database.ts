import http, { type ClientRequest, type RequestOptions } from "node:http";
import { FORWARD_TO } from "../support/forwarding.ts";

/**
 * Loaded before a command of `local/`, it leads that process's calls of the database, wherever that is, by way of the
 * fault proxy on `FAULT_PROXY_PORT` of this machine.
 */
const port = Number(process.env["FAULT_PROXY_PORT"]);

const isCall = (options: unknown): options is RequestOptions & { readonly headers: Record<string, string> } =>
  typeof options === "object" &&
  options !== null &&
  "headers" in options &&
  typeof options.headers === "object" &&
  options.headers !== null &&
  "x-amz-target" in options.headers;

const led = new Proxy(http.request, {
  apply: (request, self, [options, ...rest]: readonly unknown[]): ClientRequest => {
    const headers = isCall(options) && {
      ...options.headers,
      [FORWARD_TO]: `http://127.0.0.1:${options.port}`,
    };
    const to = headers ? { ...options, hostname: "127.0.0.1", port, headers } : options;
    return Reflect.apply(request, self, [to, ...rest]);
  },
});
Object.assign(http, { request: led });
