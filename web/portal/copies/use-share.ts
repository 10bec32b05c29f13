import { useState } from "react";
import { dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalShareLicenceMutation, ShareLicenceInput } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import type { Text } from "../../shared/texts/text.ts";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import type { ShownField } from "../../shared/wallet/kept-licences.ts";
import { type ShareDays, shareDays } from "./share-days.ts";

const SHARE = graphql(`
  mutation PortalShareLicence($key: ID!, $input: ShareLicenceInput!) {
    shareLicence(idempotencyKey: $key, input: $input) {
      __typename
      ... on SharedLicenceCopy {
        code
        presentation
        copy {
          id
          verifier {
            partner
            name
          }
          purpose
          until
          uses
        }
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
      ... on SecretNoLongerShown {
        about
      }
    }
  }
`);

type ShareResult = NonNullable<PortalShareLicenceMutation["shareLicence"]>;

/** A copy as it was shared, with its code. It lives in the page alone. */
export type Shared = Extract<ShareResult, { __typename: "SharedLicenceCopy" }>;

/** A copy as it is filled in. Of the two ways to name its verifier the one of `kind` counts. */
export type Wish = {
  readonly kind: "name" | "partner";
  readonly name: string;
  readonly partner: string;
  readonly purpose: string;
  readonly case: string;
  readonly fields: readonly string[];
  readonly until: string;
  readonly uses: number;
};

export type ShareProps = {
  readonly licence: string;
  /** The licence's own last day; null for one without an end. */
  readonly validUntil: string | null;
  readonly fields: readonly ShownField[];
  readonly done: (shared: Shared) => void;
};

/** The copy is there, and its code is shown no more. */
type Lost = { readonly kind: "lost"; readonly copy: string };

export type ShareForm = {
  readonly wish: Wish;
  readonly days: ShareDays;
  readonly fill: (change: Partial<Wish>) => void;
  readonly submit: () => void;
  readonly isSending: boolean;
  readonly failure: NotDone | undefined;
  readonly lost: Lost | undefined;
} & Pick<ReturnType<typeof useProblems>, "problems" | "problemOf">;

const MISSING = {
  name: { zh: "请写明给谁用", en: "Say whom it is for" },
  partner: { zh: "请填写合作单位的编号", en: "Write the partner's id" },
  purpose: { zh: "请写明做什么用", en: "Say what it is for" },
  until: { zh: "请填写最后一天", en: "Say on which day it ends" },
} satisfies Record<string, Text>;

/** The ids of the controls, by the places of the input as the API names them. */
export const FIELDS = {
  name: "copy-name",
  partner: "copy-partner",
  purpose: "copy-purpose",
  case: "copy-case",
  fields: "copy-fields",
  until: "copy-until",
  uses: "copy-uses",
} as const;

/** A copy to be shared. All that is typed is kept in this tab until it is shared; its code never is. */
export function useShare({ licence, validUntil, fields, done }: ShareProps): ShareForm {
  const days = shareDays(dateAt(new Date()), validUntil);
  const draft = useKeptDraft(`copy:${licence}`, () => emptyWish(days));
  const change = useChange(SHARE);
  const { problems, problemOf, find } = useProblems();
  const [failure, setFailure] = useState<NotDone | Lost>();
  const { value: wish, key } = draft;

  function tell(result: Exclude<ShareResult, Shared>): void {
    // Nothing more is to be had under this key: the same once more is another copy.
    draft.change(wish);
    const field = result.__typename === "InvalidInput" ? fieldAt(result.path, wish) : undefined;
    if (field) find([{ field, text: result.message }]);
    else if (result.__typename === "SecretNoLongerShown") setFailure({ kind: "lost", copy: result.about });
    else setFailure({ kind: "refused", message: result.message });
  }

  async function send(): Promise<void> {
    if (change.isSending) return;
    setFailure(undefined);
    const came = resultIn(await change.send({ key, input: inputOf(licence, wish, fields) }), "shareLicence");
    if (came.kind === "trouble") return setFailure(came);
    if (came.result.__typename !== "SharedLicenceCopy") return tell(came.result);
    draft.forget();
    done(came.result);
  }

  return {
    ...{ wish, days, problems, problemOf, isSending: change.isSending },
    failure: failure?.kind === "lost" ? undefined : failure,
    lost: failure?.kind === "lost" ? failure : undefined,
    fill: (part) => draft.change({ ...wish, ...part }),
    submit: () => {
      const missing = missingIn(wish);
      find(missing);
      if (missing.length === 0) void send();
    },
  };
}

const emptyWish = ({ usual }: ShareDays): Wish => ({
  ...{ kind: "name", name: "", partner: "", purpose: "", case: "", fields: [] },
  ...{ until: usual, uses: 1 },
});

/** All that is not filled in; whether the rest holds is the platform's to say. */
function missingIn(wish: Wish): readonly FoundProblem[] {
  const needed = [wish.kind, "purpose", "until"] as const;
  return needed
    .filter((name) => wish[name].trim() === "")
    .map((name) => ({ field: FIELDS[name], text: MISSING[name] }));
}

function inputOf(licence: string, wish: Wish, offered: readonly ShownField[]): ShareLicenceInput {
  const about = wish.case.trim();
  return {
    ...{ licence, purpose: wish.purpose.trim(), until: wish.until, uses: wish.uses },
    verifier: { [wish.kind]: wish[wish.kind].trim() },
    // A draft may be older than the licence's version.
    fields: wish.fields.filter((name) => offered.some((one) => one.name === name)),
    ...(about === "" ? {} : { case: about }),
  };
}

/** The control that a place of the input is about; of the verifier as such, the one that names it. */
function fieldAt(path: readonly string[], { kind }: Wish): string | undefined {
  const last = path.at(-1);
  if (last === "verifier") return FIELDS[kind];
  return Object.entries(FIELDS).find(([name]) => name === last)?.[1];
}
