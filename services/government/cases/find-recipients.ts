import { isPerson } from "../../field/subject.ts";
import type { Event, EventType, Payload } from "../../kernel/commit/event.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpCapacity, representativeOf } from "../../people/enterprises/index.ts";
import type { Application } from "./application.ts";
import type { ApplicationStore } from "./store.ts";

type TellingPorts = ApplicationStore & { readonly now: Instant };

type TellingMore = "application.paused";
/** The event of a change of a case, before it is known who is told. */
export type CaseEvent =
  | Exclude<Extract<EventType, `application.${string}`>, TellingMore>
  | {
      readonly [T in TellingMore]: { readonly type: T; readonly payload: Omit<Payload<T>, "about"> };
    }[TellingMore];

const typeOf = (event: CaseEvent): EventType => (typeof event === "string" ? event : event.type);

/**
 * The people who are told of a case: its subject (an enterprise's legal representative), and the person who handles it
 * while they may; of a partner's own the citizen who represents it.
 */
export async function findRecipients(
  ports: TellingPorts,
  { citizenId, subject, item, partner }: Pick<Application, "citizenId" | "subject" | "item" | "partner">,
): Promise<CitizenId[]> {
  if (isPerson(subject, citizenId)) return [citizenId];
  const [principal, capacity] = await Promise.all([
    representativeOf(ports, subject),
    partner ? "PARTNER" : lookUpCapacity(ports, citizenId, subject, { item: item.code, now: ports.now }),
  ]);
  return [...new Set([principal, capacity ? citizenId : undefined].filter((one) => one !== undefined))];
}

/** For their own word nobody is asked but the subject: anybody who has handed it in for them cannot give it. */
async function recipientsOf(
  ports: TellingPorts,
  application: Application,
  event: CaseEvent,
): Promise<CitizenId[]> {
  const isWordAsked = typeOf(event) === "application.confirmation-asked";
  // A guardian gives a minor's word.
  if (!isWordAsked || application.capacity === "GUARDIAN") return findRecipients(ports, application);
  const subject = await representativeOf(ports, application.subject);
  return subject ? [subject] : [];
}

/** The event of a change, with all who are told of it. */
export async function eventOf(
  ports: TellingPorts,
  application: Application,
  event: CaseEvent | Event,
): Promise<Event> {
  // It is for others than those whose case it is.
  if (typeof event !== "string" && "to" in event) return event;
  const { mode } = ports;
  const [about, to] = [application.id, await recipientsOf(ports, application, event)];
  return typeof event === "string"
    ? { type: event, mode, to, payload: { about } }
    : { ...event, mode, to, payload: { ...event.payload, about } };
}
