import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Appointment } from "./appointments/appointment.ts";
import type { FreeSlot } from "./appointments/find-slots.ts";
import type { CardReader } from "./card-readers/card-reader.ts";
import type { Hall, Queue, Window } from "./hall.ts";
import type { HallCall } from "./tickets/hall-call.ts";
import type { Ticket } from "./tickets/ticket.ts";

/** With the mode whose it is: an officer's own is always live. */
type AppointmentView = Appointment & { readonly mode: Mode };
type TicketView = Ticket & { readonly mode: Mode };
/** With the hall whose it is. */
type QueueView = Queue & { readonly hall: string };
type WindowView = Window & { readonly hall: string };

declare module "../../api/models.ts" {
  interface Models {
    readonly Hall: Hall;
    readonly HallQueue: QueueView;
    readonly HallWindow: WindowView;
    readonly HallCall: HallCall;
    readonly Appointment: AppointmentView;
    readonly Ticket: TicketView;
    readonly SlotFull: RefusalModel & { readonly free: readonly FreeSlot[] };
    readonly BookingBlocked: RefusalModel & { readonly until: Instant };
    readonly NobodyWaits: RefusalModel;
    readonly CardReader: CardReader;
    readonly TooManyAttendances: RefusalModel & { readonly until: Instant };
  }
}
