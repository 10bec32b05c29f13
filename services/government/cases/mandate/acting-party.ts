import type { Officer, Partner, Scope } from "../../../kernel/actor.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Application, Channel } from "../application.ts";
import type { Viewer } from "../held/held-form.ts";
import type { Attendance } from "./attendance.ts";

/** The party that acts as the applicant; `citizen` is the person who handles the case, or for whom it is handled. */
export type Acting = { readonly citizen: CitizenId } & (
  | { readonly kind: "CITIZEN" }
  /** A clerk for the person at their window. */
  | { readonly kind: "CLERK"; readonly clerk: Officer; readonly attendance: Attendance }
  /** A partner for itself, or for the `person` who consented and whom its reference names. */
  | ({ readonly kind: "PARTNER"; readonly partner: Partner } & (
      | { readonly person?: never }
      /** `granted` are the scopes that its key and the person's consent hold. */
      | { readonly person: CitizenId; readonly granted: readonly Scope[] }
    ))
);

export const CHANNEL_OF = {
  CITIZEN: "ONLINE",
  CLERK: "HALL",
  PARTNER: "PARTNER",
} as const satisfies Record<Acting["kind"], Channel>;

/** As whom somebody who acts looks at a form; a clerk shows it to the person at their window. */
export const viewerOf = (acting: Acting): Viewer =>
  acting.kind === "PARTNER"
    ? { kind: "PARTNER", scopesFor: (owner) => (acting.person === owner ? acting.granted : []) }
    : { kind: "PERSON", id: acting.citizen };

/** In a citizen's matters a partner does something about the cases that it began, and no others. */
export const mayChange = (acting: Acting, { subject, partner }: Application): boolean =>
  acting.kind !== "PARTNER" || subject.kind === "ENTERPRISE" || partner?.partnerId === acting.partner.id;
