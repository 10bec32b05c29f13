import { ask, type Reply, signedIn } from "../local/local-platform.ts";
import { pdfOf, sha256Of } from "../support/material-files.ts";
import type { Site } from "./site.ts";

/** Cases of the demo citizen that wait for officers, made through the API as their people would. */
export type DeskCity = {
  /** An application for a residence permit: its number, and its id. */
  readonly permit: Handed;
  /** Another one, in another district, with the reason why there are two. */
  readonly second: Handed;
  /** One to draw on the housing fund, which a rule has granted at once. */
  readonly loan: Handed;
};

export type Handed = { readonly id: string; readonly number: string };

type Variables = Readonly<Record<string, unknown>>;
/** Sends an operation as somebody; throws where it is not done. */
export type Sender = <T>(query: string, variables?: Variables) => Promise<T>;

export const senderOf =
  ({ endpoint }: Pick<Site, "endpoint">, by: { readonly token: string }): Sender =>
  async <T>(query: string, variables: Variables = {}) => {
    const { data, errors }: Reply = await ask(endpoint, query, signedIn(by), variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as T;
  };

const START = `mutation ($item: ID!, $region: RegionCode!, $key: ID!, $for: ApplicationForInput) {
  startApplication(idempotencyKey: $key, input: { item: $item, region: $region, for: $for }) { ... on Application { id } }
}`;
const SAVE = `mutation ($id: ID!, $form: JSONObject!) {
  saveApplication(id: $id, form: $form) { __typename ... on Refusal { message } }
}`;
const HAND_IN = `mutation ($id: ID!, $key: ID!, $why: String) {
  submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $why) {
    ... on Application { number status }
    ... on Refusal { message }
    ... on FormIncomplete { problems { message } }
  }
}`;
const ANNOUNCE = `mutation ($input: MaterialUploadInput!, $key: ID!) {
  requestMaterialUpload(input: $input, idempotencyKey: $key) {
    ... on MaterialUpload { file { id } link { method url headers { name value } } }
    ... on Refusal { message }
  }
}`;
const CONFIRM = `mutation ($application: ID!, $file: ID!) {
  confirmMaterialUpload(application: $application, file: $file) { ... on MaterialFile { status } }
}`;
const HELD = `query ($id: ID!) {
  me { payoutAccounts { id isProven } }
  node(id: $id) { ... on Application { materials { code isRequired state } } }
}`;

type Announced = {
  readonly requestMaterialUpload: {
    readonly file: { readonly id: string };
    readonly link: {
      readonly method: string;
      readonly url: string;
      readonly headers: readonly { readonly name: string; readonly value: string }[];
    };
  };
};
type Held = {
  readonly me: { readonly payoutAccounts: readonly { readonly id: string; readonly isProven: boolean }[] };
  readonly node: {
    readonly materials: readonly {
      readonly code: string;
      readonly isRequired: boolean;
      readonly state: string;
    }[];
  };
};

async function upload(send: Sender, application: string, material: string): Promise<void> {
  const bytes = pdfOf(material);
  const input = {
    ...{ application, material, type: "PDF", fileName: `${material}.pdf` },
    ...{ sizeBytes: bytes.length, sha256: sha256Of(bytes) },
  };
  const { requestMaterialUpload } = await send<Announced>(ANNOUNCE, {
    input,
    key: `${application}-${material}`,
  });
  const { file, link } = requestMaterialUpload;
  const headers = Object.fromEntries(link.headers.map(({ name, value }) => [name, value]));
  await fetch(link.url, { method: link.method, headers, body: new Uint8Array(bytes) });
  await send(CONFIRM, { application, file: file.id });
}

type HandedIn = { readonly submitApplication: { readonly number?: string } };

/** Saves what is changed, and hands the application in; the answer is its number. */
export async function handIn(
  send: Sender,
  id: string,
  { key, form, why }: { readonly key: string; readonly form: Variables; readonly why?: string },
): Promise<string> {
  await send(SAVE, { id, form });
  const { submitApplication: handed } = await send<HandedIn>(HAND_IN, { id, key, why });
  if (!handed.number) throw new Error(`${key}: ${JSON.stringify(handed)}`);
  return handed.number;
}

type Wish = {
  readonly item: string;
  readonly region: string;
  readonly key: string;
  readonly form: (account: string | undefined) => Variables;
  readonly why?: string;
  /** Another person or an enterprise, as the schema names them. */
  readonly whose?: object | undefined;
};

export const PERMIT = {
  item: "BJ-GA-JZZSL-001",
  form: () => ({
    ...{ address: "示范路 8 号 2 单元 301", addressRegion: "110105" },
    ...{ residentSince: "2024-09-01", ground: "合法稳定就业" },
  }),
};
export const LOAN = {
  item: "BJ-GJJ-HDTQ-001",
  form: (account: string | undefined) => ({ payoutAccount: account }),
};

/** Begins an application, sends what is asked for, and hands it in. */
export async function apply(send: Sender, { item, region, key, form, whose, ...how }: Wish): Promise<Handed> {
  const { startApplication } = await send<{ readonly startApplication: { readonly id: string } }>(START, {
    ...{ item, region, key: `${key}-begin`, for: whose },
  });
  const { id } = startApplication;
  const { me, node } = await send<Held>(HELD, { id });
  for (const { code, isRequired, state } of node.materials)
    if (isRequired && state === "MISSING") await upload(send, id, code);
  const account = me.payoutAccounts.find(({ isProven }) => isProven)?.id;
  return { id, number: await handIn(send, id, { key, form: form(account), ...how }) };
}

export async function fillDeskCity(site: Site): Promise<DeskCity> {
  const send = senderOf(site, site.demo.citizen);
  const permit = await apply(send, { ...PERMIT, region: "110105", key: "desk-permit" });
  const second = await apply(send, {
    ...{ ...PERMIT, region: "110102", key: "desk-second" },
    why: "两处住址都需要办理。",
  });
  const loan = await apply(send, { ...LOAN, region: "110105", key: "desk-loan" });
  return { permit, second, loan };
}
