import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import type { CaseMaterial } from "../../shared/forms/application-to-fill.ts";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { MaterialPart } from "../../shared/materials/material-part.tsx";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Waiting } from "../../shared/ui/waiting.tsx";
import type { MaterialWays } from "./material-ways.ts";
import { StepFrame, type StepProps } from "./step-frame.tsx";
import { nextKey } from "./steps.ts";

/** Each for some materials alone. */
const HouseholdAsk = lazyPage(() => import("./household-ask.tsx"), "HouseholdAsk");
const ForeignLicence = lazyPage(() => import("../../shared/materials/foreign-licence.tsx"), "ForeignLicence");

const TEXTS = {
  title: { zh: "上传材料", en: "Files" },
  hint: {
    zh: "可以拍照上传。每个文件不超过 20 MB，支持 PDF、JPEG、PNG。传完即保存。",
    en: "Photographs will do. PDF, JPEG or PNG, 20 MB each at most. What was sent is saved.",
  },
  next: { zh: "继续", en: "Continue" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/edit");

type MaterialsStepProps = StepProps & { readonly ways: MaterialWays };

/** The materials, each with what the platform has of it, and the ways to fill it. */
export function MaterialsStep({ ways, ...of }: MaterialsStepProps): ReactNode {
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
        <MaterialPart key={material.code} of={material} application={application}>
          <OtherWays application={application.id} of={material} ways={ways} />
        </MaterialPart>
      ))}
      <p>
        <Link className="button" to="/cases/$id/edit" params={{ id: application.id }} search={{ step: next }}>
          {say(TEXTS.next)}
        </Link>
      </p>
    </StepFrame>
  );
}

type OtherWaysProps = {
  readonly application: string;
  readonly of: CaseMaterial;
  readonly ways: MaterialWays;
};

/** The ways to fill a material without a file, where it has any. */
function OtherWays({ application, of, ways }: OtherWaysProps): ReactNode {
  const isThis = ({ code }: { readonly code: string }): boolean => code === of.code;
  const { licenceOf, replacedByLicence } = ways.item.materials.find(isThis) ?? {};
  const way = ways.materials?.find(isThis);
  if (licenceOf === "HOUSEHOLD")
    return (
      <Suspense fallback={<Waiting />}>
        <HouseholdAsk application={application} of={of} ask={way?.ask ?? null} />
      </Suspense>
    );
  if (!replacedByLicence || !of.isEditable) return null;
  return (
    <Suspense fallback={<Waiting />}>
      <ForeignLicence
        application={application}
        material={of.code}
        ownType={replacedByLicence}
        licence={way?.filled?.foreignLicence ?? null}
      />
    </Suspense>
  );
}
