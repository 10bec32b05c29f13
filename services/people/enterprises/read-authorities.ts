import type { Subject } from "../../field/subject.ts";
import type { Actor, Citizen } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Authorities, type AuthorityView, viewsOf } from "./authority.ts";
import { lookUpStanding } from "./look-up-standing.ts";
import type { Standing } from "./standing.ts";
import { type EnterpriseStore, findAuthorities, getAuthorities, listAuthorities } from "./store.ts";

type Ports = EnterpriseStore & { readonly now: Instant };

/** The authorities among which one has this id, for the caller who gave or holds it. */
export async function findOwnAuthorities(
  ports: Ports & { readonly actor: Citizen },
  id: string,
): Promise<Authorities | undefined> {
  const known = isId("aut", id) ? await findAuthorities(ports, id) : undefined;
  if (!known || known.agent === ports.actor.id) return known;
  const standing = await lookUpStanding(ports, ports.actor.id, known.principal, ports.now);
  return standing && standing.capacity !== "AGENT" ? known : undefined;
}

/** The authority with this id, for the person who gave or holds it. To anybody else it does not exist. */
export async function findAuthority(
  { database, now }: Omit<Ports, "mode">,
  actor: Actor,
  id: string,
): Promise<AuthorityView | undefined> {
  if (actor.kind !== "CITIZEN") return undefined;
  const known = await findOwnAuthorities({ database, now, actor, mode: actor.mode }, id);
  return known && viewsOf(known).find((one) => one.id === id);
}

/** The authorities that a principal has granted, ended authorities among them. */
export async function listGrantedAuthorities(
  store: EnterpriseStore,
  principal: Subject,
): Promise<readonly AuthorityView[]> {
  return (await listAuthorities(store, principal)).flatMap(viewsOf);
}

/** The authorities that one person holds from a principal, ended authorities among them. */
export async function listHeldAuthorities(
  store: EnterpriseStore,
  principal: Subject,
  { id }: Citizen,
): Promise<readonly AuthorityView[]> {
  const known = await getAuthorities(store, principal, id);
  return known ? viewsOf(known) : [];
}

/** The authorities to act for an enterprise: its legal representative sees all of them, an agent their own. */
export const listEnterpriseAuthorities = (
  store: EnterpriseStore,
  { subject, callersStanding }: { readonly subject: Subject; readonly callersStanding?: Standing },
  actor: Citizen,
): Promise<readonly AuthorityView[]> =>
  callersStanding?.capacity === "LEGAL_REPRESENTATIVE"
    ? listGrantedAuthorities(store, subject)
    : listHeldAuthorities(store, subject, actor);
