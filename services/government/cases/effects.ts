import { isPerson } from "../../field/subject.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Settings } from "../../kernel/settings.ts";
import {
  type ApprovalEffect,
  type FactGroup,
  IDENTITY,
  type ReviewedEffect,
  type RuleCheck,
  type ServiceItem,
  type Stake,
} from "../catalogue/index.ts";
import type { Application, FormData } from "./application.ts";
import type { Undecided } from "./clock.ts";
import type { ApplicationStore } from "./store.ts";

export type EffectPorts = ApplicationStore & {
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "citizenDigest" | "seal">;
  /** The service that brings the effect has its own among them. */
  readonly config: Settings;
};

type UndoPorts = ApplicationStore & Pick<EffectPorts, "now">;

export type Granted = {
  readonly application: Application;
  readonly form: FormData;
  readonly item: ServiceItem;
};

/** A grant cannot be brought about; `path` leads to the field of the form that it lies in, or to `id`. */
export type EffectImpossible = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

type Writes = Result<readonly TransactItem[], EffectImpossible>;

/** The facts about a case, and where they were read from its records, the grant on the same reading of them. */
export type Told = {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly grant?: () => Promise<Writes>;
};

/** Facts that a rule reads, and where they come from; one that cannot be told is left out, and what reads it is unclear. */
type ToldFacts = FactGroup & {
  readonly gather: (ports: EffectPorts, granted: Granted) => Promise<Told>;
};

/** The fate of a case that nobody decides, and the writes by which what it bears on knows of it, for the commit of its receipt. */
export type LeftUndecided = { readonly undecided: Undecided; readonly writes: readonly TransactItem[] };

/** The effect of a grant besides its decision, as the service that owns it brings it. */
export type Effect = ReviewedEffect & {
  readonly facts?: ToldFacts;
  /** The checks that have to hold besides an item's own checks before a rule brings it about. */
  readonly checks?: readonly RuleCheck[];
  /** The obstacle that already keeps it from being brought about, said before the case is handed in. */
  readonly obstacle?: (ports: UndoPorts, granted: Granted) => Promise<EffectImpossible | undefined>;
  /** The amount that it would pay now; undefined where it pays nothing, or nobody can tell. */
  readonly amount?: (ports: EffectPorts, granted: Granted) => Promise<Fen | undefined>;
  /** The type of the licence that it acts on, where it acts on one: whether it can is its own matter, and no material's. */
  readonly actsOn?: (item: Pick<ServiceItem, "licence">) => string | undefined;
  /** All that it writes, for the commit of the decision. */
  readonly grant: (ports: EffectPorts, granted: Granted) => Promise<Writes>;
  /** Of a renewal: the end of its licence, and what comes of it undecided; and all that is written where it counts as granted. */
  readonly undecided?: {
    readonly end: (ports: UndoPorts, granted: Granted) => Promise<LeftUndecided | undefined>;
    readonly grant: (ports: UndoPorts, granted: Granted) => Promise<Writes>;
  };
  /** All that the taking back of a grant writes of it, for the commit of the revocation: what can be taken back. */
  readonly undo: (
    ports: UndoPorts,
    application: Application,
    item: ServiceItem,
  ) => Promise<readonly TransactItem[]>;
};

export type Effects = ReadonlyMap<ApprovalEffect, Effect>;

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly effects: Effect;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** The effects that grants can have. */
    readonly effects: Effects;
  }
}

export type EffectParts = { readonly parts: { readonly effects: Effects } };

/** The effects of all services by their codes. Throws where two have one code. */
export function effectsFrom(effects: readonly Effect[]): Effects {
  const byCode = new Map(effects.map((effect) => [effect.code, effect]));
  if (byCode.size < effects.length) throw new Error("two effects have the same code");
  return byCode;
}

/** Throws for one that nobody brings: no such item is published. */
function effectOf(
  { parts: { effects } }: EffectParts,
  { effect: code }: Pick<ServiceItem, "effect">,
): Effect | undefined {
  const effect = code && effects.get(code);
  if (code && !effect) throw new Error(`no service brings the effect ${code}`);
  return effect;
}

/** The checks of an approval by rule: the item's own checks, and those of the effect that it would have. */
export const ruleChecksOf = (parts: EffectParts, item: ServiceItem): readonly RuleCheck[] => [
  ...(item.rule?.checks ?? []),
  ...(effectOf(parts, item)?.checks ?? []),
];

/** The facts of the item's effect, in words; undefined where it tells none. */
export const factGroupOf = (parts: EffectParts, item: ServiceItem): FactGroup | undefined =>
  effectOf(parts, item)?.facts;

/** The type of the licence that a grant acts on, such as one that it renews; undefined where it acts on none. */
export const licenceActedOn = (
  parts: EffectParts,
  item: Pick<ServiceItem, "effect" | "licence">,
): string | undefined => effectOf(parts, item)?.actsOn?.(item);

/** The writes of an application's grant besides its decision, in the same commit. */
export const grantEffect = async (
  ports: EffectPorts & EffectParts,
  granted: Granted,
): ReturnType<Effect["grant"]> => effectOf(ports, granted.item)?.grant(ports, granted) ?? ok([]);

/** The fate of a case that nobody decides; undefined where only its clock runs. */
export const findUndecided = async (
  ports: UndoPorts & EffectParts,
  granted: Granted,
): Promise<LeftUndecided | undefined> => effectOf(ports, granted.item)?.undecided?.end(ports, granted);

/** The writes of a case that counts as granted because nobody has decided. Throws for an effect that never does. */
export function grantUndecided(
  ports: UndoPorts & EffectParts,
  granted: Granted,
): ReturnType<Effect["grant"]> {
  const effect = effectOf(ports, granted.item)?.undecided;
  if (!effect) throw new Error(`nothing of ${granted.item.code} counts as granted`);
  return effect.grant(ports, granted);
}

/** The further writes of taking a grant back, in the same commit. */
export const undoEffect = async (
  ports: UndoPorts & EffectParts,
  { application, item }: Pick<Granted, "application" | "item">,
): Promise<readonly TransactItem[]> => effectOf(ports, item)?.undo(ports, application, item) ?? [];

/** The amount that an application's grant would pay now; undefined where it pays nothing, or nobody can tell. */
export const findAmount = async (
  ports: EffectPorts & EffectParts,
  granted: Granted,
): Promise<Fen | undefined> => effectOf(ports, granted.item)?.amount?.(ports, granted);

/** The matter of its subject's that a grant of the item bears on; undefined for one that changes nothing by itself. */
export const stakeOf = (parts: EffectParts, item: Pick<ServiceItem, "effect">): Stake | undefined =>
  effectOf(parts, item)?.stake;

/**
 * The obstacle that already keeps the item's effect from being brought about, by the field of the form that it lies in.
 */
export async function obstaclesTo(
  ports: UndoPorts & EffectParts,
  granted: Granted,
): Promise<readonly EffectImpossible[]> {
  const obstacle = await effectOf(ports, granted.item)?.obstacle?.(ports, granted);
  return obstacle ? [obstacle] : [];
}

const identity: ToldFacts = {
  ...IDENTITY,
  gather: async ({ secrets }, { application: { subject }, form }) => ({
    facts: { isOwn: isPerson(subject, `ctz_${secrets.citizenDigest(String(form["idNumber"] ?? ""))}`) },
  }),
};

/** The facts of these groups, a group that nobody tells left out, and the grant on what they were read from. */
export async function gatherFacts(
  groups: readonly string[],
  ports: EffectPorts & EffectParts,
  granted: Granted,
): Promise<Required<Told>> {
  const told = [identity, effectOf(ports, granted.item)?.facts].filter((one) => one !== undefined);
  const gathered = await Promise.all(
    told
      .filter(({ name }) => groups.includes(name))
      .map(async ({ name, gather }) => ({ name, ...(await gather(ports, granted)) })),
  );
  const grant = gathered.find((one) => one.grant)?.grant;
  return {
    facts: Object.fromEntries(gathered.map(({ name, facts }) => [name, facts])),
    grant: grant ?? (() => grantEffect(ports, granted)),
  };
}
