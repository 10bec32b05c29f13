import { type FormEvent, type ReactNode, useState } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type {
  AuditFindingKind,
  KnownEntryInput,
  TrailVerificationFragment,
} from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Problem } from "../../shared/ui/problem.ts";

export const TRAIL_VERIFICATION = graphql(`
  fragment TrailVerification on AuditTrailVerification {
    entries
    lastHash
    isIntact
    next
    finding {
      kind
      sequence
      message
    }
  }
`);

const VERIFY = graphql(`
  query DeskVerifyAuditTrail($id: ID!, $known: KnownEntryInput, $after: String) {
    done: verifyAuditTrail(application: $id, known: $known, after: $after) {
      __typename
      ...TrailVerification
      ... on NotFound {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "核对结果", en: "The verification" },
  intact: { zh: "记录完整，没有改动", en: "The trail is as it was written" },
  broken: { zh: "记录与当初写入的不一致", en: "The trail is not as it was written" },
  unfinished: { zh: "还没有核对完", en: "Not all of it is verified yet" },
  goOn: { zh: "继续核对", en: "Go on" },
  verifying: { zh: "正在核对…", en: "Verifying…" },
  place: { zh: "位置", en: "Where" },
  kind: { zh: "发现", en: "Finding" },
  entries: { zh: "一致的记录", en: "Entries as they were written" },
  hash: { zh: "最后一条的校验值", en: "The last one's check value" },
  keep: {
    zh: "请把条数和校验值另外保存。下次用它们核对，就能证明到这里为止的记录此后没有被改写过。",
    en: "Keep the number and the check value elsewhere. With them a later verification proves that nothing up to here was rewritten since.",
  },
  known: { zh: "与以前的核对比较", en: "Compare with an earlier verification" },
  knownEntries: { zh: "当时的条数", en: "How many entries there were" },
  knownHash: { zh: "当时的校验值", en: "The check value then" },
  missing: { zh: "请填写当时的条数和校验值", en: "Fill in the number of entries and the check value" },
  compare: { zh: "核对", en: "Verify" },
} satisfies Record<string, Text>;
const entryText = (sequence: number): Text => ({ zh: `第 ${sequence} 条`, en: `Entry ${sequence}` });

const FINDINGS: Readonly<Record<AuditFindingKind, Text>> = {
  CHANGED: { zh: "内容被改动", en: "Changed" },
  REMOVED: { zh: "被删除", en: "Removed" },
  INSERTED: { zh: "不是平台写入的", en: "Not written by the platform" },
};

type VerificationProps = { readonly id: string; readonly first: TrailVerificationFragment };

/** How far the trail was verified, and what was found; it can be compared with what an auditor has kept. */
export function Verification({ id, first }: VerificationProps): ReactNode {
  const { say } = useTexts();
  const [later, setLater] = useState<TrailVerificationFragment>();
  const { send, again, failure, isSending } = useAct(VERIFY, (done) =>
    setLater(readFragment(TRAIL_VERIFICATION, done)),
  );
  const found = later ?? first;
  // A long trail is compared to its end: the entry that was kept may stand behind what one answer has verified.
  const [known, setKnown] = useState<KnownEntryInput>();
  return (
    <section className="part" aria-labelledby="verification">
      <h2 id="verification">{say(TEXTS.title)}</h2>
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <Found of={found} />
      {found.next !== null && (
        <p>
          <button
            className="button"
            type="button"
            aria-disabled={isSending}
            onClick={() => void send({ id, after: found.next, ...(known ? { known } : {}) })}
          >
            {say(isSending ? TEXTS.verifying : TEXTS.goOn)}
          </button>
        </p>
      )}
      <details>
        <summary>{say(TEXTS.known)}</summary>
        <Compare
          isSending={isSending}
          compare={(kept) => {
            setKnown(kept);
            void send({ id, known: kept });
          }}
        />
      </details>
    </section>
  );
}

function Found({
  of: { entries, lastHash, isIntact, finding },
}: {
  readonly of: TrailVerificationFragment;
}): ReactNode {
  const { say } = useTexts();
  const [tone, title] = finding
    ? (["bad", TEXTS.broken] as const)
    : isIntact === null
      ? (["act", TEXTS.unfinished] as const)
      : (["good", TEXTS.intact] as const);
  return (
    <>
      <Notice tone={tone} title={say(title)} isNews>
        {finding && (
          <>
            <p>{finding.message}</p>
            <Facts
              of={[
                [say(TEXTS.place), say(entryText(finding.sequence))],
                [say(TEXTS.kind), say(FINDINGS[finding.kind])],
              ]}
            />
          </>
        )}
      </Notice>
      <Facts
        of={[
          [say(TEXTS.entries), entries],
          [say(TEXTS.hash), <code key="hash">{lastHash}</code>],
        ]}
      />
      <p className="soft small">{say(TEXTS.keep)}</p>
    </>
  );
}

type CompareProps = {
  readonly isSending: boolean;
  readonly compare: (known: KnownEntryInput) => void;
};

function Compare({ isSending, compare }: CompareProps): ReactNode {
  const { say } = useTexts();
  const { value: known, change } = useKept("audit:known", () => ({ entries: "", hash: "" }));
  const { entries, hash } = known;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const isWrong = !/^[1-9]\d{0,8}$/.test(entries.trim()) || hash.trim() === "";
    setProblems(isWrong ? [{ field: "known-entries", text: say(TEXTS.missing) }] : []);
    if (!isWrong) compare({ sequence: Number(entries), hash: hash.trim() });
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <Field id="known-entries" label={say(TEXTS.knownEntries)} problem={problems[0]?.text}>
        {(marks) => (
          <input
            {...marks}
            inputMode="numeric"
            autoComplete="off"
            value={entries}
            onChange={(event) => change({ ...known, entries: event.target.value })}
          />
        )}
      </Field>
      <Field id="known-hash" label={say(TEXTS.knownHash)}>
        {(marks) => (
          <input
            {...marks}
            autoComplete="off"
            spellCheck={false}
            value={hash}
            onChange={(event) => change({ ...known, hash: event.target.value })}
          />
        )}
      </Field>
      <p>
        <button className="button button-plain" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.verifying : TEXTS.compare)}
        </button>
      </p>
    </form>
  );
}
