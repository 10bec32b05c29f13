import type { Message } from "../kernel/message.ts";
import type { Parts } from "../kernel/parts.ts";
import type { FieldWords, Service, TrailWords } from "../kernel/service.ts";
import type { Outside, ServiceRuntime } from "../kernel/service-runtime.ts";
import type { All } from "./all.ts";
import { findIncapable } from "./minor-acts.ts";
import { offered, RUNTIMES, SERVICES } from "./registry.ts";

const services: readonly Service[] = SERVICES;
const runtimes: readonly ServiceRuntime[] = RUNTIMES;

/** How the events of all services read. */
export const eventTexts: ReadonlyMap<string, Message> = new Map(
  services.flatMap(({ events = {} }) => Object.entries(events)).map(([type, { text }]) => [type, text]),
);

/** How the actions of all services read in the trail of a case. */
const trail: ReadonlyMap<string, TrailWords> = new Map(
  services.flatMap((service) => Object.entries(service.trail ?? {})),
);

/** How people read the fields that stand in the record of who has read their data. */
export const fieldWords: FieldWords = Object.assign(
  {},
  ...services.map((service) => service.fieldWords ?? {}),
);

type OpenedBy<R> = R extends { readonly open: (...given: never) => Promise<infer Opened> } ? Opened : never;

/** The parts that the services open, so that one that nobody opens does not compile. */
type Opened = All<OpenedBy<(typeof RUNTIMES)[number]>>;

/** Opens the parts of all services, once for each process. */
export async function openParts(outside: Outside): Promise<Parts> {
  const opened: Opened = Object.assign(
    {},
    ...(await Promise.all(runtimes.map(({ open }) => open?.(offered, outside)))),
  );
  return { ...opened, eventTexts, trail, fieldWords, findIncapable };
}
