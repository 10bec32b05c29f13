import type { Actor } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type LocalizedText, labelOf, type ServiceItem } from "../catalogue/index.ts";
import type { Application, FormData } from "./application.ts";
import type { Consents } from "./consents.ts";
import { type HeldIn, heldIn, type ShownField, showHeld, shownForm, type Viewer } from "./held/held-form.ts";
import { completeForm, type HeldValueParts, type HeldValuePorts } from "./held/held-source.ts";
import { nextStatus } from "./life.ts";
import { readCaseItem } from "./read-case-item.ts";
import { getKeptForm } from "./store.ts";

export type FormPorts = HeldValuePorts & HeldValueParts;
export type FormReader = FormPorts & { readonly actor: Actor; readonly consents: Consents };

/** `servedFor`: whom a clerk serves at their window, where it is read there. */
export type ServedCase = Application & { readonly servedFor?: CitizenId };

type StandingForm = {
  readonly form: FormData;
  readonly held: readonly HeldIn[];
  readonly item: ServiceItem;
};

/** A form as it was handed in last, with the values that the platform filled in. */
async function readHandedIn(ports: FormPorts, application: Application): Promise<StandingForm> {
  const [{ form, held }, item] = await Promise.all([
    getKeptForm(ports, application.id),
    readCaseItem(ports, application),
  ]);
  return { form, held: heldIn(form, held), item };
}

/** A form as it stands: while it is open, with what the platform holds now; else as it was handed in. */
export async function readStandingForm(ports: FormPorts, application: Application): Promise<StandingForm> {
  const handedIn = await readHandedIn(ports, application);
  if (nextStatus(application.status, "SAVE") === undefined) return handedIn;
  return { ...(await completeForm(ports, application, handedIn)), item: handedIn.item };
}

/** Officers see what was handed in, also while it is open again. */
const readFor = (reader: FormReader, application: ServedCase): Promise<StandingForm> =>
  reader.actor.kind === "OFFICER" && !application.servedFor
    ? readHandedIn(reader, application)
    : readStandingForm(reader, application);

/** The form as it stands, of what the platform has filled in only as much as the caller may see. */
export async function readForm(reader: FormReader, application: ServedCase): Promise<FormData> {
  const [{ form, held }, viewer] = await Promise.all([
    readFor(reader, application),
    findViewer(reader, application),
  ]);
  return shownForm(form, showHeld(viewer, reader.parts.heldValues, held));
}

/** A field that the platform has filled in, as the caller may see it, under the name that the form gives it. */
export type HeldFieldView = ShownField & { readonly label: LocalizedText };

/** The fields that the platform has filled in, which nobody else fills in. */
export async function listHeldFields(
  reader: FormReader,
  application: ServedCase,
): Promise<readonly HeldFieldView[]> {
  const [{ held, item }, viewer] = await Promise.all([
    readFor(reader, application),
    findViewer(reader, application),
  ]);
  return showHeld(viewer, reader.parts.heldValues, held).map((field) => ({
    ...field,
    label: labelOf(item.form, field.path),
  }));
}

/** As whom the caller looks at a case's form. */
async function findViewer(
  { actor, consents }: FormReader,
  { subject, servedFor }: ServedCase,
): Promise<Viewer> {
  if (servedFor) return { kind: "PERSON", id: servedFor };
  if (actor.kind === "CITIZEN") return { kind: "PERSON", id: actor.id };
  if (actor.kind === "OFFICER") return { kind: "OFFICE" };
  if (actor.kind !== "PARTNER" || subject.kind !== "PERSON") return { kind: "PARTNER", scopesFor: () => [] };
  await consents.open(subject.citizenId);
  const granted = consents.scopesOf(subject.citizenId).filter((scope) => actor.scopes.includes(scope));
  return { kind: "PARTNER", scopesFor: (owner) => (owner === subject.citizenId ? granted : []) };
}
