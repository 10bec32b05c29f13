import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { MaterialPart } from "../../shared/materials/material-part.tsx";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { StepFrame, type StepProps } from "./step-frame.tsx";
import { nextKey } from "./steps.ts";

const TEXTS = {
  title: { zh: "上传材料", en: "Files" },
  hint: {
    zh: "可以拍照上传。每个文件不超过 20 MB，支持 PDF、JPEG、PNG。传完即保存。",
    en: "Photographs will do. PDF, JPEG or PNG, 20 MB each at most. What was sent is saved.",
  },
  next: { zh: "继续", en: "Continue" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/edit");

/** The materials, each with what the platform has of it, and a way to send it. */
export function MaterialsStep(of: StepProps): ReactNode {
  const { say } = useTexts();
  const { from } = route.useSearch();
  const { application } = of.filling;
  const next = nextKey(of.steps, of.step, from);
  const isCorrection = application.status === "CORRECTION";
  const shown = (application.materials ?? []).filter(({ isEditable }) => isEditable || !isCorrection);
  return (
    <StepFrame {...of} title={say(TEXTS.title)}>
      <p>{say(TEXTS.hint)}</p>
      {shown.map((material) => (
        <MaterialPart key={material.code} of={material} application={application} />
      ))}
      <p>
        <Link className="button" to="/cases/$id/edit" params={{ id: application.id }} search={{ step: next }}>
          {say(TEXTS.next)}
        </Link>
      </p>
    </StepFrame>
  );
}
