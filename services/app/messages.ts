import { API_MESSAGES } from "../api/messages.ts";
import { type SayIn, sayFrom } from "../kernel/message.ts";
import { SERVICES } from "./registry.ts";

const MESSAGES = [API_MESSAGES, ...SERVICES.flatMap(({ messages }) => [...messages])];

/** The texts of the API and of all services. A service that merged texts and does not state them does not compile. */
export const sayIn: SayIn = sayFrom(MESSAGES);
