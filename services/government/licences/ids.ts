/** A licence of the repository, over all of its versions. */
export type LicenceId = `lic_${string}`;
