export type AppointmentId = `apt_${string}`;
export type TicketId = `tkt_${string}`;
