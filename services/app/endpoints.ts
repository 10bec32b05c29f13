import type { Endpoint, Service } from "../kernel/service.ts";
import type { Answer, ServiceRuntime, WorkPorts } from "../kernel/service-runtime.ts";
import { RUNTIMES, SERVICES } from "./registry.ts";

const services: readonly Service[] = SERVICES;
const runtimes: readonly ServiceRuntime[] = RUNTIMES;

/** The endpoints of all services. */
export const ENDPOINTS: readonly Endpoint[] = services.flatMap(({ endpoints = [] }) => endpoints);

/** The handler of the endpoint of this name. Throws where no service answers one. */
export function endpointHandler(name: string, ports: WorkPorts): Answer {
  const open = runtimes.map(({ endpoints }) => endpoints?.[name]).find((found) => found !== undefined);
  if (!open) throw new Error(`no service answers an endpoint ${name}`);
  return open(ports);
}
