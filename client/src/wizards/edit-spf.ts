import type { MailContext, SpfAll } from '../../../server/src/lsp/protocol/messages.ts';
import type { SenderChoice } from './questions.ts';
import { allStep, domainStep, into, noSenders, senderChoices, sendersOf, senderSteps } from './questions.ts';
import type { Step } from './steps.ts';
import type { Wizard } from './wizard.ts';

interface State {
  readonly context: MailContext;
  readonly asksDomain: boolean;
  /** Terms of the record that stay; undefined before they were asked for: all. */
  readonly keep: readonly string[] | undefined;
  readonly choice: SenderChoice;
  readonly all: SpfAll | undefined;
}

/** Changes the senders of the record that is there, and makes one where there is none. */
export const editSpf: Wizard<State> = {
  title: 'Edit SPF Record',
  begin,
  steps: (state, server) => [
    ...(state.asksDomain ? [domainStep<State>(server, (_, context) => begin(context))] : []),
    ...((state.context.spf?.terms.length ?? 0) > 0 ? [keepStep] : []),
    addStep,
    ...senderSteps(server, state),
    allStep<State>(state.all ?? suggestedAll(state.context), (before, all) => ({ ...before, all })),
  ],
  task: ({ context, keep, choice, all }) => ({
    domain: context.domain,
    task: {
      kind: 'spf',
      keep: keep ?? context.spf?.terms.map(({ text }) => text) ?? [],
      add: sendersOf(choice),
      all: all ?? null,
    },
  }),
};

function begin(context: MailContext): State {
  return { context, asksDomain: context.domains.length > 1, keep: undefined, choice: noSenders, all: undefined };
}

/** `+all` is no suggestion. */
function suggestedAll({ spf }: MailContext): SpfAll {
  return spf === null || spf.all === null || spf.all === '+' ? '~' : spf.all;
}

const keepStep: Step<State> = {
  id: 'keep',
  ask: async (asker, question, state) => {
    const terms = state.context.spf?.terms ?? [],
      kept = state.keep;
    const choices = terms.map(({ text, explanation }) => ({
      value: text,
      label: text,
      detail: explanation,
      picked: kept === undefined || kept.includes(text),
    }));
    return into(
      await asker.chooseSome({ ...question, prompt: `Which senders of ${state.context.domain} should stay?`, choices }),
      (keep) => ({ ...state, keep }),
    );
  },
};

const addStep: Step<State> = {
  id: 'add',
  ask: async (asker, question, state) => {
    const stays = new Set(
      (state.keep ?? state.context.spf?.terms.map(({ text }) => text) ?? []).map((text) =>
        text.toLowerCase().replace(/^\+/, ''),
      ),
    );
    const own = stays.has('mx')
      ? undefined
      : {
          value: '',
          label: 'The hosts that receive the mail',
          description: 'mx',
          detail: 'The hosts in the MX records.',
        };
    const choices = senderChoices(state.context.providers, own).map((choice) =>
      state.choice.senders.includes(choice.value) ? { ...choice, picked: true } : choice,
    );
    return into(
      await asker.chooseSome({
        ...question,
        prompt: 'Which other senders? Select nothing if there are none.',
        choices,
      }),
      (senders) => ({ ...state, choice: { ...state.choice, senders } }),
    );
  },
};
