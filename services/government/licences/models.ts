import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Subject } from "../../field/subject.ts";
import type { CopyUse } from "./copies/copy-use.ts";
import type { CopyVerifier, LicenceCopy } from "./copies/licence-copy.ts";
import type { UsedCopy } from "./copies/use-licence-copy.ts";
import type { Licence } from "./food-business.ts";
import type { KeptKey } from "./issuer-keys/issuer-key.ts";
import type { RecognisedLicence } from "./recognition/recognised-licence.ts";
import type { ElectronicLicence } from "./repository/electronic-licence.ts";
import type { EditedTrust } from "./trust/find-trust-drafts.ts";
import type { LicenceMapping, TrustedIssuer, TrustListVersion } from "./trust/trust-part.ts";
import type { DirectoryEntry } from "./types/directory-entry.ts";
import type { EditedType } from "./types/find-licence-types.ts";
import type { LicenceTemplate, TemplateBlock, TemplateCell } from "./types/licence-template.ts";
import type { LicenceType } from "./types/licence-type.ts";
import type { FilledLicence } from "./verification/find-filled-licence.ts";
import type { Verification } from "./verification/verification.ts";
import type { ShownLicence } from "./wallet/redeem-licence-code.ts";
import type { WalletDevice } from "./wallet/wallet.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly ElectronicLicence: ElectronicLicence;
    readonly FilledLicence: FilledLicence;
    readonly Licence: Licence;
    readonly VerifiedLicence: ElectronicLicence;
    readonly LicenceVerification: Verification;
    readonly LicenceType: LicenceType;
    readonly EditedLicenceType: EditedType;
    readonly LicenceIssuerKey: KeptKey;
    readonly EditedIssuerKey: KeptKey;
    readonly TrustList: TrustListVersion;
    readonly TrustedIssuer: TrustedIssuer;
    readonly LicenceMapping: LicenceMapping;
    readonly TrustDraft: EditedTrust;
    readonly LicenceTemplate: LicenceTemplate;
    readonly LicenceDirectoryEntry: DirectoryEntry;
    readonly TemplateBlock: TemplateBlock;
    readonly TemplateCell: TemplateCell;
    readonly WalletDevice: WalletDevice;
    readonly ShownLicence: ShownLicence & { readonly subject: Subject };
    readonly LicenceNotShown: RefusalModel;
    readonly LicenceCodeRefused: RefusalModel;
    readonly LicenceCopy: LicenceCopy;
    readonly LicenceCopyVerifier: CopyVerifier;
    readonly LicenceCopyUse: CopyUse;
    readonly UsedLicenceCopy: UsedCopy;
    readonly LicenceCopyRefused: RefusalModel;
    readonly RecognisedLicence: RecognisedLicence;
    readonly ForeignLicenceNotUsed: RefusalModel;
    readonly PresentationNotRead: RefusalModel;
    readonly PresentationNotRequested: RefusalModel;
  }
}
