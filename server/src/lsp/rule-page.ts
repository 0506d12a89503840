/** Where the pages of the rules are read: the folder `docs/rules` of the repository that package.json names. */
const PAGES = 'https://github.com/zonewright/zonewright/blob/main/docs/rules/';

/** The page of a rule; findings about what no rule covers have none. */
export const rulePage = (code: string): string => `${PAGES}${code}.md`;
