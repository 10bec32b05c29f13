import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { useOfficer } from "../use-officer.ts";
import { EndGuardian } from "../window/end-guardian.tsx";
import { RecordGuardian } from "../window/record-guardian.tsx";
import { RecordEnterprise } from "./record-enterprise.tsx";

const TEXTS = {
  title: { zh: "登记簿", en: "Registers" },
  about: {
    zh: "把登记簿记载的内容录入平台，平台据此认定谁可以代表谁办事。",
    en: "Puts what registers state on record here; by it the platform knows who may act for whom.",
  },
  enterprise: { zh: "登记企业", en: "An enterprise" },
  guardian: { zh: "登记监护人", en: "A guardian" },
  end: { zh: "终止监护登记", en: "The end of a guardianship" },
} satisfies Record<string, Text>;

/** The work of registrars: enterprises and guardianships as registers state them. */
export function RegisterPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={useOfficer()}>
        {({ viewer }) => (
          <>
            <section className="part" aria-labelledby="enterprise">
              <h2 id="enterprise">{say(TEXTS.enterprise)}</h2>
              <RecordEnterprise regions={viewer.regions ?? []} />
            </section>
            <section className="part" aria-labelledby="guardian">
              <h2 id="guardian">{say(TEXTS.guardian)}</h2>
              <RecordGuardian attendance={undefined} name="" />
            </section>
            <section className="part" aria-labelledby="guardian-end">
              <h2 id="guardian-end">{say(TEXTS.end)}</h2>
              <EndGuardian attendance={undefined} />
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}
