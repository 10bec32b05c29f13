import { err, ok, type Result } from "../../../kernel/result.ts";
import { type PatternNode, type PatternProblem, readPatternSyntax } from "./pattern-syntax.ts";

/**
 * A regular expression that is matched in linear time: it reads each character once, and keeps all states that the
 * pattern may be in, of which there are `size` at most. A backtracking matcher tries one way after the other instead, and
 * there may be more of them than it can ever try.
 */
export type LinearPattern = {
  readonly size: number;
  /** Whether the pattern matches some part of the text; anchors bind it to the whole. */
  readonly matches: (text: string) => boolean;
};

const PATTERN_SIZE_MAX = 1_000;

/** Reads a pattern. Errors as `readPatternSyntax`; TOO_LARGE also where repetitions make it too large. */
export function readPattern(source: string): Result<LinearPattern, PatternProblem> {
  const syntax = readPatternSyntax(source);
  if (!syntax.ok) return syntax;
  if (statesOf(syntax.value) > PATTERN_SIZE_MAX) return err("TOO_LARGE");
  const automaton = buildAutomaton(syntax.value);
  return ok({ size: automaton.states.length, matches: (text) => runAutomaton(automaton, text) });
}

/** How many states the automaton of a node has at most: what is repeated stands in it as often. */
function statesOf(node: PatternNode): number {
  switch (node.kind) {
    case "character":
    case "start":
    case "end":
      return 1;
    case "sequence":
    case "choice":
      return node.parts.reduce((sum, part) => sum + statesOf(part), node.parts.length);
    case "repetition":
      return (statesOf(node.of) + 1) * copiesOf(node) + 1;
  }
}

type Repetition = Extract<PatternNode, { readonly kind: "repetition" }>;

const copiesOf = ({ min, max }: Repetition): number =>
  max === Number.POSITIVE_INFINITY ? min + 1 : Math.max(max, 1);

/** Where to go on: at once by all of `to`, or past a character or an edge of the text. */
type State =
  | { readonly kind: "fork"; to: readonly number[] }
  | { readonly kind: "character"; readonly test: number; readonly to: number }
  | { readonly kind: "start" | "end"; readonly to: number }
  | { readonly kind: "found" };

type Automaton = {
  readonly states: readonly State[];
  readonly first: number;
  /** The tests of a character; states that read the same share one. */
  readonly tests: readonly RegExp[];
};

function buildAutomaton(pattern: PatternNode): Automaton {
  const states: State[] = [{ kind: "found" }];
  const sources: string[] = [];
  const add = (state: State): number => states.push(state) - 1;
  const testOf = (source: string): number => {
    const known = sources.indexOf(source);
    return known >= 0 ? known : sources.push(source) - 1;
  };
  /** Built from its end: the states of a node lead to `next`. Returns where it begins. */
  const build = (node: PatternNode, next: number): number => {
    switch (node.kind) {
      case "character":
        return add({ kind: "character", test: testOf(node.source), to: next });
      case "start":
      case "end":
        return add({ kind: node.kind, to: next });
      case "sequence":
        return node.parts.reduceRight((after, part) => build(part, after), next);
      case "choice":
        return add({ kind: "fork", to: node.parts.map((part) => build(part, next)) });
      case "repetition":
        return buildRepetition(node, next);
    }
  };
  const buildRepetition = ({ of, min, max }: Repetition, next: number): number => {
    let begin = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = { kind: "fork" as const, to: [next] };
      begin = add(loop);
      loop.to = [build(of, begin), next];
    } else {
      for (let i = min; i < max; i += 1) begin = add({ kind: "fork", to: [build(of, begin), next] });
    }
    for (let i = 0; i < min; i += 1) begin = build(of, begin);
    return begin;
  };
  const first = build(pattern, 0);
  // One character each, of which a native test takes constant time.
  return { states, first, tests: sources.map((source) => new RegExp(`^(?:${source})$`, "u")) };
}

function runAutomaton({ states, first, tests }: Automaton, text: string): boolean {
  /** For each state the step in which it was entered last, so that none is entered twice in one. */
  const enteredAt = new Int32Array(states.length).fill(-1);
  /** For each test the step in which it was asked last, and its answer, so that no character is tested twice. */
  const testedAt = new Int32Array(tests.length).fill(-1);
  const taken: boolean[] = [];
  let isFound = false;
  const enter = (from: number, at: number, reading: number[]): void => {
    const open = [from];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const state = states[index];
      if (!state || enteredAt[index] === at) continue;
      enteredAt[index] = at;
      if (state.kind === "found") isFound = true;
      else if (state.kind === "character") reading.push(index);
      else if (state.kind === "fork") open.push(...state.to);
      else if (state.kind === "start" ? at === 0 : at === text.length) open.push(state.to);
    }
  };
  const takes = (test: number, character: string, at: number): boolean => {
    if (testedAt[test] !== at) taken[test] = tests[test]?.test(character) ?? false;
    testedAt[test] = at;
    return taken[test] ?? false;
  };
  let at = 0;
  let reading: number[] = [];
  enter(first, at, reading);
  for (const character of text) {
    // Nothing is being read, nor will be: but for the edges of the text, a pattern begins everywhere in the same way.
    if (isFound || (reading.length === 0 && at > 0)) break;
    const before = reading;
    at += character.length;
    reading = [];
    for (const index of before) {
      const state = states[index];
      if (state?.kind === "character" && takes(state.test, character, at)) enter(state.to, at, reading);
    }
    enter(first, at, reading);
  }
  if (!isFound) enter(first, text.length, reading);
  return isFound;
}
