import type { Random } from "../../local/generate/random.ts";
import type { Json } from "../support/platform.ts";
import { listsFor, type Words } from "./words.ts";

/** So often a caller says what they themselves were told: of what is another's they mostly hear that it is unknown. */
const OWN_PERCENT = 75;
const ownList = (caller: string, name: string): string => `${caller}: ${name}`;

/** So many of a kind are kept; what comes later takes the place of another. */
const KEPT_MAX = 60;
/** An alias of the fuzzer's own: `a3_name` stands for `name`. */
const ALIAS = /^a\d+_/;
/** The formats of scalars, by their types' names: what one answer says may be said to another field. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  DateTime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  Date: /^\d{4}-\d\d-\d\d$/,
  Month: /^\d{4}-\d\d$/,
  Money: /^-?\d+\.\d\d$/,
  RegionCode: /^1\d{5}$/,
};

/**
 * The speaker and the place of a word: its own name, that of the field or input around it, and the types that the field
 * answers with.
 */
export type WordPlace = {
  readonly caller: string;
  readonly of: string;
  readonly name: string;
  readonly answers: readonly string[];
};

export type KnownWords = ReturnType<typeof knownWords>;

/**
 * The words that have come up: those of the world, and whatever answers have told, by the fields that told them and, of
 * ids, by their prefix. It learns which words a place of the schema takes from what was not refused.
 */
export function knownWords(words: Words) {
  const lists = new Map<string, string[]>([...words].map(([name, list]) => [name, [...list]]));
  const liked = new Map<string, string[]>();
  let told = 0;

  const keep = (caller: string, name: string, word: string): void => {
    keepIn(name, word);
    keepIn(ownList(caller, name), word);
  };
  const keepIn = (name: string, word: string): void => {
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    if (list.includes(word)) return;
    told += 1;
    if (list.length < KEPT_MAX) list.push(word);
    else list[told % KEPT_MAX] = word;
  };

  const learn = (caller: string, json: Json, name: string): void => {
    if (typeof json === "string") {
      if (json === "" || json.length > 2_000) return;
      keep(caller, name, json);
      const prefix = /^([a-z]{2,4})_\w+$/.exec(json)?.[1];
      if (prefix) keep(caller, prefix, json);
      for (const [type, shape] of Object.entries(SHAPES))
        if (shape.test(json)) keep(caller, `${type}s`, json);
    } else if (Array.isArray(json)) {
      for (const one of json) learn(caller, one, name);
    } else if (typeof json === "object" && json !== null) {
      const { __typename: type, id } = json as Readonly<Record<string, Json>>;
      if (typeof type === "string" && typeof id === "string") keep(caller, type, id);
      for (const [key, value] of Object.entries(json)) {
        if (key !== "__typename" && key !== "message") learn(caller, value, key.replace(ALIAS, ""));
      }
    }
  };

  const listFor = (random: Random, { of, name, answers }: WordPlace): string => {
    const [first = name, ...others] = listsFor(of, name, answers).filter((list) => lists.has(list));
    const [dear, ...more] = liked.get(`${of}.${name}`) ?? [];
    return dear !== undefined && random.chance(60)
      ? random.pick([dear, ...more])
      : random.pick([first, ...others]);
  };

  const from = (random: Random, list: string): string | undefined => {
    const [first, ...others] = lists.get(list) ?? [];
    return first === undefined ? undefined : random.pick([first, ...others]);
  };

  return {
    /** Takes up what an answer tells. */
    learn: (caller: string, answer: Json): void => learn(caller, answer, "answer"),
    /** Remembers that a place took a word of this list. */
    like: (place: string, list: string): void => {
      const known = liked.get(place) ?? [];
      if (known.length < KEPT_MAX) liked.set(place, [...known, list]);
    },
    /** A word that may fit the place, and the list it is of; undefined where none has come up. */
    fitting: (
      random: Random,
      place: WordPlace,
    ): { readonly word: string; readonly list: string } | undefined => {
      const list = listFor(random, place);
      const own = random.chance(OWN_PERCENT) ? from(random, ownList(place.caller, list)) : undefined;
      const word = own ?? from(random, list);
      return word === undefined ? undefined : { word, list };
    },
    from,
    /** Any word at all: of another kind, and of somebody else. */
    any: (random: Random): string => {
      const [first = "text", ...others] = lists.keys();
      return from(random, random.pick([first, ...others])) ?? "";
    },
  };
}
