import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { EndGuardian } from "./end-guardian.tsx";
import { OwnLabour } from "./own-labour.tsx";
import { RecordGuardian } from "./record-guardian.tsx";
import { WrittenAuthority } from "./written-authority.tsx";

const TEXTS = {
  title: { zh: "监护、未成年人和委托", en: "Guardians, minors and authorities" },
  record: { zh: "登记来人为监护人", en: "Record them as a guardian" },
  authority: { zh: "登记书面委托", en: "Record a written authority" },
  end: { zh: "终止监护登记", en: "End a guardianship" },
  ownLabour: { zh: "十六、十七周岁，靠自己劳动生活", en: "16 or 17, living on their own labour" },
} satisfies Record<string, Text>;

type AttendedFamilyProps = {
  readonly attendance: string;
  /** Of the person at the window. */
  readonly name: string;
};

/** The papers by which somebody acts for a minor or for another, or a minor for themselves. */
export function AttendedFamily({ attendance, name }: AttendedFamilyProps): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part" aria-labelledby="family">
      <h2 id="family">{say(TEXTS.title)}</h2>
      <details>
        <summary>{say(TEXTS.record)}</summary>
        <RecordGuardian attendance={attendance} name={name} />
      </details>
      <details>
        <summary>{say(TEXTS.ownLabour)}</summary>
        <OwnLabour attendance={attendance} />
      </details>
      <details>
        <summary>{say(TEXTS.end)}</summary>
        <EndGuardian attendance={attendance} />
      </details>
      <details>
        <summary>{say(TEXTS.authority)}</summary>
        <WrittenAuthority attendance={attendance} />
      </details>
    </section>
  );
}
