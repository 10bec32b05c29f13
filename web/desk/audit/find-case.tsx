import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";

const FIND = graphql(`
  query DeskFindToAudit($number: String!) {
    searchApplications(number: $number, first: 1) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

const TEXTS = {
  number: { zh: "办件编号", en: "Case number" },
  find: { zh: "查找", en: "Find" },
  finding: { zh: "正在查找…", en: "Looking…" },
  unknown: {
    zh: "辖区内没有这个编号的办件。",
    en: "There is no case with this number in your jurisdiction.",
  },
  empty: { zh: "请输入办件编号。", en: "Type a case number." },
} satisfies Record<string, Text>;

/** A case by its number; nothing of it but an opaque id gets into the address. */
export function FindCase(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value: number, change: setNumber, forget } = useKept("find-case", () => "");
  const [problem, setProblem] = useState<Text>();
  const [outcome, setOutcome] = useState<NotDone>();
  const [isAsking, setAsking] = useState(false);
  async function find(): Promise<void> {
    if (isAsking) return;
    setProblem(number.trim() === "" ? TEXTS.empty : undefined);
    setOutcome(undefined);
    if (number.trim() === "") return;
    setAsking(true);
    const answer = await ask(FIND, { number: number.trim() });
    setAsking(false);
    const trouble = answer.ok ? troubleAt(answer.errors, ["searchApplications"]) : answer.trouble;
    if (trouble) return setOutcome({ kind: "trouble", trouble });
    const found = answer.ok ? answer.data.searchApplications?.edges[0]?.node.id : undefined;
    if (found === undefined) return setProblem(TEXTS.unknown);
    forget();
    await navigate({ to: "/desk/audit/$id", params: { id: found } });
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void find();
  }
  return (
    <search className="part">
      <form className="form" noValidate onSubmit={submit}>
        <FailureNotice failure={outcome} again={() => void find()} isSending={isAsking} />
        {problem === TEXTS.unknown && <Notice tone="bad" title={say(problem)} isNews />}
        <div className="search">
          <Field id="number" label={say(TEXTS.number)} problem={problem && say(problem)}>
            {(marks) => (
              <input
                {...marks}
                inputMode="numeric"
                autoComplete="off"
                maxLength={30}
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
          <button className="button button-plain" type="submit" aria-disabled={isAsking}>
            {say(isAsking ? TEXTS.finding : TEXTS.find)}
          </button>
        </div>
      </form>
    </search>
  );
}
