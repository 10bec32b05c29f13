/** A licence of the repository, over all of its versions. */
export type LicenceId = `lic_${string}`;

/** A partner's request that a wallet presents a licence. */
export type PresentationRequestId = `vpr_${string}`;

/** A phone whose key is bound to a person: the same for the same key and person. */
export type WalletDeviceId = `wdv_${string}`;

/** A copy of a licence for one verifier and one purpose. */
export type LicenceCopyId = `lcp_${string}`;
