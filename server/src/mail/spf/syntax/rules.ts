import type { MailRules } from '../../grammar/problem.ts';
import { spfNetworkRules } from '../rules/network.ts';
import { spfSenseRules } from '../rules/sense.ts';
import { spfSyntaxRules } from '../rules/syntax.ts';

/** What can be said about one SPF string without any look-up. */
export const spfRules = { ...spfSyntaxRules, ...spfNetworkRules, ...spfSenseRules } satisfies MailRules;

export type SpfRules = typeof spfRules;
export type SpfCode = keyof SpfRules;
