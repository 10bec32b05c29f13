import type { Citizen, Officer } from "../../../kernel/actor.ts";
import type { TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type BringPorts,
  bringMaterial,
  type FilledMaterial,
  findOpenMaterial,
  type NotBrought,
} from "../../cases/index.ts";
import { type Recognised, recogniseLicence } from "../trust/recognise-licence.ts";
import { findRecognition, type RecognitionInForce } from "./find-recognition.ts";
import { whyNotTheirs } from "./foreign-holder.ts";
import {
  type ForeignWish,
  type NotUsed,
  notUsed,
  type ShownForeign,
  type Unreadable,
} from "./foreign-wish.ts";
import { filledBy, keptLicence } from "./recognised-licence.ts";
import { isTaken, putTaken } from "./recognition-store.ts";
import { type RedeemAtPeerPorts, redeemAtPeer } from "./redeem-at-peer.ts";
import { type Purpose, type ShowPorts, showPresentation } from "./show-presentation.ts";

export type UseForeignPorts = BringPorts &
  ShowPorts &
  RedeemAtPeerPorts & {
    readonly actor: Citizen | Officer;
    readonly secrets: Pick<Secrets, "mac" | "citizenDigest">;
  };

/** No licence of any kind stands for the material. */
type WithoutLicence = { readonly code: "MATERIAL_WITHOUT_LICENCE"; readonly path: readonly string[] };

export type UseForeignRefusal = NotBrought | WithoutLicence | NotUsed | Unreadable | TooManyGuesses;

/**
 * Fills a material of an own case with a licence of another region: where its issuer is trusted with its type, that stands wholly
 * for the type of ours that the material asks for, it is verified and valid, and the case's subject is its holder. It stands as one
 * of ours would, and is kept with the material. Errors: those of a material for which nothing can be brought; MATERIAL_WITHOUT_LICENCE;
 * FOREIGN_LICENCE_UNREADABLE; FOREIGN_LICENCE_NOT_USED with the reason; TOO_MANY_GUESSES.
 */
export async function fillWithForeignLicence(
  ports: UseForeignPorts,
  wish: ForeignWish,
): Promise<Result<FilledMaterial, UseForeignRefusal>> {
  const { now, database } = ports;
  const open = await findOpenMaterial(ports, wish);
  if (!open.ok) return open;
  const { application, asked } = open.value;
  if (asked.replacedByLicence === undefined)
    return err({ code: "MATERIAL_WITHOUT_LICENCE", path: ["material"] });
  const all = await findRecognition(wish.region, database);
  const use = { at: application.region, on: dateAt(now) };
  const purpose: Purpose = { application: application.id, region: wish.region, use };
  const found = await show(ports, wish, purpose, all);
  if (!found.ok) return found;
  const { shown, recognition } = found.value;
  const recognised = recogniseLicence(shown.licence, use, recognition);
  if (!recognised.ok) return err(notUsed(recognised.error.code, recognised.error.values));
  const names = namesOf(recognised.value);
  if (recognised.value.type.code !== asked.replacedByLicence)
    return err(notUsed("OTHER_LICENCE_ASKED_FOR", names));
  const others = whyNotTheirs(recognised.value, application.subject, ports.secrets);
  if (others) return err(notUsed(others.code, names));
  const licence = keptLicence(shown.facts, recognised.value, {
    ...{ way: shown.way, verifiedAt: now, trustListVersion: all.version, signed: shown.signed },
  });
  const record = filledBy(licence, wish.material);
  const brought = await bringMaterial<NotUsed>(ports, application.id, record, async () =>
    takeOnce(ports, shown, names),
  );
  return brought.ok ? ok(record) : brought;
}

type Found = { readonly shown: ShownForeign; readonly recognition: RecognitionInForce };

async function show(
  ports: UseForeignPorts,
  wish: ForeignWish,
  purpose: Purpose,
  recognition: RecognitionInForce,
): Promise<Result<Found, NotUsed | Unreadable | TooManyGuesses>> {
  if (wish.code !== undefined) return redeemAtPeer(ports, wish.code, purpose, recognition);
  const shown = await showPresentation(ports, wish.presentation, purpose, recognition);
  return shown.ok ? ok({ shown: shown.value, recognition }) : shown;
}

/** The write by which a presentation is taken. Of two who show the same at once, one finds it taken. */
async function takeOnce(ports: UseForeignPorts, { once }: ShownForeign, names: Names) {
  if (!once) return ok([]);
  if (await isTaken(ports, once.name))
    return err(notUsed("FOREIGN_LICENCE_NOT_VALID", { ...names, reason: once.otherwise }));
  return ok([putTaken(ports, once.name, once.untilS)]);
}

type Names = ReturnType<typeof namesOf>;

const namesOf = ({ foreignType, issuer, type }: Recognised) => ({
  ...{ licence: foreignType.name, issuer: issuer.name, own: type.name },
});
