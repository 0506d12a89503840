import { codes } from '../code.ts';

export const suppressionCodes = codes({
  'suppression/unknown-code': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'Zonewright',
    summary: 'Unknown rule in a suppression comment',
    messages: {
      unknown: 'There\'s no rule "{code}", so this has no effect.',
      didYouMean: 'There\'s no rule "{code}", so this has no effect. Did you mean "{meant}"?',
    },
  },
  'suppression/unknown-word': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'Zonewright',
    summary: 'Unknown kind of suppression comment',
    messages: {
      choose: '"zonewright-{word}" isn\'t a directive, so it has no effect. Choose from {choices}.',
      didYouMean: '"zonewright-{word}" isn\'t a directive, so it has no effect. Did you mean "zonewright-{meant}"?',
    },
  },
  'suppression/unused': {
    severity: 'hint',
    source: 'Zonewright',
    summary: 'Suppression comment without effect',
    messages: {
      line: 'Nothing is found on this line, so this comment has no effect.',
      nextLine: 'Nothing is found on the next line, so this comment has no effect.',
      rest: 'Nothing is found from here on, so this comment has no effect.',
      enable: 'Nothing is disabled before, so this comment has no effect.',
      codeOnLine: '{code} finds nothing on this line, so naming it here has no effect.',
      codeOnNextLine: '{code} finds nothing on the next line, so naming it here has no effect.',
      codeInRest: '{code} finds nothing from here on, so naming it here has no effect.',
      codeEnabled: "{code} isn't disabled before, so naming it here has no effect.",
    },
  },
});
