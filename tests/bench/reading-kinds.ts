/** What is measured on the same list, one after the other. */
export const KINDS = ['bare', 'scan', 'full', 'marked', 'markjs', 'replace'] as const;
export type Kind = (typeof KINDS)[number];
