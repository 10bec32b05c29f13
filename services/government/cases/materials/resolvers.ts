import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { Models } from "../../../api/models.ts";
import { personalId, readPersonalId } from "../../../api/personal-id.ts";
import { messageOf, notAllowedNow } from "../../../api/refusals.ts";
import type { Application } from "../application.ts";
import { SCOPE_TO_READ } from "../circle.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { applicantPorts, caseBehind } from "../mandate/applicant-ports.ts";
import { readCaseItem } from "../read-case-item.ts";
import { viewCaseMaterials } from "./case-materials.ts";
import { confirmUpload } from "./confirm-upload.ts";
import { downloadMaterial } from "./download-material.ts";
import type { MaterialFile } from "./material.ts";
import { requestUpload } from "./request-upload.ts";

export const materialResolvers: Resolvers = {
  Mutation: {
    requestMaterialUpload: async (_, { input, idempotencyKey, attendance }, context) => {
      const { record: application, person } = caseBehind(input.application, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const replaces =
        input.replaces == null ? undefined : await ownId(input.replaces, person !== undefined, context);
      const wish = { ...input, application, idempotencyKey, replaces };
      const { files, parts } = context;
      const requested = await requestUpload({ ...ports.value, files, parts }, wish);
      if (requested.ok) {
        const { file, link, application: saved } = requested.value;
        const headers = Object.entries(link?.headers ?? {}).map(([name, value]) => ({ name, value }));
        return {
          __typename: "MaterialUpload",
          file: fileOf(file, saved),
          link: link ? { ...link, headers } : null,
        };
      }
      const { error } = requested;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      if ("state" in error)
        return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
      return error.code === "IDEMPOTENCY_MISMATCH"
        ? { __typename: "IdempotencyMismatch", ...error }
        : { __typename: "NotFound", ...error };
    },
    confirmMaterialUpload: async (_, { application, file, attendance }, context) => {
      const { record, person } = caseBehind(application, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const own = await ownId(file, person !== undefined, context);
      const confirmed = await confirmUpload({ ...ports.value, files: context.files }, record, own);
      if (confirmed.ok) {
        return { __typename: "MaterialFile", ...fileOf(confirmed.value.file, confirmed.value.application) };
      }
      const { error } = confirmed;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      if ("state" in error)
        return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
      return { __typename: "NotFound", ...error };
    },
    downloadMaterial: async (_, { application: id, file: fileId }, context) => {
      const { database, commit, now, requestId, files, consents, accessLog } = context;
      const actor = actorAs(context, "CITIZEN", "OFFICER", "PARTNER");
      const ports = { database, commit, now, requestId, files, consents, accessLog, actor, mode: actor.mode };
      const application = caseBehind(id, context);
      const file = await ownId(fileId, application.person !== undefined, context);
      const download = await downloadMaterial(ports, { application, file });
      if (download.ok) {
        const { url, expiresAt, ...found } = download.value;
        return {
          __typename: "MaterialDownload",
          url,
          expiresAt,
          file: fileOf(found.file, found.application),
        };
      }
      const { error } = download;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "NotFound", ...error };
    },
  },
  Application: {
    materials: async (application, _, context) => {
      const ports = storeOf(context);
      const views = await viewCaseMaterials(ports, application, await readCaseItem(ports, application));
      return views.map((view) => ({
        ...view,
        files: view.files.map((file) => fileOf(file, application)),
      }));
    },
  },
  CaseMaterial: {
    filled: ({ filled }) => (filled?.member ? { ...filled, citizenId: filled.member } : (filled ?? null)),
  },
  FilledMaterial: {
    handedIn: ({ handedIn }) => handedIn ?? null,
    over: ({ over }) => over ?? null,
    unansweredSince: ({ unansweredSince }) => unansweredSince ?? null,
    isOfHousehold: ({ member }) => member !== undefined,
  },
  MaterialFile: {
    id: ({ id, subject }, _, context) =>
      context.actor.kind === "PARTNER" && subject.kind === "PERSON"
        ? personalId("mat", { citizen: subject.citizenId, record: id }, context)
        : id,
    rejection: ({ rejection }) => (rejection ? { code: rejection } : null),
    uploadedAt: ({ uploadedAt }) => uploadedAt ?? null,
    replacedAt: ({ replacedAt }) => replacedAt ?? null,
  },
  FileRejection: { message: messageOf },
};

const fileOf = (file: MaterialFile, { subject }: Application): Models["MaterialFile"] => ({
  ...file,
  subject,
});

const storeOf = ({ database, actor, now, parts }: Context) => ({ database, mode: actor.mode, now, parts });

/** Of a person's case a partner knows a file by an id of its own only; "" for one that it cannot know. */
async function ownId(file: string, isOfPerson: boolean, context: Context): Promise<string> {
  if (context.actor.kind !== "PARTNER" || !isOfPerson) return file;
  return (await readPersonalId(file, SCOPE_TO_READ, context))?.record ?? "";
}
