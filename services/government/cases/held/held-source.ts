import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { type HeldValue, heldFields } from "../../catalogue/index.ts";
import type { Application, FormData } from "../application.ts";
import { filledWith, type HeldIn, type HeldKind, type HeldMark, ownIn } from "./held-form.ts";

export type HeldValuePorts = {
  readonly database: Database;
  readonly mode: Mode;
  readonly secrets: Pick<Secrets, "unseal">;
};

/** The parties whose registers are asked: the subject, and the person who handles the case. */
type Parties = Pick<Application, "subject" | "citizenId">;

/** A kind of value with its register: what that states now, and about whom; undefined where it states nothing. */
export type HeldSource = HeldKind & {
  readonly read: (
    ports: HeldValuePorts,
    of: Parties,
  ) => Promise<{ readonly value: string; readonly owner?: CitizenId } | undefined>;
};

export type HeldSources = ReadonlyMap<string, HeldSource>;

declare module "../../../kernel/service-runtime.ts" {
  interface Offers {
    readonly heldValues: HeldSource;
  }
}

declare module "../../../kernel/parts.ts" {
  interface Parts {
    /** The values that the platform fills into forms, of all services, by their names. */
    readonly heldValues: HeldSources;
  }
}

export type HeldValueParts = { readonly parts: { readonly heldValues: HeldSources } };

/** The sources of all services by their names. Throws where two have one name. */
export function heldSourcesFrom(sources: readonly HeldSource[]): HeldSources {
  const byName = new Map<HeldValue, HeldSource>(sources.map((source) => [source.source, source]));
  if (byName.size < sources.length) throw new Error("two sources have the same name");
  return byName;
}

/** All that the platform holds now of what a form lets it fill in. */
export async function findHeldValues(
  ports: HeldValuePorts & HeldValueParts,
  of: Parties,
  item: { readonly form: FormData },
): Promise<readonly HeldIn[]> {
  const found = await Promise.all(
    heldFields(item.form).map(async ({ path, source }) => {
      const known = ports.parts.heldValues.get(source);
      const held = await known?.read(ports, of);
      return known && held ? [{ path, source: known.source, ...held }] : [];
    }),
  );
  return found.flat();
}

/** A form as it would be handed in now: the applicant's own values, and what the platform holds of the rest. */
export async function completeForm(
  ports: HeldValuePorts & HeldValueParts,
  of: Parties,
  {
    form,
    held: marks,
    item,
  }: {
    readonly form: FormData;
    readonly held: readonly HeldMark[];
    readonly item: { readonly form: FormData };
  },
): Promise<{ readonly form: FormData; readonly held: readonly HeldIn[] }> {
  const held = await findHeldValues(ports, of, item);
  return { form: filledWith(ownIn(form, marks), held), held };
}
