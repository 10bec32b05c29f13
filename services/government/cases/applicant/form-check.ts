import { dateAt } from "../../../kernel/civil-date.ts";
import type { Log } from "../../../kernel/process/log.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { askedOf, compileForm, type FormJudge } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";
import type { FormProblem } from "../form-problem.ts";
import type { HeldMark } from "../held/held-form.ts";
import { problemOf } from "./form-findings.ts";
import { checkForm } from "./form-limits.ts";

/** The form of a version of an item. */
export type FormSchema = {
  readonly code: string;
  readonly version: number;
  readonly form: Readonly<Record<string, unknown>>;
};

export type JudgingPorts = { readonly now: Instant; readonly log: Log };

const PROBLEMS_MAX = 100;
const LOGGED_MAX = 200;

const UNUSABLE: FormProblem = { code: "FORM_UNUSABLE", path: [] };

/** The versions of items of which the log has been told that their forms cannot be used. */
const logged = new Set<string>();

/** Keywords that only say that others under them failed, or that none did. */
const COMPOUND: readonly string[] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/**
 * All that keeps a form from being handed in: none for one that its item's form takes today; `held` are the fields that the
 * platform has filled in. Nothing can be handed in by
 * a form that is none, as versions may have it that were published before forms had a profile; that is logged once.
 */
export function formProblems(
  item: FormSchema,
  form: FormData,
  { now, log }: JudgingPorts,
  held: readonly Pick<HeldMark, "path">[] = [],
): readonly FormProblem[] {
  const usable = checkForm(form);
  if (!usable.ok) return [{ ...usable.error, path: usable.error.path.slice(1) }];
  const judge = judgeOf(item, log);
  if (!judge) return [UNUSABLE];
  const place = { today: dateAt(now), filledIn: askedOf(item.form, form) };
  const findings = judge(place.filledIn, place.today);
  const plain = findings.filter(({ keyword }) => !COMPOUND.includes(keyword));
  const problems = (plain.length > 0 ? plain : findings)
    .map((finding) => problemOf(finding, item.form, place))
    .filter(({ path }) => !isHeld(path, held))
    .slice(0, PROBLEMS_MAX);
  const places = Map.groupBy(problems, ({ path }) => path.join("/"));
  return [...places.values()].flatMap(([first]) => first ?? []);
}

/** Nobody could mend what the platform itself has filled in. */
const isHeld = (path: readonly string[], held: readonly Pick<HeldMark, "path">[]): boolean =>
  held.some((mark) => mark.path.length === path.length && mark.path.every((step, i) => step === path[i]));

/** Whether a form can be filled in at all. */
export const isUsable = (item: FormSchema, { log }: Pick<JudgingPorts, "log">): boolean =>
  judgeOf(item, log) !== undefined;

function judgeOf({ code, version, form }: FormSchema, log: Log): FormJudge | undefined {
  const made = compileForm(form);
  if (made.ok) return made.value;
  const key = `${code}.${version}`;
  if (!logged.has(key)) {
    log("ERROR", "a published form cannot be used", { item: code, version });
    if (logged.size >= LOGGED_MAX) logged.clear();
    logged.add(key);
  }
  return undefined;
}
