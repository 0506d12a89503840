import { allCodes } from '../../findings/codes/index.ts';

/** Where the pages of the rules are read: the folder `docs/rules` of the repository that package.json names. */
const PAGES = 'https://github.com/zonewright/zonewright/blob/main/docs/rules/';

const withPage: ReadonlySet<string> = new Set(allCodes);

/** The page about a code. */
export const rulePage = (code: string): string | undefined => (withPage.has(code) ? `${PAGES}${code}.md` : undefined);
