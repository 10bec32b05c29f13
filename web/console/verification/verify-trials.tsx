import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { TextField } from "../../shared/ui/text-field.tsx";
import { TrialForm } from "../docs/trial-form.tsx";
import { BY_CODE, VERIFY } from "./verification-calls.ts";

const TEXTS = {
  verify: { zh: "试：按标识核验", en: "Try: verify by the identifier" },
  verifyAbout: {
    zh: "测试密钥只看到沙箱里颁发的证照；正式环境的证照用正式密钥。带末 6 位的核验会记入持证人的核验记录。",
    en: "A test key sees licences of the sandbox alone; those in earnest take a live key. A verification with an ending goes into the holder's record.",
  },
  identifier: { zh: "电子证照标识", en: "Identifier of the licence" },
  identifierHint: {
    zh: "印在证照上，以 1.2.156.3005.2 开头；二维码里在 # 之后",
    en: "It is printed on the licence and begins with 1.2.156.3005.2; in its code it stands behind the #",
  },
  ending: { zh: "持证人号码的最后 6 位", en: "Last six characters of the holder's number" },
  endingHint: { zh: "不填的，只答复状态", en: "Left out, the answer is how it stands, and no more" },
  noIdentifier: { zh: "请填写电子证照标识", en: "Write the identifier of the licence" },
  code: { zh: "试：读取证照码", en: "Try: read a code" },
  codeAbout: {
    zh: "密钥要有“读取出示的电子证照”的权限。一个码只能读取一次，60 秒内有效；持证人会得知是您读取的。",
    en: "The key needs the scope “Reading licences that are shown”. Each code is read once, within 60 seconds, and its holder is told that it was you.",
  },
  shown: { zh: "证照码", en: "Code" },
  shownHint: {
    zh: "持证人手机上出示的 26 位字母和数字",
    en: "26 letters and digits, as the holder's phone shows it",
  },
  noCode: { zh: "请填写证照码", en: "Write the code" },
} satisfies Record<string, Text>;

const IDENTIFIER = "verify-identifier";
const ENDING = "verify-ending";
const CODE = "code-shown";

type TrialProps = Pick<Parameters<typeof TrialForm>[0], "pasted">;

/** A verification by an identifier, as a partner sends it. */
export function VerifyTrial({ pasted }: TrialProps): ReactNode {
  const { say } = useTexts();
  const [identifier, setIdentifier] = useState("");
  const [ending, setEnding] = useState("");
  const given = { identifier: identifier.trim(), holderEnding: ending.trim() };
  const variables = given.holderEnding === "" ? { identifier: given.identifier } : given;
  return (
    <TrialForm
      {...{ id: "verify", title: TEXTS.verify, about: TEXTS.verifyAbout, pasted }}
      call={{ query: VERIFY, variables }}
      missing={given.identifier === "" ? [{ field: IDENTIFIER, text: TEXTS.noIdentifier }] : []}
      fields={(problemOf) => (
        <>
          <TextField
            {...{ id: IDENTIFIER, problem: problemOf(IDENTIFIER), maxLength: 200 }}
            label={say(TEXTS.identifier)}
            hint={say(TEXTS.identifierHint)}
            of={{ value: identifier, change: setIdentifier }}
          />
          <TextField
            {...{ id: ENDING, problem: problemOf(ENDING), maxLength: 6 }}
            label={say(TEXTS.ending)}
            hint={say(TEXTS.endingHint)}
            of={{ value: ending, change: setEnding }}
          />
        </>
      )}
    />
  );
}

/** The reading of a code that a holder shows. */
export function CodeTrial({ pasted }: TrialProps): ReactNode {
  const { say } = useTexts();
  const [code, setCode] = useState("");
  return (
    <TrialForm
      {...{ id: "code", title: TEXTS.code, about: TEXTS.codeAbout, pasted }}
      call={{ query: BY_CODE, variables: { code: code.trim() } }}
      missing={code.trim() === "" ? [{ field: CODE, text: TEXTS.noCode }] : []}
      fields={(problemOf) => (
        <TextField
          {...{ id: CODE, problem: problemOf(CODE), maxLength: 40 }}
          label={say(TEXTS.shown)}
          hint={say(TEXTS.shownHint)}
          of={{ value: code, change: setCode }}
        />
      )}
    />
  );
}
