import {
  type GraphQLArgument,
  GraphQLID,
  type GraphQLInputField,
  type GraphQLInputType,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Random } from "../../local/generate/random.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { HOSTILE_FORMS, HOSTILE_RULES } from "./hostile-programs.ts";
import { HOSTILE } from "./hostile-values.ts";
import type { KnownWords } from "./known-words.ts";
import { soundInputs } from "./sound-inputs.ts";

/** The parts that values are made from. */
export type ValueSource = {
  readonly random: Random;
  readonly known: KnownWords;
  /** Of a hundred values so many are hostile. */
  readonly hostility: number;
  readonly objects: ValueObjects;
  /** When the operation is sent. */
  readonly now: Instant;
  readonly caller: string;
  /** The types that the field answers with. */
  readonly answers: readonly string[];
  /** Notes which list of words a place was given from. */
  readonly note: (place: string, list: string) => void;
};

/** Objects that are in order, by what they are for. */
export type ValueObjects = Readonly<Record<"forms" | "schemas" | "rules", readonly [object, ...object[]]>>;

type Field = Pick<GraphQLArgument | GraphQLInputField, "name" | "type">;

/** How long a hostile list is; a body holds 256 KiB. */
const LENGTHS = [0, 0, 2, 3, 20, 99, 101, 400] as const;

/** By the inputs that take them. */
const PROGRAMS: Readonly<Record<string, readonly object[]>> = {
  ServiceItemInput: HOSTILE_FORMS,
  RuleCheckInput: HOSTILE_RULES,
};

/** The value is to be left out. */
export const LEFT_OUT = Symbol("left out");

/** A value for an argument, or for a field of an input; null or nothing where either may be. */
export function argumentValue(source: ValueSource, { name, type }: Field, of: string): unknown {
  const { random, hostility } = source;
  if (isNonNullType(type)) return givenValue(source, name, type.ofType, of);
  const likes = random.int(1, 100);
  if (likes <= 15 + hostility / 4) return null;
  const isKnown = !isTextType(type) || source.known.fitting(random, { ...source, of, name });
  // A cursor of another list is refused at once, and shows nothing of this one.
  if (name === "after" && hostility === 0 && random.chance(85)) return LEFT_OUT;
  return likes <= 55 || (hostility === 0 && !isKnown) ? LEFT_OUT : givenValue(source, name, type, of);
}

const isTextType = (type: GraphQLInputType): boolean => type === GraphQLID || type === GraphQLString;

/** A value that is not null; elements of its lists may be. */
function givenValue(source: ValueSource, name: string, type: GraphQLInputType, of: string): unknown {
  const { random, hostility } = source;
  if (isNonNullType(type)) return givenValue(source, name, type.ofType, of);
  if (isListType(type)) return listValue(source, name, type.ofType, of);
  if (isInputObjectType(type)) return objectValue(source, Object.values(type.getFields()), type.name);
  const isHostile = random.chance(hostility);
  if (isEnumType(type)) {
    const [first, ...others] = type.getValues().map((value) => value.name);
    return first === undefined ? null : random.pick([first, ...others]);
  }
  return isHostile ? hostileValue(source, type.name, of) : soundValue(source, name, type.name, of);
}

function listValue(source: ValueSource, name: string, type: GraphQLInputType, of: string): unknown {
  const { random, hostility } = source;
  if (!random.chance(hostility))
    return Array.from({ length: random.int(1, 3) }, () => givenValue(source, name, type, of));
  const length = random.pick(LENGTHS);
  const twice = givenValue(source, name, type, of);
  // Alike: many of one value are a duplicate, and cost no more to make than one.
  if (random.chance(50)) return Array.from({ length }, () => twice);
  const few = Array.from({ length: Math.min(length, 20) }, () => givenValue(source, name, type, of));
  return Array.from({ length }, (_, i) => few[i % few.length] ?? null);
}

function objectValue(source: ValueSource, fields: readonly GraphQLInputField[], of: string): object {
  const { random, hostility } = source;
  const [first, ...others] = soundInputs(of, source.now, random);
  const sound = first && random.chance(80) ? random.pick([first, ...others]) : undefined;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const isKept = sound && Object.hasOwn(sound, field.name) && !random.chance(2 + hostility);
      const value = isKept
        ? spoiltHere(source, field, sound[field.name], of)
        : argumentValue(source, field, of);
      return value === LEFT_OUT ? [] : [[field.name, value]];
    }),
  );
}

/** A sound value, with something hostile in a place or two where the operation is hostile. */
function spoiltHere(source: ValueSource, { name, type }: Field, value: unknown, of: string): unknown {
  const { random, hostility } = source;
  if (isNonNullType(type)) return spoiltHere(source, { name, type: type.ofType }, value, of);
  if (Array.isArray(value) && isListType(type)) {
    const inner = type.ofType;
    return value.map((one) => spoiltHere(source, { name, type: inner }, one, of));
  }
  if (isInputObjectType(type) && typeof value === "object" && value !== null) {
    const given = new Map(Object.entries(value));
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        given.has(field.name)
          ? [[field.name, spoiltHere(source, field, given.get(field.name), type.name)]]
          : [],
      ),
    );
  }
  return random.chance(hostility / 2) ? givenValue(source, name, type, of) : value;
}

function hostileValue({ random, known }: ValueSource, type: string, of: string): unknown {
  const programs = type === "JSONObject" && random.chance(80) ? PROGRAMS[of] : undefined;
  const [first, ...others] = programs ?? HOSTILE[type] ?? [];
  const isText = type === "String" || type === "ID";
  if (isText && random.chance(30)) return known.any(random);
  if (isText && random.chance(25)) return tampered(random, known.any(random));
  return first === undefined ? null : random.pick([first, ...others]);
}

/** One character is another, or the end is missing, or something is behind it. */
function tampered(random: Random, word: string): string {
  const at = random.int(0, Math.max(0, word.length - 1));
  return random.pick([
    `${word.slice(0, at)}${random.pick(["0", "z", "#", "\u0000", "京"])}${word.slice(at + 1)}`,
    word.slice(0, at),
    `${word}${random.pick(["0", "#", " ", "\uD800"])}`,
    word.toUpperCase(),
  ]);
}

function soundValue(source: ValueSource, name: string, type: string, of: string): unknown {
  const { random, known, objects, note, answers, caller } = source;
  switch (type) {
    case "Boolean":
      return random.chance(50);
    case "Int":
      return intFor(random, name);
    case "Decimal":
      return random.pick(["0.5", "1", "1.5", "12.4", "36", "100", "0.026"]);
    case "Money":
      return (random.chance(40) && known.from(random, "Moneys")) || random.pick(["0.01", "20.00", "100.00"]);
    case "Date":
      return (random.chance(40) && known.from(random, "Dates")) || random.pick(["2026-11-23", "2026-12-15"]);
    case "Month":
      return random.pick(["2026-10", "2026-11", "2026-01"]);
    case "DateTime":
      return known.from(random, "DateTimes") ?? "2026-12-01T02:00:00.000Z";
    case "RegionCode":
      return random.pick(["110000", "110000", "110000", "110105", "110108", "310000"]);
    case "JSONObject":
      return random.pick(objects[objectsFor(of)]);
    default: {
      if (name === "idempotencyKey")
        return `fuzz-key-${random.int(1, random.chance(20) ? 20 : 1_000_000_000)}`;
      const fitting = known.fitting(random, { caller, of, name, answers });
      if (!fitting) return known.from(random, "text") ?? name;
      note(`${of}.${name}`, fitting.list);
      return fitting.word;
    }
  }
}

const objectsFor = (of: string): keyof ValueObjects =>
  of === "RuleCheckInput" ? "rules" : of === "ServiceItemInput" ? "schemas" : "forms";

function intFor(random: Random, name: string): number {
  if (name === "first") return random.pick([1, 2, 5, 20, 100]);
  if (name === "year") return random.int(2024, 2027);
  if (name === "weekday") return random.int(1, 7);
  if (/percent/i.test(name)) return random.int(0, 100);
  return random.pick([1, 2, 3, 5, 10, 30]);
}
