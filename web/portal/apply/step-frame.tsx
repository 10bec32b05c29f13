import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { moment } from "../../shared/format/dates.ts";
import type { Filling } from "../../shared/forms/use-filling.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import type { Step } from "./steps.ts";

export type StepProps = {
  readonly filling: Filling;
  readonly steps: readonly Step[];
  readonly step: Step;
};

const TEXTS = {
  back: { zh: "上一步", en: "Back" },
  saved: { zh: "上次保存：", en: "Saved " },
  correction: { zh: "补正", en: "Putting right" },
} satisfies Record<string, Text>;
const placeOf = (n: number, of: number): Text => ({
  zh: `第 ${n} 步，共 ${of} 步`,
  en: `Step ${n} of ${of}`,
});
const forWhom = (name: string): Text => ({ zh: `为${name}办理`, en: `for ${name}` });

const route = getRouteApi("/cases/$id/edit");

type StepFrameProps = StepProps & { readonly title: string; readonly children: ReactNode };

/** The frame of each step: its name, of which application it is, for whom, and how far one has come. */
export function StepFrame({ title, children, filling, steps, step }: StepFrameProps): ReactNode {
  const { say, language } = useTexts();
  const { item, capacity, subject, savedAt, status } = filling.application;
  const { from } = route.useSearch();
  const place = steps.indexOf(step);
  const before = from === "check" ? "check" : steps[place - 1]?.key;
  const parts = [
    say(item.name),
    capacity === "SELF" || !subject.name ? undefined : say(forWhom(subject.name)),
    status === "CORRECTION" ? say(TEXTS.correction) : undefined,
    say(placeOf(place + 1, steps.length)),
  ];
  useFocusOnField();
  return (
    <Page title={title} isNarrow>
      <p className="soft">{parts.filter(Boolean).join(" · ")}</p>
      {children}
      <div className="row">
        {before ? (
          <Link
            className="link-target"
            to="/cases/$id/edit"
            params={{ id: filling.application.id }}
            search={{ step: before }}
          >
            {say(TEXTS.back)}
          </Link>
        ) : (
          <span />
        )}
        <span className="soft small">
          {say(TEXTS.saved)}
          {moment(savedAt, language)}
        </span>
      </div>
    </Page>
  );
}

/** A reader who is led here by a problem, or to change an answer, begins at its field. */
function useFocusOnField(): void {
  useEffect(() => {
    if (location.hash.length > 1)
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
  }, []);
}
