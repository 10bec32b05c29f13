/** Where the reading of an account goes on: in which half of which partition, and behind which transfer. */
export type BookingPlace = { readonly step: number; readonly after: string };

export const FIRST_BOOKING: BookingPlace = { step: 0, after: "" };
