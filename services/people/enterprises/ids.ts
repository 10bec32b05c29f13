export type AuthorityId = `aut_${string}`;
