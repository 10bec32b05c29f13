import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ApplicationForInput, Audience } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import type { Problem } from "../../shared/ui/problem.ts";

const START = graphql(`
  mutation DeskStartApplication($input: StartApplicationInput!, $key: ID!, $attendance: ID!) {
    done: startApplication(input: $input, idempotencyKey: $key, attendance: $attendance) {
      __typename
      ... on Application {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "代为申请", en: "Apply for them" },
  item: { zh: "事项", en: "Service" },
  choose: { zh: "请选择", en: "Choose one" },
  missing: { zh: "请选择要申请的事项", en: "Choose the service that they apply for" },
  region: { zh: "地区", en: "Region" },
  noRegion: { zh: "请选择在哪里申请", en: "Choose the region where they apply" },
  start: { zh: "开始填写", en: "Begin" },
  starting: { zh: "正在开始…", en: "Beginning…" },
} satisfies Record<string, Text>;

type Item = { readonly code: string; readonly name: Text; readonly audiences: readonly Audience[] };

type StartCaseProps = {
  readonly attendance: string;
  readonly whose: ApplicationForInput | undefined;
  readonly isWhoseEnterprise: boolean;
  readonly items: readonly Item[];
  /** The items in which the person may act for somebody; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** The item for which they have come. */
  readonly item: string | undefined;
  readonly region: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
};

/** Begins an application for the person at the window, or for somebody whom they act for. */
export function StartCase(of: StartCaseProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { attendance, whose } = of;
  const {
    value: { item, region },
    change,
    forget,
  } = useKept(`start:${attendance}`, () => ({
    item: of.item ?? "",
    region: of.regions.some(({ code }) => code === of.region) ? of.region : "",
  }));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const request = useIdempotencyKey();
  const { send, again, failure, isSending } = useAct(START, ({ id }) => {
    request.forget();
    forget();
    void navigate({ to: "/desk/window/attendance/$attendance/cases/$id", params: { attendance, id } });
  });
  const audience: Audience = of.isWhoseEnterprise ? "LEGAL_PERSON" : "NATURAL_PERSON";
  const offered = of.items.filter(
    ({ code, audiences }) => audiences.includes(audience) && (of.only?.includes(code) ?? true),
  );
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  function start(): void {
    const chosen = offered.find(({ code }) => code === item);
    setProblems([
      ...(chosen ? [] : [{ field: "start-item", text: say(TEXTS.missing) }]),
      ...(region ? [] : [{ field: "start-region", text: say(TEXTS.noRegion) }]),
    ]);
    if (!chosen || !region) return;
    const input = { item, region, ...(whose ? { for: whose } : {}) };
    void send({ input, attendance, key: request.keyFor([attendance, input]) });
  }
  return (
    <section className="part" aria-labelledby="start">
      <h2 id="start">{say(TEXTS.title)}</h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <ErrorSummary problems={problems} />
        <FailureNotice failure={failure} again={again} isSending={isSending} />
        <Choice
          id="start-item"
          label={say(TEXTS.item)}
          value={item}
          problem={problemOf("start-item") ?? refusalAt(failure, "item")}
          options={[
            { value: "", text: say(TEXTS.choose) },
            ...offered.map(({ code, name }) => ({ value: code, text: say(name) })),
          ]}
          choose={(chosen) => change({ item: chosen, region })}
        />
        <Choice
          id="start-region"
          label={say(TEXTS.region)}
          value={region}
          problem={problemOf("start-region") ?? refusalAt(failure, "region")}
          options={[
            { value: "", text: say(TEXTS.choose) },
            ...of.regions.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          choose={(chosen) => change({ item, region: chosen })}
        />
        <p>
          <button className="button" type="submit" aria-disabled={isSending}>
            {say(isSending ? TEXTS.starting : TEXTS.start)}
          </button>
        </p>
      </form>
    </section>
  );
}
