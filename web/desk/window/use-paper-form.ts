import type { Act } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { useProblems } from "../../shared/ui/use-problems.ts";

const NO_PAPER: Text = { zh: "请填写文书的编号", en: "Write the number of the paper" };

/** The paper's own number, which every form asks for. */
export const PAPER = "paper";

/** A fact that stands on a paper. */
export type PaperField<Name extends string> = {
  /** The steps of its place in the input, with a dash between them. */
  readonly name: Name;
  readonly label: Text;
  readonly hint?: Text;
  /** Said where it is empty; a field without it may be. */
  readonly missing?: Text;
} & (
  | { readonly kind: "NAME" | "TITLE" | "NUMBER" | "DAY" }
  | { readonly kind: "CHOICE"; readonly options: readonly { readonly value: string; readonly text: Text }[] }
);

/** The facts as they are sent, numbers in their one form. */
export type Stated<Name extends string> = Readonly<Record<Name | typeof PAPER, string>>;

export type PaperWish<Name extends string, V, Result> = {
  /** Of the form; the ids of its fields begin with it. */
  readonly id: string;
  /** The visit in which it is recorded, whose typed texts are its own; undefined for no visit. */
  readonly attendance: string | undefined;
  /** It is read in a register, and no paper is asked for. */
  readonly isOfRegister?: true;
  readonly fields: readonly PaperField<Name>[];
  readonly empty: Readonly<Record<Name, string>>;
  readonly act: Act<V, Result>;
  readonly variablesOf: (stated: Stated<Name>) => V;
};

type PaperState<Name extends string> = {
  readonly facts: Readonly<Record<Name, string>>;
  readonly changeFact: (name: Name, text: string) => void;
  readonly paper: string;
  readonly changePaper: (text: string) => void;
  readonly problems: readonly Problem[];
  readonly problemAt: (field: string) => string | undefined;
  readonly idOf: (name: string) => string;
  readonly send: () => void;
};

/** A paper as a clerk writes it down: it stays until it is on record. */
export function usePaperForm<Name extends string, V, Result>(
  wish: PaperWish<Name, V, Result>,
): PaperState<Name> {
  const { id, fields, act, isOfRegister } = wish;
  const visit = wish.attendance ?? "";
  // Numbers and names of visitors go with the page: nothing of them stays in the clerk's tab.
  const facts = useKept(`${id}:${visit}`, () => wish.empty, "memory");
  const paper = useKept(`${id}-paper:${visit}`, () => "");
  const { problems: missing, find } = useProblems();
  const idOf = (name: string): string => `${id}-${name}`;
  const refused = refusedField(act.ended, ([, ...steps]) => {
    const name = steps.join("-");
    return name === PAPER || fields.some((field) => field.name === name) ? idOf(name) : undefined;
  });
  const problems = [...missing, ...refused];

  async function send(): Promise<void> {
    const found = [
      ...fields.map(({ name, missing: text }) => ({ name, text, value: facts.value[name] })),
      ...(isOfRegister ? [] : [{ name: PAPER, text: NO_PAPER, value: paper.value }]),
    ].flatMap(({ name, text, value }) => (text && value.trim() === "" ? [{ field: idOf(name), text }] : []));
    find(found);
    if (found.length > 0) return act.forget();
    const stated = { ...statedIn(fields, facts.value), [PAPER]: paper.value.trim() };
    const end = await act.send(wish.variablesOf(stated));
    if (end?.kind !== "done") return;
    facts.forget();
    paper.forget();
  }

  return {
    ...{ facts: facts.value, paper: paper.value, problems, idOf },
    problemAt: (field) => problems.find((one) => one.field === field)?.text,
    changeFact: (name, text) => {
      act.forget();
      facts.change({ ...facts.value, [name]: text });
    },
    changePaper: (text) => {
      act.forget();
      paper.change(text);
    },
    send: () => void send(),
  };
}

function statedIn<Name extends string>(
  fields: readonly PaperField<Name>[],
  facts: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const stated: Record<Name, string> = { ...facts };
  for (const { name, kind } of fields)
    stated[name] = kind === "NUMBER" ? facts[name].replaceAll(/\s/g, "").toUpperCase() : facts[name].trim();
  return stated;
}
