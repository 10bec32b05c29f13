/** Of the enterprise that has this credit code. */
export type EnterpriseId = `ent_${string}`;
export type AuthorityId = `aut_${string}`;
