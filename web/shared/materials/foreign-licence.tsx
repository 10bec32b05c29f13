import { type ReactNode, useState } from "react";
import { day, moment } from "../format/dates.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Facts } from "../ui/facts.tsx";
import { ForeignForm } from "./foreign-form.tsx";
import { useRegionNames } from "./use-region-names.ts";

const TEXTS = {
  use: { zh: "用其他地区颁发的电子证照", en: "Use an electronic licence of another region" },
  another: { zh: "改用另一张其他地区的证照", en: "Show another licence of another region" },
  region: { zh: "颁发地区", en: "Region" },
  type: { zh: "证照", en: "Licence" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  number: { zh: "证照编号", en: "Number of the licence" },
  validUntil: { zh: "证照有效期至", en: "Valid until" },
} satisfies Record<string, Text>;
const stands = (when: string): Text => ({
  zh: `到 ${when} 为止代替这项材料。那时还没有提交的，请重新出示。`,
  en: `It stands for this until ${when}. If you hand in later than that, show it again.`,
});

/** A licence of another region as it was recognised, and kept with the material. */
export type ShownForeign = {
  readonly region: string;
  readonly name: Text;
  readonly issuer: { readonly name: Text };
  readonly number: string;
  readonly validUntil: string | null;
  readonly verifiedAt: string;
};

const DAY_MS = 86_400_000;

/** As the platform has it (schema/licence-recognition.graphql): for a day, or until the licence ends. */
function standsUntil({ verifiedAt, validUntil }: ShownForeign): string {
  const aDayLater = Date.parse(verifiedAt) + DAY_MS;
  const end = validUntil === null ? aDayLater : Date.parse(`${validUntil}T24:00:00+08:00`);
  return new Date(Math.min(aDayLater, end)).toISOString();
}

type ForeignLicenceProps = {
  readonly application: string;
  readonly material: string;
  /** The licence type here that the material asks for. */
  readonly ownType: string;
  /** Of a clerk: that of the person at the window. */
  readonly attendance?: string;
  /** Fills the material now. */
  readonly licence: ShownForeign | null;
};

/** A licence of another region that stands for a material, or the way to show one. */
export function ForeignLicence({ licence, ...of }: ForeignLicenceProps): ReactNode {
  const { say } = useTexts();
  const [isOpened, setOpened] = useState(false);
  return (
    <div className="stack">
      {licence && <Recognised of={licence} />}
      <details onToggle={() => setOpened(true)}>
        <summary>{say(licence ? TEXTS.another : TEXTS.use)}</summary>
        {isOpened && <ForeignForm {...of} />}
      </details>
    </div>
  );
}

function Recognised({ of }: { readonly of: ShownForeign }): ReactNode {
  const { say, language } = useTexts();
  const regionName = useRegionNames();
  const { region, name, issuer, number, validUntil } = of;
  return (
    <>
      <Facts
        of={[
          [say(TEXTS.region), regionName(region)],
          [say(TEXTS.type), say(name)],
          [say(TEXTS.issuer), say(issuer.name)],
          [say(TEXTS.number), number],
          [say(TEXTS.validUntil), validUntil && day(validUntil, language)],
        ]}
      />
      <p className="strong">{say(stands(moment(standsUntil(of), language)))}</p>
    </>
  );
}
