import type { MailContext, MailPolicy } from '../../../server/src/lsp/protocol/messages.ts';
import type { Choice } from './asker.ts';
import { domainStep, into, policyStep, reportsStep } from './questions.ts';
import type { Step } from './steps.ts';
import type { Wizard } from './wizard.ts';

interface State {
  readonly context: MailContext;
  readonly asksDomain: boolean;
  readonly policy: MailPolicy;
  /** Null: the same as that of the domain. */
  readonly subdomains: MailPolicy | null;
  readonly strict: boolean;
  readonly reports: readonly string[];
}

/** The DMARC record of a domain: a new one, or the one that is there with another policy. */
export const setUpDmarc: Wizard<State> = {
  title: 'Set Up DMARC',
  begin,
  steps: (state, server) => [
    ...(state.asksDomain ? [domainStep<State>(server, (_, context) => begin(context))] : []),
    policyStep<State>(
      'policy',
      `What should receivers do with mail that forges ${state.context.domain}?`,
      state.policy,
      (before, policy) => ({ ...before, policy }),
    ),
    subdomainStep,
    alignmentStep,
    reportsStep<State>(server),
  ],
  task: ({ context, policy, subdomains, strict, reports }) => ({
    domain: context.domain,
    task: { kind: 'dmarc', policy, subdomainPolicy: subdomains, strict, reports },
  }),
};

function begin(context: MailContext): State {
  return {
    context,
    asksDomain: context.domains.length > 1,
    policy: context.dmarc?.policy ?? 'none',
    subdomains: context.dmarc?.subdomainPolicy ?? null,
    strict: context.dmarc?.strict ?? false,
    reports: context.reports,
  };
}

const subdomainPolicies: readonly (Choice & { readonly policy: MailPolicy | null })[] = [
  { value: 'same', policy: null, label: 'The same', detail: 'The same policy as for the domain itself.' },
  { value: 'none', policy: 'none', label: 'Monitor only', description: 'sp=none' },
  { value: 'quarantine', policy: 'quarantine', label: 'To the spam folder', description: 'sp=quarantine' },
  {
    value: 'reject',
    policy: 'reject',
    label: 'Refuse',
    description: 'sp=reject',
    detail: 'For domains whose subdomains send no mail.',
  },
];

const subdomainStep: Step<State> = {
  id: 'subdomains',
  ask: async (asker, question, state) =>
    into(
      await asker.choose({
        ...question,
        prompt: 'What about mail from its subdomains?',
        choices: subdomainPolicies,
        suggested: state.subdomains ?? 'same',
      }),
      (value) => ({
        ...state,
        subdomains: subdomainPolicies.find((policy) => policy.value === value)?.policy ?? null,
      }),
    ),
};

const alignmentStep: Step<State> = {
  id: 'alignment',
  ask: async (asker, question, state) =>
    into(
      await asker.choose({
        ...question,
        prompt: 'How closely must SPF and DKIM match the From address?',
        suggested: state.strict ? 'strict' : 'relaxed',
        choices: [
          {
            value: 'relaxed',
            label: 'The same organization',
            description: 'relaxed',
            detail: 'mail.example.com matches example.com. What most domains need.',
          },
          {
            value: 'strict',
            label: 'Exactly the same domain',
            description: 'strict',
            detail: 'Only example.com matches example.com.',
          },
        ],
      }),
      (value) => ({ ...state, strict: value === 'strict' }),
    ),
};
